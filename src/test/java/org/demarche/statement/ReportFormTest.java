package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another outlet's words for the same statement. */
@QuarkusTest
class ReportFormTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    @Test
    void anotherReportIsAddedAndShownBesideTheFirstWithTheDifferencesMarked() {
        var record = statement(Kept.words(kept.document("One", null), "\"We do not accept the cold war mentality\"", "en"));
        var other = kept.document("Other", null);
        var answer = blank(record).type("source", other.url()).type("words", "\"We never accept the Cold War mentality\"").type("credibility", "2")
                .type("originalLanguage", "zh").type("reason", "found in another paper").press("save");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/statements/" + record.id() + "#reports");
        var reports = present(record).renderings();
        assertThat(reports).extracting(StatementRecord.Rendering::preferred).containsExactly(true, false);
        assertThat(reports.get(1)).extracting(StatementRecord.Rendering::document, StatementRecord.Rendering::mode, StatementRecord.Rendering::language,
                StatementRecord.Rendering::originalLanguage, StatementRecord.Rendering::credibility).containsExactly(other.id(), "VERBATIM", "en", "zh", 2);
        assertThat(reports.get(1).anchors()).extracting("part").containsExactly("WHOLE", "QUOTE");
        assertThat(page(record)).contains("&quot;We <del>do not </del>accept the <del>cold war </del>mentality&quot;", "&quot;We <ins>never </ins>accept the <ins>Cold War </ins>mentality&quot;");
    }

    @Test
    void wordsOfTwoLanguagesStandBesideEachOtherWithoutMarks() {
        var record = statement(Kept.words(kept.document("One", null), "\"Not welcome\"", "en"));
        var answer = blank(record).type("source", kept.document("Other", null).url()).type("words", "「歓迎されない」").type("language", "ja").press("save");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page(record)).contains("lang=\"ja\" dir=\"auto\">「歓迎されない」</blockquote>").doesNotContain("<ins>").doesNotContain("<del>");
    }

    @Test
    void whicheverIsTickedIsTheOneThatListsShow() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"), Kept.words(kept.document("Other", null), "second", "en"));
        assertThat(edit(record, 2).tick("preferred", "yes").press("save").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).extracting(StatementRecord.Rendering::preferred).containsExactly(false, true);
        assertThat(given().get("/statements/" + record.id() + "/reports/2/edit").body().asString()).contains("Lists and the CSV show this report. To show another");
    }

    @Test
    void savingAnUntouchedReportChangesNothing() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"), Kept.words(kept.document("Other", "before second after"), "second", null));
        edit(record, 1).press("save");
        edit(record, 2).press("save");
        assertThat(present(record)).usingRecursiveComparison().ignoringFields("version").isEqualTo(record);
    }

    @Test
    void aReportIsRemovedAndTheLastOneStays() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"), Kept.words(kept.document("Other", null), "second", "en"));
        assertThat(edit(record, 1).type("reason", "printed nowhere").press("remove").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).singleElement().satisfies(left -> {
            assertThat(left.words()).isEqualTo("second");
            assertThat(left.preferred()).isTrue();
        });
        assertThat(revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().reason()).isEqualTo("printed nowhere");
        assertThat(given().get("/statements/" + record.id() + "/reports/1/edit").body().asString()).doesNotContain("Remove this report");
        var refused = edit(record, 1).press("remove");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("A statement needs at least one report");
        assertThat(present(record).renderings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source           |               | source-fault           | Name the source
            language         | none at all   | language-fault         | is no language tag
            originalLanguage | none at all   | originalLanguage-fault | is no language tag
            via              | Nobody At All | via-fault              | There is no actor
            credibility      | nine          | credibility-fault      | is no whole number
            credibility      | 9             | credibility-fault      | Credibility is a whole number
            mode             | SUNG          | mode-fault             | is none of
            """)
    void whatIsWrongComesBackBesideItsField(String field, String value, String fault, String message) {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        long before = revisions.last();
        var form = blank(record).type("source", kept.document("Other", null).url()).type("words", "what was typed").type(field, value == null ? "" : value);
        long made = revisions.last();
        var page = form.press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"" + fault + "\"", message, "what was typed</textarea>");
        assertThat(revisions.last()).isEqualTo(made).isGreaterThan(before);
    }

    @Test
    void wordsThatAreVerbatimAreNeeded() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var page = blank(record).type("source", kept.document("Other", null).url()).type("mode", "VERBATIM").press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"words-fault\"", "A verbatim report needs the words as printed");
    }

    @Test
    void twoWhoAddReportsAtOnceLoseNothing() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var mine = blank(record).type("source", kept.document("Mine", null).url()).type("words", "mine");
        var theirs = blank(record).type("source", kept.document("Theirs", null).url()).type("words", "theirs");
        assertThat(theirs.press("save").statusCode()).isEqualTo(303);
        assertThat(mine.press("save").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).extracting(StatementRecord.Rendering::words).containsExactly("first", "theirs", "mine");
    }

    @Test
    void whoeverChangedTheSameReportIsShownAndNothingIsDroppedUnlessSomebodyChoseSo() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var mine = edit(record, 1).type("words", "mine");
        assertThat(edit(record, 1).type("words", "theirs").type("credibility", "3").press("save").statusCode()).isEqualTo(303);
        var shown = mine.press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body().asString()).contains("saved this after you opened it", "mine</textarea>", "name=\"meanwhile.credibility\" value=\"theirs\" checked");
        var again = FilledForm.of(shown).withCookiesOf(mine);
        assertThat(again.press("save").statusCode()).as("nobody chose yet").isEqualTo(409);
        assertThat(again.type("meanwhile.words", "yours").press("save").statusCode()).isEqualTo(303);
        assertThat(present(record).preferred()).extracting(StatementRecord.Rendering::words, StatementRecord.Rendering::credibility).containsExactly("mine", 3);
        assertThat(present(record).preferred().anchors()).extracting("exact").containsExactly("mine");
    }

    @Test
    void whatSomebodyRemovedCanBeAddedAgain() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"), Kept.words(kept.document("Other", null), "second", "en"));
        var mine = edit(record, 2).type("words", "second, corrected");
        edit(record, 2).press("remove");
        var shown = mine.press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body().asString()).contains("removed this report after you opened it", "second, corrected</textarea>");
        assertThat(FilledForm.of(shown).withCookiesOf(mine).press("save").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).extracting(StatementRecord.Rendering::words).containsExactly("first", "second, corrected");
    }

    @Test
    void aReportOfWhatWasRetractedMeanwhileIsNotLost() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var mine = blank(record).type("source", kept.document("Mine", null).url()).type("words", "mine");
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, record.id(), 1, "said by somebody else");
            return null;
        });
        var shown = mine.press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body().asString()).contains("retracted this after you opened it", "said by somebody else", "mine</textarea>");
        assertThat(FilledForm.of(shown).withCookiesOf(mine).press("save").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).extracting(StatementRecord.Rendering::words).containsExactly("first", "mine");
    }

    @Test
    void whatSomebodyChangedIsNotRemovedUnseen() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"), Kept.words(kept.document("Other", null), "second", "en"));
        var mine = edit(record, 2);
        edit(record, 2).type("words", "second, corrected").press("save");
        var shown = mine.press("remove");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body().asString()).contains("changed this report after you opened it", "second, corrected</textarea>");
        assertThat(FilledForm.of(shown).withCookiesOf(mine).press("remove").statusCode()).isEqualTo(303);
        assertThat(present(record).renderings()).hasSize(1);
    }

    @Test
    void aReportOfAnotherPartOfTheStatementIsNoConflict() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var mine = blank(record).type("source", kept.document("Mine", null).url()).type("words", "mine");
        FilledForm.open("/statements/" + record.id() + "/edit").type("summary", "theirs").press("save");
        assertThat(mine.press("save").statusCode()).isEqualTo(303);
        assertThat(present(record)).extracting(StatementRecord::summary, after -> after.renderings().size()).containsExactly("theirs", 2);
    }

    @Test
    void aFormThatWasOpenTooLongComesBack() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        var page = edit(record, 1).type("words", "typed").withExpiredToken().press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("Nothing was lost: save again", "typed</textarea>");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var record = statement(Kept.words(kept.document("One", null), "first", "en"));
        for (var path : List.of("/statements/" + record.id() + "/reports/2/edit", "/statements/" + record.id() + "/reports/-1/edit", "/statements/" + record.id() + "/reports/one/edit",
                "/statements/" + UUID.randomUUID() + "/reports/new")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, record.id(), 1, "twice");
            return null;
        });
        assertThat(given().get("/statements/" + record.id() + "/reports/new").statusCode()).isEqualTo(410);
    }

    private StatementRecord statement(StatementRecord.Rendering... reports) {
        return kept.statement(null, null, List.of(kept.actor("STATE", "Reported State")), List.of(), List.of(reports), List.of());
    }

    private static FilledForm blank(StatementRecord record) {
        return FilledForm.open("/statements/" + record.id() + "/reports/new");
    }

    private static FilledForm edit(StatementRecord record, int number) {
        return FilledForm.open("/statements/" + record.id() + "/reports/" + number + "/edit");
    }

    private static String page(StatementRecord record) {
        Response page = given().get("/statements/" + record.id());
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().asString();
    }

    private StatementRecord present(StatementRecord record) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().record();
    }
}
