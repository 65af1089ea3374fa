package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correcting a statement, taking it back, and bringing it back. */
@QuarkusTest
class StatementEditTest {
    private static final UUID ARTICLE = UUID.fromString("01860cd9-1a00-7009-8000-d3a4c4e00009");

    @Inject
    History history;
    @Inject
    Revisions revisions;

    @Test
    void savingAnUntouchedFormChangesNothing() {
        for (var record : List.of(kept("words"), twoReports())) {
            assertThat(open(record).press("save").statusCode()).isEqualTo(303);
            assertThat(present(record)).usingRecursiveComparison().ignoringFields("version").isEqualTo(record);
        }
    }

    @Test
    void whatTheFormDoesNotShowStays() {
        var record = twoReports();
        assertThat(open(record).type("summary", "Corrected").press("save").statusCode()).isEqualTo(303);
        var after = present(record);
        assertThat(after.summary()).isEqualTo("Corrected");
        assertThat(after).usingRecursiveComparison().ignoringFields("version", "summary").isEqualTo(record);
    }

    @Test
    void newWordsGetNewAnchorsAndTheSameWordsKeepTheirs() {
        var record = twoReports();
        open(record).type("words", "\"Other words\"").press("save");
        assertThat(present(record).preferred().anchors()).extracting("part", "exact").containsExactly(
                org.assertj.core.groups.Tuple.tuple("WHOLE", "\"Other words\""), org.assertj.core.groups.Tuple.tuple("QUOTE", "\"Other words\""));
    }

    @Test
    void wordsAreAnchoredInATextThatIsHeld() {
        var source = history.keep(new SourceRecord(null, null, null, "Anchored " + UUID.randomUUID(), null, null));
        var document = history.keep(new DocumentRecord(null, null, source.slug(), null, "T", null, null, "2023-02-01", null, "en", null, "Before 𝔘 \"now\" he said. After.", null));
        var answer = FilledForm.open("/statements/new?document=" + document.id()).type("words", "\"now\" he said").type("speakers[0].actor", "NATO").press("save");
        assertThat(of(answer).preferred().anchors()).extracting("part", "start", "end", "prefix", "state").containsExactly(
                org.assertj.core.groups.Tuple.tuple("WHOLE", 9, 22, "Before 𝔘 ", "EXACT"), org.assertj.core.groups.Tuple.tuple("QUOTE", 9, 14, "Before 𝔘 ", "EXACT"));
    }

    @Test
    void whoeverWasFasterIsShownBesideWhatWasTyped() {
        var record = kept("words");
        var form = open(record).type("summary", "mine");
        open(record).type("summary", "theirs").type("time", "15:00").press("save");
        var refused = form.press("save");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("saved this after you opened it", "name=\"meanwhile.summary\" value=\"theirs\"", "name=\"meanwhile.time\" value=\"theirs\" checked", "mine</textarea>");
        assertThat(present(record).summary()).isEqualTo("theirs");
        var shown = FilledForm.of(refused).withCookiesOf(form);
        assertThat(shown.press("save").statusCode()).as("nobody chose yet").isEqualTo(409);
        assertThat(shown.type("meanwhile.summary", "yours").press("save").statusCode()).isEqualTo(303);
        assertThat(present(record)).extracting(StatementRecord::summary, StatementRecord::time).containsExactly("mine", "15:00");
    }

    @Test
    void aFormThatWasOpenTooLongComesBackAndNothingIsLost() {
        var form = FilledForm.open("/statements/new?document=" + ARTICLE).type("words", "\"Long thought of\"").type("speakers[0].actor", "NATO");
        var token = form.value("csrf-token");
        var page = form.withExpiredToken().press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("Nothing was lost: save again", "&quot;Long thought of&quot;</textarea>");
        assertThat(token).isNotEqualTo("of-yesterday");
        assertThat(FilledForm.of(page).withCookiesOf(form).press("save").statusCode()).isEqualTo(303);
    }

    @Test
    void aSaveCanBeUndoneAndTheUndoingToo() {
        var record = kept("words");
        var saved = open(record).type("summary", "a correction").press("save");
        undo(saved);
        assertThat(present(record).summary()).isNull();
        assertThat(present(record).version()).isEqualTo(3);
        assertThat(revisions.of(RecordKind.STATEMENT, record.id())).hasSize(3);
    }

