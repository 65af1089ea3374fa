package org.demarche.actor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("database")
class AffiliationFormTest {
    @Inject
    PresentRecords present;
    @Inject
    Revisions revisions;
    @Inject
    Kept kept;

    private ActorRecord person;
    private ActorRecord state;

    @BeforeEach
    void somebodyAndSomeState() {
        person = kept.actor("PERSON", "Held Person");
        state = kept.actor("STATE", "Held State");
    }

    @Test
    void anOfficeIsAddedFromThePageOfWhoHoldsIt() {
        var form = FilledForm.open("/affiliations/new?member=" + person.slug());
        assertThat(form.value("member[0].actor")).isEqualTo(person.name());
        assertThat(form.value("kind")).isEqualTo("OCCUPANCY");
        var document = kept.document("An appointment", null);
        var saved = form.type("in[0].actor", state.name()).type("role", "Minister for Foreign Affairs").type("level", "MINISTER").type("since", "10 Nov 2021")
                .type("untilOpen", "true").type("basis", "EXTERNAL").type("citations[0].source", document.url()).type("citations[0].date", "1 Feb 2023").type("note", "وزير").press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        var record = record(saved.header("Location").replaceFirst(".*#tie-", ""));
        assertThat(record).extracting(AffiliationRecord::member, AffiliationRecord::whole, AffiliationRecord::role, AffiliationRecord::level, AffiliationRecord::since,
                AffiliationRecord::until, AffiliationRecord::speaks, AffiliationRecord::basis, AffiliationRecord::note)
                .containsExactly(person.slug(), state.slug(), "Minister for Foreign Affairs", "MINISTER", "2021-11-10", "..", true, "EXTERNAL", "وزير");
        assertThat(record.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.document()).isEqualTo(document.id());
            assertThat(citation.date()).isEqualTo("2023-02-01");
        });
        var page = given().get("/actors/" + person.slug()).then().statusCode(200).extract().asString();
        assertThat(page).contains("since 10 November 2021", "class=\"tenure\"", "/affiliations/" + record.id() + "/edit", "/affiliations/new?member=" + person.slug());
        assertThat(given().get("/actors/" + state.slug()).asString()).contains("/affiliations/new?in=" + state.slug(), person.name());
    }

    @Test
    void openedAndSavedItIsAsItWas() {
        var before = kept.tie(person, state, "OCCUPANCY", "President", "2020~", "..");
        assertThat(FilledForm.open("/affiliations/" + before.id() + "/edit").press("save").statusCode()).isEqualTo(303);
        assertThat(record(before.id().toString())).isEqualTo(before.identified(before.id(), 2));
    }

    @Test
    void anEndMayBeADateOrNotKnownOrOpenAndNeverTwoOfThem() {
        var form = FilledForm.open("/affiliations/new?member=" + person.slug() + "&in=" + state.slug()).type("since", "").type("until", "2023").type("untilOpen", "true");
        var refused = form.press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"until-fault\"", "Either a date or no end");
        var unknown = FilledForm.open("/affiliations/new?member=" + person.slug() + "&in=" + state.slug()).press("save");
        assertThat(record(unknown.header("Location").replaceFirst(".*#tie-", ""))).extracting(AffiliationRecord::since, AffiliationRecord::until).containsExactly(null, null);
    }

    @Test
    void somebodyNewIsMadeInPlace() {
        var name = kept.unique("Newly Appointed");
        var form = FilledForm.open("/affiliations/new?in=" + state.slug()).type("member[0].actor", name).type("kind", "OCCUPANCY").type("role", "Envoy");
        var asked = form.press("save");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(FilledForm.of(asked).type("member[0].type", "PERSON").press("save").statusCode()).isEqualTo(303);
        assertThat(given().queryParam("q", name).get("/actors").asString()).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            member[0].actor    | ''          | member-0-actor
            member[0].actor    | Atlantis    | member-0-actor
            in[0].actor        | ''          | in-0-actor
            in[0].actor        | =1+1        | in-0-actor
            kind               | ''          | kind
            kind               | FRIENDSHIP  | kind
            level              | LOW         | level
            since              | sometime    | since
            since              | 2020/2021   | since
            until              | 2023-02-30  | until
            until              | 2019        | until
            speaksUntil        | ..          | speaksUntil
            speaksUntil        | 2019        | speaksUntil
            basis              | GUESSED     | basis
            citations[0].source | nothing known | citations-0-newDocument-publisher
            citations[0].date  | 30/2/2023   | citations-0-date
            """)
    void theFieldIsNamedAndNothingIsKept(String field, String value, String named) {
        long before = revisions.last();
        var form = FilledForm.open("/affiliations/new?member=" + person.slug() + "&in=" + state.slug()).type("since", "2020").type("note", "ما كُتب \"><script>");
        if (field.equals("citations[0].date")) {
            form.type("citations[0].source", "https://example.org/nothing-known");
        }
        var refused = form.type(field, value).press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"" + named + "-fault\"", "<a href=\"#" + named + "\">").doesNotContain("<script>");
        assertThat(FilledForm.of(refused).value("note")).isEqualTo("ما كُتب \"><script>");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void anActorOfManyTiesIsDrawnOnOneAxis() {
        kept.tie(person, state, "OCCUPANCY", "President", "2000", "2008-05");
        kept.tie(person, state, "OCCUPANCY", "Senator", "1990", null);
        kept.tie(kept.actor("ORGANIZATION", "Held Foundation"), person, "PARTNERSHIP", null, null, null);
        var page = given().get("/actors/" + person.slug()).then().statusCode(200).extract().asString();
        assertThat(page.split("<svg class=\"years\"", -1)).as("one for each of the two tables").hasSize(3);
        assertThat(page).contains(">1990</text>", "dates unknown", "Who belongs to them");
    }

    private AffiliationRecord record(String id) {
        return (AffiliationRecord) present.of(RecordKind.AFFILIATION, UUID.fromString(id).toString()).record();
    }
}
