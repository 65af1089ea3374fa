package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.actor.SpeakingTie;
import org.demarche.actor.Spoken;
import org.demarche.history.History;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.demarche.web.RetractedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of statements when the office is corrected by which they were spoken. */
@QuarkusTest
@Tag("database")
class RespeakingTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    PresentRecords present;
    @Inject
    Spoken spoken;

    private ActorRecord person;
    private ActorRecord first;
    private ActorRecord second;
    private DocumentRecord document;
    private AffiliationRecord office;
    private AffiliationRecord next;

    @BeforeEach
    void somebodyHeldOneOfficeAfterTheOther() {
        person = kept.actor("PERSON", "Moved Person");
        first = kept.actor("STATE", "First State");
        second = kept.actor("IGO", "Second Organisation");
        document = kept.document("A report", null);
        office = kept.tie(person, first, "OCCUPANCY", "Prime Minister", "2020-01-01", "2022-12-31");
        next = kept.tie(person, second, "OCCUPANCY", "Secretary General", "2023-01-01", "2024-12-31");
    }

    @Test
    void onlyWhatWouldBeOnAnotherBehalfIsListedAndNothingIsKeptBeforeItIsSettled() {
        var untouched = said("2022-06-01");
        var touched = said("2022-12-05");
        long before = revisions.last();
        var asked = correct("until", "2022-11-30");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body().asString()).contains("One statement is touched", "/statements/" + touched.id(), "now: Prime Minister for " + first.name(), "for themselves")
                .doesNotContain(untouched.id().toString());
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void theTieAndTheStatementsAreChangedTogetherAndEachAsWasChosen() {
        var again = said("2022-12-05");
        var left = said("2022-12-06");
        long before = revisions.last();
        var asked = FilledForm.of(correct("until", "2022-11-30"));
        var saved = asked.type(choice(left), "keep").press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(revisions.last()).as("one for the tie, one for each statement").isEqualTo(before + 3);
        assertThat(speaker(again)).isEqualTo(new StatementRecord.Speaker(person.slug(), null, null, List.of(person.slug()), null, false));
        assertThat(speaker(left)).isEqualTo(new StatementRecord.Speaker(person.slug(), null, "Prime Minister", List.of(first.slug()), null, true));
        assertThat(record(again).reason()).contains("resolved again", "Prime Minister", "was corrected");
        assertThat(record(left).reason()).contains("left as it was");
        assertThat(given().get("/statements/" + again.id()).asString()).doesNotContain("on behalf of " + first.name());
        assertThat(FilledForm.open("/affiliations/" + office.id() + "/edit").type("until", "2022-11-29").press("save").statusCode())
                .as("what is settled is not asked again").isEqualTo(303);
    }

    @Test
    void whereThereAreSeveralAnswersNoneIsPreferred() {
        var both = said("2023-01-05");
        var other = said("2023-01-06");
        var asked = correct("until", "2023-01-31");
        assertThat(asked.body().asString()).contains("Prime Minister for " + first.name(), "Secretary General for " + second.name(), "2 statements are touched");
        var refused = FilledForm.of(asked).press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"spoken-" + both.id() + "-0-fault\"");
        long before = revisions.last();
        var saved = FilledForm.of(refused).type(choice(both), first.slug() + "@" + office.id()).type(choice(other), "keep").press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(speaker(both)).isEqualTo(new StatementRecord.Speaker(person.slug(), null, "Prime Minister", List.of(first.slug()), office.id(), false));
        assertThat(record(other).version()).as("what is recorded is still one of the answers").isEqualTo(1);
        assertThat(revisions.last()).isEqualTo(before + 2);
    }

    @Test
    void oneButtonDecidesForAll() {
        var said = List.of(said("2022-12-01"), said("2022-12-02"), said("2022-12-03"));
        assertThat(FilledForm.of(correct("until", "2022-11-30")).press("save:keep").statusCode()).isEqualTo(303);
        assertThat(said).allSatisfy(statement -> assertThat(speaker(statement).override()).isTrue());
        var later = List.of(said("2023-02-01"), said("2023-02-02"));
        assertThat(FilledForm.of(correct(next, "since", "2023-03-01")).press("save:again").statusCode()).isEqualTo(303);
        assertThat(later).allSatisfy(statement -> assertThat(speaker(statement).behalf()).containsExactly(person.slug()));
    }

    @Test
    void aRoleOfTheirOwnIsNotTakenForThatOfTheOffice() {
        var own = history.keep(statement("2022-12-05", List.of(new StatementRecord.Speaker(person.slug(), null, "as a friend", null, null, null))));
        FilledForm.of(correct("until", "2022-11-30")).press("save:again");
        assertThat(speaker(own).role()).isEqualTo("as a friend");
    }

    @Test
    void aMinistryThatChangesItsStateTakesItsPeopleAlong() {
        var ministry = kept.actor("ORGANIZATION", "Moved Ministry");
        var part = kept.tie(ministry, first, "PART_OF", null, "2010", "2030");
        kept.tie(person, ministry, "OCCUPANCY", "Envoy", "2026", "2027");
        var said = said("2026-05-05");
        var itself = history.keep(statement("2026-05-06", List.of(Kept.speaker(ministry))));
        var asked = correct(part, "in[0].actor", second.slug());
        assertThat(asked.body().asString()).contains("2 statements are touched", "Envoy of " + ministry.name() + " for " + second.name());
        FilledForm.of(asked).press("save:again");
        assertThat(speaker(said).behalf()).containsExactly(ministry.slug(), second.slug());
        assertThat(speaker(itself).behalf()).containsExactly(ministry.slug(), second.slug());
    }

    @Test
    void aTieIsRetractedWithWhatWasSpokenByIt() {
        var again = said("2022-05-05");
        var left = said("2022-05-06");
        var form = FilledForm.open("/history/affiliations/" + office.id() + "/retraction");
        var refused = form.type(choice(left), "keep").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"reason-fault\"", "spoken." + left.id());
        var done = FilledForm.of(refused).type("reason", "never held it").press("save");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(speaker(again)).isEqualTo(new StatementRecord.Speaker(person.slug(), null, null, List.of(person.slug()), null, false));
        assertThat(speaker(left).override()).isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> present.of(RecordKind.AFFILIATION, office.id().toString())).isInstanceOf(RetractedException.class);
    }

    @Test
    void undoingACorrectionAsksForTheStatementsToo() {
        var said = said("2022-12-05");
        FilledForm.of(correct("until", "2022-11-30")).press("save");
        assertThat(speaker(said).behalf()).containsExactly(person.slug());
        long number = revisions.present(RecordKind.AFFILIATION, office.id()).orElseThrow().number();
        var asked = FilledForm.open("/sources/new").pressAt("/history/" + number + "/undo", "any", "");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).endsWith("/history/affiliations/changes/" + number + "/undo");
        assertThat(((AffiliationRecord) present.of(RecordKind.AFFILIATION, office.id().toString()).record()).until()).isEqualTo("2022-11-30");
        assertThat(FilledForm.open("/history/affiliations/changes/" + number + "/undo").press("save").statusCode()).isEqualTo(303);
        assertThat(((AffiliationRecord) present.of(RecordKind.AFFILIATION, office.id().toString()).record()).until()).isEqualTo("2022-12-31");
        assertThat(speaker(said)).isEqualTo(new StatementRecord.Speaker(person.slug(), null, "Prime Minister", List.of(first.slug()), office.id(), false));
    }

    @Test
    void undoingARetractionAsksAlike() {
        var said = said("2022-05-05");
        FilledForm.open("/history/affiliations/" + office.id() + "/retraction").type("reason", "a mistake").press("save");
        long number = revisions.present(RecordKind.AFFILIATION, office.id()).orElseThrow().number();
        assertThat(FilledForm.open("/sources/new").pressAt("/history/" + number + "/undo", "any", "").header("Location")).contains("/changes/" + number);
        assertThat(FilledForm.open("/history/affiliations/changes/" + number + "/undo").press("save").statusCode()).isEqualTo(303);
        assertThat(speaker(said).affiliation()).isEqualTo(office.id());
    }

    @Test
    void whereNothingHangsOnItUndoIsOneStep() {
        FilledForm.open("/affiliations/" + office.id() + "/edit").type("until", "2022-12-30").press("save");
        long number = revisions.present(RecordKind.AFFILIATION, office.id()).orElseThrow().number();
        assertThat(FilledForm.open("/sources/new").pressAt("/history/" + number + "/undo", "any", "").header("Location")).endsWith("/actors/" + person.slug());
    }

    @Test
    void programsLeaveStatementsAsTheyAre() {
        var said = said("2022-12-05");
        given().contentType(ContentType.JSON).body(Map.of("version", 1, "member", person.slug(), "in", first.slug(), "kind", "OCCUPANCY", "role", "Prime Minister",
                "since", "2020-01-01", "until", "2022-11-30")).put("/api/v1/affiliations/" + office.id()).then().statusCode(200);
        assertThat(record(said)).isEqualTo(said);
    }

    @Test
    void moreThanAChangeMayTakeAlongAreNotEvenRead() {
        said("2022-12-01");
        said("2022-12-02");
        said("2022-12-03");
        var days = org.demarche.time.FourDays.ofSinceAndUntil("2020-01-01", "2022-12-31");
        var tie = new SpeakingTie(office.id(), id(person), id(first), "OCCUPANCY", "Prime Minister", days.s1(), days.e2());
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(spoken.mayChange(tie, null)).isTrue();
            assertThat(spoken.changed(tie, new SpeakingTie(office.id(), id(person), id(second), "OCCUPANCY", "Prime Minister", days.s1(), days.e2()), 2)).hasSizeLessThanOrEqualTo(3);
            assertThat(spoken.mayChange(tie, tie)).as("on the same days it says the same").isFalse();
        });
    }

    private static UUID id(ActorRecord actor) {
        return actor.id();
    }

    private Response correct(String field, String value) {
        return correct(office, field, value);
    }

    private static Response correct(AffiliationRecord tie, String field, String value) {
        return FilledForm.open("/affiliations/" + tie.id() + "/edit").type(field, value).press("save");
    }

    private static String choice(StatementRecord statement) {
        return "spoken." + statement.id() + ".0";
    }

    private StatementRecord said(String date) {
        return history.keep(statement(date, List.of(Kept.speaker(person))));
    }

    private StatementRecord statement(String date, List<StatementRecord.Speaker> speakers) {
        return new StatementRecord(null, null, date, null, null, "Said on " + date, null, null, List.of(), speakers, List.of(), List.of(), List.of(),
                List.of(Kept.words(document, null, null)), List.of(), List.of(), null);
    }

    private StatementRecord record(StatementRecord statement) {
        return (StatementRecord) present.of(RecordKind.STATEMENT, statement.id().toString()).record();
    }

    private StatementRecord.Speaker speaker(StatementRecord statement) {
        return record(statement).speakers().get(0);
    }
}