    @Test
    void anUndoThatWouldLoseSomebodysWorkIsRefusedWithTheDifference() {
        var record = kept("words");
        var mine = open(record).type("summary", "mine").press("save");
        open(record).type("summary", "theirs").press("save");
        var refused = undo(mine);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("Not undone", ">mine</td>", ">theirs</td>");
        assertThat(present(record).summary()).isEqualTo("theirs");
        assertThat(undone(record, 2).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasOnlyJustAddedIsRetractedByUndoing() {
        var record = kept("words");
        assertThat(undone(record, 1).statusCode()).isEqualTo(303);
        assertThat(revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().isRetraction()).isTrue();
        assertThat(given().get("/statements/" + record.id() + "/edit").statusCode()).isEqualTo(410);
    }

    @Test
    void aRetractionNeedsAReasonAndCanBeUndone() {
        var record = kept("words");
        var path = "/history/statements/" + record.id() + "/retraction";
        var refused = FilledForm.open(path).press("");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"reason-fault\"");
        var retracted = FilledForm.open(path).type("reason", "said by somebody else").press("");
        assertThat(retracted.statusCode()).isEqualTo(303);
        assertThat(revisions.present(RecordKind.STATEMENT, record.id()).map(RevisionView::reason)).hasValue("said by somebody else");
        undo(retracted);
        assertThat(present(record).preferred().words()).isEqualTo("words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/statements/%s/edit", "/history/statements/%s/retraction", "/history/nothings/%s/retraction"})
    void whatNeverWasIsNotFound(String page) {
        assertThat(given().get(page.formatted(UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(given().get(page.formatted("none")).statusCode()).isEqualTo(404);
    }

    /** As the button of the notice does it. */
    private static Response undo(Response saved) {
        var cookie = saved.cookie("notice");
        var page = given().cookie("notice", cookie).get("/help");
        var html = page.body().asString();
        var action = html.replaceFirst("(?s)^.*<form class=\"notice\" method=\"post\" action=\"([^\"]+)\">.*$", "$1");
        var token = html.replaceFirst("(?s)^.*<form class=\"notice\".*?name=\"csrf-token\" value=\"([^\"]+)\".*$", "$1");
        return given().redirects().follow(false).cookies(page.cookies()).formParam("csrf-token", token).post(action);
    }

    private Response undone(StatementRecord record, int version) {
        long number = revisions.version(RecordKind.STATEMENT, record.id(), version).orElseThrow().number();
        return FilledForm.open("/statements/" + record.id() + "/edit").pressAt("/history/" + number + "/undo", "", "");
    }

    private static FilledForm open(StatementRecord record) {
        return FilledForm.open("/statements/" + record.id() + "/edit");
    }

    private StatementRecord kept(String words) {
        return of(FilledForm.open("/statements/new?document=" + ARTICLE).type("words", words).type("speakers[0].actor", "Jens Stoltenberg").press("save"));
    }

    /** One with everything that the form does not show. */
    private StatementRecord twoReports() {
        var other = kept("earlier words");
        var first = kept("\"Both\" said");
        var changed = new StatementRecord(first.id(), first.version(), "2023-01-31~", "EXTERNAL", "15:00+09:00", "A summary", null, "REMARKS",
                List.of("sanctions-on-russia", "china-as-a-threat"),
                List.of(first.speakers().get(0), new StatementRecord.Speaker("fumio-kishida", null, "host", List.of("japan"), null, true)), List.of("china"),
                List.of("japan", "nato", "russia"),
                List.of(new StatementRecord.Stance("nato", "japan", 2), new StatementRecord.Stance("japan", "nato", 2), new StatementRecord.Stance("japan", "japan", 1),
                        new StatementRecord.Stance(null, "sanctions-on-russia", 1), new StatementRecord.Stance(null, "russia", -2)),
                List.of(new StatementRecord.Rendering(ARTICLE, false, "INDIRECT", null, "en", "ja", "china", 2,
                                List.of(new org.demarche.source.AnchorRecord("WHOLE", 1, 4, null, "a", "b", "0".repeat(64), "UNVERIFIED"))),
                        new StatementRecord.Rendering(ARTICLE, true, "MIXED", "\"Both\" said", "en", "ja", "mofa-japan", 3,
                                List.of(new org.demarche.source.AnchorRecord("WHOLE", 10, 21, "\"Both\" said", "x", "y", null, "UNVERIFIED")))),
                List.of(new org.demarche.coding.CodingRecord("CAMEO 1.1b3", "030", null, null, 4.5, 1),
                        new org.demarche.coding.CodingRecord("HOUSE 1", "X1", null, null, 2.0, null),
                        new org.demarche.coding.CodingRecord("PLOVER 2.0", "ACCUSE", "disapprove", List.of("military", "diplomatic"), null, 2)),
                List.of(new org.demarche.event.LinkRecord("SUPPORTS", other.id(), "STATED", null), new org.demarche.event.LinkRecord("RESPONDS_TO", other.id(), "EXTERNAL", null)), null);
        return history.keep(changed);
    }

    private StatementRecord of(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, UUID.fromString(answer.header("Location").replaceFirst("^.*/statements/([0-9a-f-]{36}).*$", "$1")))
                .orElseThrow().record();
    }

    private StatementRecord present(StatementRecord record) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().record();
    }
}
