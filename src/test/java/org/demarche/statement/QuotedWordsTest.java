package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.AnchorRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.text.Texts;
import org.junit.jupiter.api.Test;

/** Words that are compared with a text that is held, and words that were selected in one. */
@QuarkusTest
class QuotedWordsTest {
    private static final String TEXT = "Head 👩🏽‍🚀.\n\nشدد: \"We will not go,\" e\u0301mile said.\n\"Twice.\" And \"Twice.\"";

    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    @Test
    void verbatimWordsThatDifferByOneCharacterAreRefusedWithTheDifferenceShown() {
        var document = kept.document("Compared", TEXT);
        var state = kept.actor("STATE", "Compared State");
        long before = revisions.last();

        var refused = FilledForm.open("/statements/new?document=" + document.id()).type("words", "\"We will mot go,\"").type("speakers[0].actor", state.slug()).press("save");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"words-fault\"", "The text of the document has ‘not’ where these words have ‘mot’", "<mark>not", "<mark>mot");
        assertThat(revisions.last()).isEqualTo(before);
        assertThat(FilledForm.of(refused).type("words", "\"We will not go,\"").press("save").statusCode()).isEqualTo(303);
    }

    @Test
    void curlyMarksForStraightOnesAreSuchADifference() {
        var document = kept.document("Curly", TEXT);
        var answer = given().contentType(ContentType.JSON).body(Map.of("date", "2023-02-01", "speakers", List.of(Map.of("actor", kept.actor("STATE", "Curly State").slug())),
                "renderings", List.of(Map.of("document", document.id(), "words", "“We will not go,”")))).post("/api/v1/statements");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("renderings[0].words");
        assertThat(answer.jsonPath().getString("violations[0].message")).startsWith("The text of the document has ‘\"’ where these words have ‘“’");
    }

    @Test
    void wordsInOnesOwnOrderAreNotVerbatimAndOnlySaidToBeAbsent() {
        var document = kept.document("Indirect", TEXT);
        var saved = FilledForm.open("/statements/new?document=" + document.id()).type("words", "She said that \"we\" will not go").type("speakers[0].actor", kept.actor("STATE", "Indirect State").slug())
                .press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(record(saved.header("Location")).preferred().anchors()).extracting(anchor -> anchor.state()).containsOnly("ORPHANED");
    }

    @Test
    void whatWasRightWhenItWasRecordedCanStillBeCorrectedOnceAnotherTextArrived() {
        var document = kept.document("Replaced", TEXT);
        var statement = kept.statement("Before", null, List.of(kept.actor("STATE", "Replaced State")), List.of(), List.of(Kept.words(document, "\"We will not go,\"", "en")), List.of());
        history.keep(new DocumentRecord(document.id(), 1, document.source(), null, document.title(), null, null, null, null, "en", null, "Nothing of it.", null));

        var saved = FilledForm.open("/statements/" + statement.id() + "/edit").type("summary", "After").press("save");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(record("/" + statement.id()).summary()).isEqualTo("After");
    }

    @Test
    void selectedWordsAreFilledInAndTheirPlaceDecidesWhereTheyStandTwice() {
        var document = kept.document("Selected", TEXT);
        int second = Texts.length(document.text().substring(0, document.text().lastIndexOf("\"Twice.\"")));
        var form = FilledForm.open("/statements/new?document=" + document.id() + "&start=" + (second - 1) + "&end=" + (second + 8));
        assertThat(form.value("words")).isEqualTo("\"Twice.\"");

        var saved = form.type("speakers[0].actor", kept.actor("STATE", "Selected State").slug()).press("save");

        var anchor = record(saved.header("Location")).preferred().anchors().get(0);
        assertThat(anchor.state()).isEqualTo("EXACT");
        assertThat(List.of(anchor.start(), anchor.end())).containsExactly(second, second + 8);
    }

    @Test
    void selectedWordsFillInAnEventToo() {
        var document = kept.document("Selected for an event", TEXT);
        int second = Texts.length(document.text().substring(0, document.text().lastIndexOf("\"Twice.\"")));
        var form = FilledForm.open("/events/new?document=" + document.id() + "&start=" + second + "&end=" + (second + 8));
        assertThat(form.value("citations[0].words")).isEqualTo("\"Twice.\"");

        var saved = form.type("title", "Said twice").type("kind", "MEETING").type("date", "2023-02-01").press("save");

        var event = (EventRecord) revisions.present(RecordKind.EVENT, UUID.fromString(saved.header("Location").replaceFirst("^.*/", ""))).orElseThrow().record();
        assertThat(event.citations().get(0).anchors().get(0)).extracting(AnchorRecord::state, AnchorRecord::start).containsExactly("EXACT", second);
    }

    @Test
    void codePointsAreCountedAlsoBehindEmojiAndCombiningCharacters() {
        var document = kept.document("Counted", TEXT);
        int start = Texts.length(document.text().substring(0, document.text().indexOf("émile")));
        assertThat(FilledForm.open("/statements/new?document=" + document.id() + "&start=" + start + "&end=" + (start + 5)).value("words")).isEqualTo("émile");
        for (var bad : List.of("start=5&end=2", "start=x&end=3", "start=3", "start=0&end=9999999", "start=10&end=10")) {
            assertThat(FilledForm.open("/statements/new?document=" + document.id() + "&" + bad).value("words")).as(bad).isEmpty();
        }
    }

    private StatementRecord record(String page) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, UUID.fromString(page.replaceFirst("^.*/", ""))).orElseThrow().record();
    }
}
