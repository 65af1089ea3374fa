package org.demarche.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.History;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.web.InvalidRecordException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    PresentRecords present;

    @Test
    void aLinkIsKeptWithTheLaterEndWhicheverPageItIsMadeFrom() {
        var earlier = event("What came first", "2023-02-01");
        var later = event("The answer", "2023-02-03");
        var made = FilledForm.open("/items/" + earlier.id() + "/links").type("kind", "REBUTS").type("other", "http://localhost/events/" + later.id()).type("basis", "STATED").press("save");
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(made.header("Location")).endsWith("/events/" + earlier.id() + "#thread");
        assertThat(record(later.id()).links()).containsExactly(new LinkRecord("REBUTS", earlier.id(), "STATED", List.of()));
        assertThat(page(earlier)).contains("In reaction to it", "rebutted by", "The answer");
        assertThat(page(later)).contains("In reaction to<", "rebuts", "What came first");

        var off = FilledForm.open("/items/" + later.id() + "/links/REBUTS/" + earlier.id()).press("");
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(record(later.id()).links()).isEmpty();
        assertThat(given().get("/items/" + later.id() + "/links/REBUTS/" + earlier.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void whereDatesDoNotTellTheAnalystDoes() {
        var one = event("One of the day", "2023-02-01");
        var other = event("Another of the day", "2023-02-01");
        assertThat(FilledForm.open("/items/" + one.id() + "/links").type("kind", "AFTER").type("pick", other.id().toString()).type("later", "other").press("save").statusCode()).isEqualTo(303);
        assertThat(record(other.id()).links()).extracting(LinkRecord::to).containsExactly(one.id());
        var sure = event("Surely before", "2022");
        var refused = FilledForm.open("/items/" + sure.id() + "/links").type("kind", "AFTER").type("other", one.id().toString()).type("later", "this").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"later-fault\"");
    }

    @Test
    void whatIsWrongIsToldBesideItsField() {
        var event = event("Linked wrongly", "2023-02-01");
        for (var other : List.of("", "nothing", event.id().toString(), UUID.randomUUID().toString(), "<script>", "م".repeat(5_000))) {
            var refused = FilledForm.open("/items/" + event.id() + "/links").type("other", other).press("save");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body().asString()).contains("id=\"other-fault\"", "id=\"kind-fault\"");
            assertThat(FilledForm.of(refused).value("other")).isEqualTo(other);
        }
        assertThat(given().get("/items/" + UUID.randomUUID() + "/links").statusCode()).isEqualTo(404);
    }

    @Test
    void whileSomebodyTypesNothingIsLinked() {
        var event = event("Not linked yet", "2023-02-01");
        var other = event("Not linked either", "2023-02-01");
        var live = FilledForm.open("/items/" + event.id() + "/links").type("kind", "AFTER").type("other", other.id().toString()).press("live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(record(event.id()).links()).isEmpty();
    }

    @Test
    void aThreadIsNestedAndGoesAsDeepAsItIsAskedTo() {
        var events = new ArrayList<EventRecord>();
        for (int number = 0; number < 8; number++) {
            events.add(history.keep(blank("Reaction " + number + " of the chain", "2023-02-0" + (number + 1)).linked(
                    number == 0 ? List.of() : List.of(new LinkRecord("RESPONDS_TO", events.get(number - 1).id(), null, null)), null)));
        }
        assertThat(page(events.get(0))).contains("Reaction 4 of", "depth-4", "?thread=all").doesNotContain("Reaction 5 of");
        assertThat(given().get("/events/" + events.get(0).id() + "?thread=all").body().asString()).contains("Reaction 7 of").doesNotContain("?thread=all");
        assertThat(page(events.get(7))).contains("Reaction 3 of").doesNotContain("Reaction 2 of");
        assertThat(page(events.get(2))).contains("Reaction 0 of", "Reaction 6 of");
    }

    @Test
    void whatComesAfterStandsBehindItWithinTheDay() {
        ActorRecord state = kept.actor("STATE", "Orderly State");
        var ids = new ArrayList<UUID>();
        for (var title : List.of("noon", "evening", "morning")) {
            ids.add(history.keep(new EventRecord(null, null, "MEETING", title, "2021-06-01", null, null, null, null, null, List.of(new EventRecord.Participant(state.slug(), List.of("HOST"))),
                    List.of(), List.of(), List.of(), List.of(), null)).id());
        }
        assertThat(listed(state, "date")).containsExactly("noon", "evening", "morning");
        after(ids.get(0), ids.get(2));
        after(ids.get(1), ids.get(0));
        assertThat(listed(state, "date")).containsExactly("morning", "noon", "evening");
        var backwards = new ArrayList<>(listed(state, "-date"));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(listed(state, "date"));
        assertThat(given().get("/timeline.csv?actor=" + state.slug()).body().asString()).containsSubsequence("morning", "noon", "evening");

        var noon = record(ids.get(0));
        history.keep(noon.linked(List.of(), "they were the other way round"));
        assertThat(listed(state, "date")).as("evening still comes after noon").containsExactly("noon", "morning", "evening");
    }

    @Test
    void aCircleIsRefusedWhereverItComesFrom() {
        var first = event("First in line", "2023-02-01");
        var second = event("Second in line", "2023-02-01");
        var third = event("Third in line", "2023-02-01");
        after(second.id(), first.id());
        after(third.id(), second.id());
        var circle = record(first.id()).linked(List.of(new LinkRecord("AFTER", third.id(), null, null)), null);
        assertThatThrownBy(() -> history.keep(circle)).isInstanceOfSatisfying(InvalidRecordException.class, refused -> assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("links[0].to");
            assertThat(violation.message()).isEqualTo("That would be a circle: ‘Third in line’ comes after ‘Second in line’ comes after ‘First in line’");
        }));
        var api = given().contentType("application/json").body("{\"version\":1,\"kind\":\"MEETING\",\"title\":\"First in line\",\"date\":\"2023-02-01\",\"links\":[{\"kind\":\"AFTER\",\"to\":\"" + third.id() + "\"}]}")
                .put("/api/v1/events/" + first.id());
        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.body().asString()).contains("links[0].to", "Third in line");
        var form = FilledForm.open("/items/" + first.id() + "/links").type("kind", "AFTER").type("other", third.id().toString()).press("save");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body().asString()).contains("id=\"other-fault\"", "That would be a circle");
        assertThat(record(first.id()).version()).isEqualTo(1);
    }

    private void after(UUID later, UUID earlier) {
        history.keep(record(later).linked(List.of(new LinkRecord("AFTER", earlier, null, null)), null));
    }

    private List<String> listed(ActorRecord actor, String sort) {
        return given().get("/api/v1/items?actor=" + actor.slug() + "&sort=" + sort).jsonPath().getList("items.title", String.class);
    }

    private EventRecord event(String title, String date) {
        return history.keep(blank(title, date));
    }

    private static EventRecord blank(String title, String date) {
        return new EventRecord(null, null, "MEETING", title, date, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    private EventRecord record(UUID id) {
        return (EventRecord) present.of(RecordKind.EVENT, id.toString()).record();
    }

    private String page(EventRecord event) {
        return given().get("/events/" + event.id()).then().statusCode(200).extract().asString();
    }
}
