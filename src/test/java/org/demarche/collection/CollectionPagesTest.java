package org.demarche.collection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.Author;
import org.demarche.history.History;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views that are kept, and what is new in them. */
@QuarkusTest
class CollectionPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    PresentRecords present;
    @Inject
    Looks looks;
    @Inject
    Author author;

    @Test
    void theExampleHasTwo() {
        var page = given().get("/collections").body().asString();
        assertThat(page).contains("China on NATO, early 2023", "The road to the G-7 Hiroshima summit");
        var china = given().get("/collections/china-on-nato-early-2023").body().asString();
        assertThat(china).contains("The Asia-Pacific is not a battlefield", "behalf=china&amp;target=nato").doesNotContain("learn lessons from history");
        assertThat(given().get("/collections/the-road-to-the-g-7-hiroshima-summit").body().asString()).contains("G-7 Hiroshima summit");
        assertThat(given().get("/timeline?collection=china-on-nato-early-2023").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsLookedAtIsKeptUnderATitleAndFoundAgain() {
        var state = kept.actor("STATE", "Kept State");
        kept.statement("It is kept", null, List.of(state), List.of(), List.of(Kept.words(kept.document("Kept", null), "\"Kept\"", "en")), List.of());
        var title = kept.unique("My view");
        var form = FilledForm.open("/collections/new?query=behalf%3D" + state.slug() + "%26lanes%3Dactor%26limit%3D5").type("title", title);
        var saved = form.press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        var record = (CollectionRecord) present.of(RecordKind.COLLECTION, saved.header("Location").replaceFirst(".*/", "")).record();
        assertThat(record.query()).isEqualTo("behalf=" + state.slug() + "&lanes=actor");
        assertThat(given().get(record.page()).body().asString()).contains(title, "1 item", "Kept", "/timeline?behalf=" + state.slug() + "&amp;lanes=actor");
        assertThat(given().get("/collections").body().asString()).contains(title);

        var renamed = FilledForm.open(record.page() + "/edit").type("title", title + " renamed").type("slug", record.slug() + "-renamed").press("save");
        assertThat(renamed.statusCode()).isEqualTo(303);
        assertThat(given().redirects().follow(false).get(record.page()).statusCode()).isEqualTo(301);
        assertThat(given().get("/timeline.csv?collection=" + record.slug()).body().asString()).contains("It is kept");

        assertThat(FilledForm.open("/history/collections/" + record.slug() + "/retraction").type("reason", "no longer needed").press("").statusCode()).isEqualTo(303);
        assertThat(given().get(record.page()).statusCode()).isEqualTo(410);
        assertThat(given().get("/collections").body().asString()).doesNotContain(title);
    }

    @Test
    void aWholeAddressIsPastedAsAQuery() {
        var title = kept.unique("Pasted");
        var saved = FilledForm.open("/collections/new").type("title", title).type("query", "http://localhost:8080/timeline?target=nato&behalf=china").press("save");
        assertThat(((CollectionRecord) present.of(RecordKind.COLLECTION, saved.header("Location").replaceFirst(".*/", "")).record()).query()).isEqualTo("behalf=china&target=nato");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | behalf=china                      | Give it a title
            A title | behalf=atlantis                   | atlantis
            A title | nonsense=1                        | nonsense
            A title | collection=china-on-nato-early-2023 | can&#39;t name a collection
            A title | from=2023&to=2022                 | from
            """)
    void whatIsWrongComesBackBesideItsField(String title, String query, String said) {
        var refused = FilledForm.open("/collections/new").type("title", title).type("query", query).type("introduction", "<b>what it is for</b>").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains(said).contains("&lt;b&gt;what it is for");
    }

    @Test
    void whatIsNewSinceSomebodyLastLookedIsCountedAndListed() {
        var state = kept.actor("STATE", "News State");
        var document = kept.document("News", null);
        kept.statement("Old news", null, List.of(state), List.of(), List.of(Kept.words(document, "\"Old\"", "en")), List.of());
        var collection = history.keep(new CollectionRecord(null, null, null, kept.unique("News"), null, "behalf=" + state.slug(), null));
        assertThat(row(collection)).contains("not looked at yet");
        assertThat(given().get(collection.page()).body().asString()).doesNotContain("since you last looked");
        assertThat(row(collection)).contains("nothing new since you last looked");

        var fresh = kept.statement("New news", null, List.of(state), List.of(), List.of(Kept.words(document, "\"New\"", "en")), List.of());
        assertThat(row(collection)).contains("<b>1 new</b></a> since you last looked");
        var link = row(collection).replaceFirst("(?s).*href=\"(/timeline[^\"]*)\"><b>.*", "$1").replace("&amp;", "&");
        assertThat(given().get(link.replace("/timeline", "/timeline.csv")).body().asString()).contains(fresh.id().toString()).doesNotContain("Old news");

        // An hour later: what they see now is new to them, and stays so while they look.
        var later = Instant.now().plus(Duration.ofHours(1));
        var after = looks.look(author.name(), collection.id(), revisions.last(), later);
        assertThat(looks.look(author.name(), collection.id(), revisions.last(), later.plusSeconds(60))).isEqualTo(after).isLessThan(revisions.last());
        assertThat(looks.look(author.name(), collection.id(), revisions.last(), later.plus(Duration.ofHours(1)))).isEqualTo(revisions.last());
        assertThat(looks.of("somebody else", List.of(collection.id()))).isEmpty();
    }

    @Test
    void aCollectionWhoseActorIsGoneSaysSo() {
        var state = kept.actor("STATE", "Passing State");
        var collection = history.keep(new CollectionRecord(null, null, null, kept.unique("Passing"), null, "behalf=" + state.slug(), null));
        history.write(change -> {
            change.retract(RecordKind.ACTOR, state.id(), 1, "never was");
            return null;
        });
        var page = given().get(collection.page());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains("can’t be asked any more", state.slug());
        assertThat(given().get("/collections").statusCode()).isEqualTo(200);
        assertThat(given().get("/collections/nothing").statusCode()).isEqualTo(404);
        assertThat(given().get("/collections/china-on-nato-early-2023?items=nonsense").statusCode()).isEqualTo(400);
    }

    /** What the list says of one; it may stand on a later page. */
    private static String row(CollectionRecord collection) {
        for (int page = 1; page < 50; page++) {
            var html = given().get("/collections?page=" + page).body().asString();
            int at = html.indexOf("href=\"" + collection.page() + "\"");
            if (at >= 0) {
                return html.substring(at, html.indexOf("</li>", at));
            }
        }
        throw new AssertionError("not listed: " + collection.title());
    }
}
