package org.demarche.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.coding.CodingRecord;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PairPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void theExampleTellsWhenJapanAndNatoLastMetAndWhatWasPromised() {
        var page = page("/pairs/japan/nato");

        assertThat(page).contains("1 February 2023</b>, <a href=\"/events/01860cd9-1a00-704b-8000-d3a4c4e0004b\">Hayashi and Stoltenberg hold talks</a>", "Hayashi for Japan, Stoltenberg for NATO");
        assertThat(section(page, "promised")).contains("agree to work together more closely", "AGREE (").doesNotContain("punitive sanctions");
        assertThat(section(page, "said")).contains("deliver a strong message");
        assertThat(section(page, "heard")).contains("importance of working with Japan");
        assertThat(page).contains("href=\"/pairs/japan/nato?from=2023-02-01\">since their last meeting</a>");
        var since = page("/pairs/japan/nato?from=2023-02-01");
        assertThat(section(since, "promised")).contains("agree to work together more closely").doesNotContain("the changing");
        assertThat(since).contains("<b aria-current=\"true\">since their last meeting</b>");
    }

    @Test
    void whoHeldAnOfficeThenMakesTheirStatesMeetAndWhoDidNotYetDoesNot() {
        var one = kept.actor("STATE", "Meeting State");
        var ministry = kept.actor("ORGANIZATION", "Meeting Ministry");
        kept.tie(ministry, one, "PART_OF", null, null, null);
        var minister = kept.actor("PERSON", "Meeting Minister");
        kept.tie(minister, ministry, "OCCUPANCY", "Minister", "2020", "2022");
        var other = kept.actor("STATE", "Visited State");
        met("Talks in office", "2021-05-01", "HELD", minister, other);
        met("Talks after office", "2023-05-01", "HELD", minister, other);

        var page = page("/pairs/" + one.slug() + "/" + other.slug());

        assertThat(page.substring(0, page.indexOf("id=\"promised\""))).contains("Talks in office").doesNotContain("Talks after office");
        assertThat(section(page, "meetings")).contains("Talks in office", "Talks after office", "not counted: nobody there acted for " + one.name() + " then");
        assertThat(page("/pairs/" + minister.slug() + "/" + other.slug())).contains("1 May 2023</b>");
    }

    @Test
    void whatLiesBeforeTheirNextMeetingIsAWindowOfItsOwn() {
        var one = kept.actor("STATE", "Meeting State");
        var other = kept.actor("STATE", "Visited State");
        var next = LocalDate.now().plusDays(5);
        met("Last talks", "2023-02-01", "HELD", one, other);
        met("Called off", LocalDate.now().plusDays(2).toString(), "CANCELLED", one, other);
        met("Next talks", next.toString(), "PLANNED", one, other);
        said(one, other, "2023-01-15", "We promise", "AGREE");
        said(one, other, "2023-02-15", "We promise again", "AID");
        said(other, one, "2023-02-16", "Said without a code", null);

        var page = page("/pairs/" + one.slug() + "/" + other.slug());
        assertThat(page.substring(0, page.indexOf("id=\"promised\""))).contains("Last talks", "Next talks").doesNotContain("Called off");
        assertThat(section(page, "promised")).contains("We promise<", "We promise again", ">1 more</a> have no code");
        var window = "?from=2023-02-01&to=" + next;
        assertThat(page).contains(window.replace("&", "&amp;") + "\">before their next</a>");
        var shown = page("/pairs/" + one.slug() + "/" + other.slug() + window);
        assertThat(section(shown, "promised")).contains("We promise again").doesNotContain("We promise<");
        assertThat(section(shown, "heard")).contains("Said without a code");
    }

    @Test
    void twoWhoNeverMetNorSpokeHaveAPageThatSaysSo() {
        var page = page("/pairs/norway/italy");

        assertThat(page).contains("No meeting is recorded.", "None is recorded as planned.", "No promise is recorded in this window.", "No statement is recorded in this window.");
    }

    @Test
    void namesLeadToThePageOfThePairAndUnknownOnesAreNotFound() {
        assertThat(given().redirects().follow(false).get("/pairs?one=Japan&other=NATO").then().statusCode(303).extract().header("Location")).endsWith("/pairs/japan/nato");
        given().get("/pairs?one=Japan&other=Atlantis").then().statusCode(400);
        given().get("/pairs?one=Japan").then().statusCode(400);
        given().get("/pairs/japan/atlantis").then().statusCode(404);
        given().get("/pairs/japan/japan").then().statusCode(404);
        assertThat(given().get("/actors/japan").then().extract().asString()).contains("action=\"/pairs\"");
        assertThat(given().get("/timeline?actor=japan&with=nato").then().extract().asString()).contains("href=\"/pairs/japan/nato\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=soon      | from
            colour=red     | colour
            actor=china    | actor
            type=AGREE     | type
            promised=x     | cursor
            """)
    void whatCanNotBeReadIsNamed(String query, String parameter) {
        assertThat(given().get("/pairs/japan/nato?" + query).then().statusCode(400).extract().asString()).contains(parameter);
    }

    private void met(String title, String date, String status, ActorRecord one, ActorRecord other) {
        history.keep(new EventRecord(null, null, "MEETING", title, date, null, null, status, null, null,
                List.of(new EventRecord.Participant(one.slug(), List.of("HOST")), new EventRecord.Participant(other.slug(), List.of("VISITOR"))), List.of(), List.of(), List.of(), List.of(), null));
    }

    private void said(ActorRecord by, ActorRecord of, String date, String summary, String type) {
        history.keep(new StatementRecord(null, null, date, null, null, summary, null, null, List.of(), List.of(Kept.speaker(by)), List.of(), List.of(of.slug()), List.of(),
                List.of(Kept.words(kept.document("A report", null), null, "en")), type == null ? List.of() : List.of(new CodingRecord("PLOVER 2.0", type, null, List.of(), null, null)), List.of(), null));
    }

    private static String section(String page, String id) {
        return page.replaceAll("(?s).*<section id=\"" + id + "\"(.*?)</section>.*", "$1");
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
