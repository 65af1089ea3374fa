package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded already is pointed out before it is saved twice, and stands in nobody's way. */
@QuarkusTest
class DuplicatesTest {
    private static final String PRINTED = "\"The basin is no place for a contest of camps, and the thinking of the Cold War is not welcome\"";
    private static final String ELSEWHERE = "She said the basin was no place for a contest of camps and the thinking of the Cold War not welcome.";

    @Inject
    Kept kept;
    @Inject
    Revisions revisions;

    @ParameterizedTest
    @ValueSource(strings = {"save", "next"})
    void savingALikelyDuplicateAsksOnceAndNeverTwice(String button) {
        var speaker = kept.actor("STATE", "Duplicate State");
        var first = said(speaker, PRINTED, "en");
        var form = blank(speaker, ELSEWHERE);
        long before = revisions.last();
        var asked = form.press(button);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body().asString()).contains("Not saved yet: is it recorded already?", "name=\"report\" value=\"" + first.id() + "\"", "<del>is </del>", "Save all the same",
                "She said the basin was no place");
        assertThat(revisions.last()).isEqualTo(before);
        assertThat(FilledForm.of(asked).withCookiesOf(form).press(button).statusCode()).isEqualTo(303);
        assertThat(revisions.last()).isEqualTo(before + 1);
    }

    @Test
    void whatWasShownByACheckIsNotAskedAgain() {
        var speaker = kept.actor("STATE", "Duplicate State");
        said(speaker, PRINTED, "en");
        var form = blank(speaker, ELSEWHERE);
        var checked = form.press("check");
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body().asString()).contains("Recorded already?");
        assertThat(FilledForm.of(checked).withCookiesOf(form).press("save").statusCode()).isEqualTo(303);
    }

    @Test
    void itIsTheSameAddsTheWordsAsAnotherReport() {
        var speaker = kept.actor("STATE", "Duplicate State");
        var first = said(speaker, PRINTED, "en");
        var form = blank(speaker, ELSEWHERE);
        var asked = FilledForm.of(form.press("save")).withCookiesOf(form);
        var answer = asked.type("report", first.id().toString()).press("");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/statements/" + first.id() + "#reports");
        assertThat(present(first).renderings()).extracting(StatementRecord.Rendering::words).containsExactly(PRINTED, ELSEWHERE);
    }

    @Test
    void whatIsWrongWithTheWordsComesBackInTheFormOfTheReport() {
        var speaker = kept.actor("STATE", "Duplicate State");
        var first = said(speaker, PRINTED, "en");
        var answer = blank(speaker, ELSEWHERE).type("language", "none at all").type("report", first.id().toString()).press("");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().asString()).contains("action=\"/statements/" + first.id() + "/reports/new\"", "id=\"language-fault\"", "She said the basin was no place");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | 「アジア太平洋は地政学的競争の戦場ではなく、冷戦思考と陣営対立は歓迎されない」 | アジア太平洋地域は地政学的な争いの場ではない。冷戦思考や陣営間の対立は歓迎されないと述べた
            ar | «لا نقبل عقلية الحرب الباردة في منطقتنا» | وقالت المتحدثة: «نحن لا نقبل عقليّة الحرب الباردة في منطقتنا»
            """)
    void everyScriptIsCompared(String language, String printed, String elsewhere) {
        var speaker = kept.actor("STATE", "Duplicate State");
        said(speaker, printed, language);
        assertThat(blank(speaker, elsewhere).press("save").statusCode()).isEqualTo(409);
    }

    @Test
    void theDayBesideIsLookedAtAndNoOther() {
        var speaker = kept.actor("STATE", "Duplicate State");
        said(speaker, PRINTED, "en");
        assertThat(blank(speaker, ELSEWHERE).type("date", "2023-02-02").press("check").body().asString()).contains("Recorded already?");
        assertThat(blank(speaker, ELSEWHERE).type("date", "2023-02-03").press("check").body().asString()).doesNotContain("Recorded already?");
        assertThat(blank(kept.actor("STATE", "Other State"), ELSEWHERE).press("check").body().asString()).doesNotContain("Recorded already?");
    }

    @Test
    void otherWordsOfTheSameDayAreToldBesideAndHoldNothingUp() {
        var speaker = kept.actor("STATE", "Duplicate State");
        said(speaker, PRINTED, "en");
        var form = blank(speaker, "\"We are ready to talk with everybody about everything\"");
        assertThat(form.press("check").body().asString()).contains("What else they said").doesNotContain("Recorded already?");
        assertThat(form.press("save").statusCode()).isEqualTo(303);
    }

    @Test
    void amongManyOfADayTheLikeOneIsFound() {
        var speaker = kept.actor("STATE", "Talkative State");
        for (int number = 0; number < 60; number++) {
            said(speaker, "Remark " + number + " upon matters of quite another kind, item " + number, "en");
        }
        said(speaker, PRINTED, "en");
        assertThat(blank(speaker, ELSEWHERE).press("save").statusCode()).isEqualTo(409);
    }

    @Test
    void aProgramIsNotHeldUp() {
        var speaker = kept.actor("STATE", "Duplicate State");
        var first = said(speaker, PRINTED, "en");
        given().contentType(ContentType.JSON).body("""
                {"date":"2023-02-01","speakers":[{"actor":"%s"}],"renderings":[{"document":"%s","words":"%s"}]}
                """.formatted(speaker.slug(), first.preferred().document(), ELSEWHERE)).post("/api/v1/statements").then().statusCode(201);
    }

    private StatementRecord said(ActorRecord speaker, String words, String language) {
        return kept.statement(null, null, List.of(speaker), List.of(), List.of(Kept.words(document(), words, language)), List.of());
    }

    private DocumentRecord document;

    private DocumentRecord document() {
        document = document == null ? kept.document("One", null) : document;
        return document;
    }

    private FilledForm blank(ActorRecord speaker, String words) {
        return FilledForm.open("/statements/new?document=" + document().id()).type("words", words).type("speakers[0].actor", speaker.slug()).type("date", "2023-02-01");
    }

    private StatementRecord present(StatementRecord record) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().record();
    }
}
