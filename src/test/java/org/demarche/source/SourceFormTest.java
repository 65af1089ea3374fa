package org.demarche.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.junit.jupiter.api.Test;

/** The form of a source, and with it what every form of a record does. */
@QuarkusTest
class SourceFormTest {
    @Inject
    PresentRecords present;

    @Test
    void aSourceIsAddedAndChanged() {
        var added = FilledForm.open("/sources/new").type("name", " The Evening Post ").type("reliability", "B").press("save");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.header("Location")).endsWith("/sources/the-evening-post");
        assertThat(added.cookie("notice")).startsWith("saved.");
        var changed = FilledForm.open("/sources/the-evening-post/edit").type("slug", "evening-post").type("reliability", "C").type("reason", "mistaken twice").press("save");
        assertThat(changed.header("Location")).endsWith("/sources/evening-post");
        assertThat(record("evening-post")).isEqualTo(new SourceRecord(record("evening-post").id(), "evening-post", 2, "The Evening Post", "C", "mistaken twice"));
        assertThat(given().redirects().follow(false).get("/sources/the-evening-post").statusCode()).isEqualTo(301);
    }

    @Test
    void whatIsWrongComesBackBesideItsFieldWithAllThatWasTyped() {
        var refused = FilledForm.open("/sources/new").type("name", "").type("slug", "No Slug").type("reliability", "Z").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"name-fault\"", "id=\"slug-fault\"", "id=\"reliability-fault\"", "aria-invalid=\"true\" autofocus");
        assertThat(FilledForm.of(refused).value("slug")).isEqualTo("No Slug");
    }

    @Test
    void aFormThatWasOpenTooLongLosesNothing() {
        var refused = FilledForm.open("/sources/new").type("name", "ラジオ東京").withExpiredToken().press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("Nothing was lost");
        assertThat(FilledForm.of(refused).value("name")).isEqualTo("ラジオ東京");
        assertThat(FilledForm.of(refused).press("save").statusCode()).isEqualTo(303);
    }

    @Test
    void whatTwoChangedApartIsBroughtTogetherOnceItWasShown() {
        FilledForm.open("/sources/new").type("name", "Apart Herald").press("save");
        var mine = FilledForm.open("/sources/apart-herald/edit").type("name", "Apart Herald Tribune");
        FilledForm.open("/sources/apart-herald/edit").type("reliability", "A").press("save");

        var shown = mine.press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(record("apart-herald").name()).isEqualTo("Apart Herald");
        assertThat(FilledForm.of(shown).press("save").statusCode()).isEqualTo(303);
        assertThat(record("apart-herald")).extracting(SourceRecord::name, SourceRecord::reliability, SourceRecord::version).containsExactly("Apart Herald Tribune", "A", 3);
    }

    @Test
    void whatBothChangedIsNotKeptBeforeSomebodyChose() {
        FilledForm.open("/sources/new").type("name", "Both Gazette").press("save");
        var mine = FilledForm.open("/sources/both-gazette/edit").type("name", "Mine Gazette");
        FilledForm.open("/sources/both-gazette/edit").type("name", "Theirs Gazette").press("save");

        var shown = FilledForm.of(mine.press("save"));
        var again = shown.press("save");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body().asString()).contains("Theirs Gazette", "Mine Gazette", "name=\"meanwhile.name\"");

        FilledForm.open("/sources/both-gazette/edit").type("reliability", "D").press("save");
        var newer = FilledForm.of(again).type("meanwhile.name", "yours").press("save");
        assertThat(newer.statusCode()).as("they saved once more, which nobody has seen yet").isEqualTo(409);
        assertSaved(FilledForm.of(newer).press("save"));
        assertThat(record("both-gazette")).extracting(SourceRecord::name, SourceRecord::reliability).containsExactly("Mine Gazette", "D");
    }

    @Test
    void theirsCanBeChosen() {
        FilledForm.open("/sources/new").type("name", "Chosen Globe").press("save");
        var mine = FilledForm.open("/sources/chosen-globe/edit").type("name", "Mine Globe");
        FilledForm.open("/sources/chosen-globe/edit").type("name", "Theirs Globe").press("save");
        assertSaved(FilledForm.of(mine.press("save")).type("meanwhile.name", "theirs").press("save"));
        assertThat(record("chosen-globe").name()).isEqualTo("Theirs Globe");
    }

    @Test
    void aRetractedSourceSaysSoAndCanComeBack() {
        FilledForm.open("/sources/new").type("name", "Gone Times").press("save");
        assertSaved(FilledForm.open("/history/sources/gone-times/retraction").type("reason", "never was").press(""));
        assertThat(given().get("/sources/gone-times/edit").statusCode()).isEqualTo(410);
        assertThat(given().get("/sources/nobody/edit").statusCode()).isEqualTo(404);
    }

    private static void assertSaved(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private SourceRecord record(String slug) {
        return (SourceRecord) present.of(RecordKind.SOURCE, slug).record();
    }
}
