package org.demarche.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void anEventShowsItsPartsAndWhatWasSaidAtThem() {
        var host = kept.actor("STATE", "Host State");
        var document = kept.document("A report", null);
        var summit = kept.event("The whole summit", null, List.of(host), List.of(document));
        var dinner = kept.event("The dinner", summit.id(), List.of(host), List.of());
        var said = kept.statement("Said over dinner", dinner.id(), List.of(host), List.of(), List.of(Kept.words(document, null, null)), List.of());

        assertThat(page("/events/" + summit.id(), 200)).contains("Parts of it", "/events/" + dinner.id(), "/statements/" + said.id(), "Tokyo, Japan", "host", "/documents/" + document.id());
        assertThat(page("/events/" + dinner.id(), 200)).contains("Part of", "/events/" + summit.id()).doesNotContain("Parts of it");
        assertThat(page("/statements/" + said.id(), 200)).contains("Said at", "/events/" + dinner.id());
    }

    @Test
    void aPlanThatIsPastItsDateAsksWhetherItWasHeld() {
        var planned = history.keep(new EventRecord(null, null, "SUMMIT", "A plan", "2020-05", null, null, "PLANNED", null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null));
        var future = history.keep(new EventRecord(null, null, "SUMMIT", "A far plan", "9990-05", null, null, "PLANNED", null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null));

        assertThat(page("/events/" + planned.id(), 200)).contains("planned: was it held?");
        assertThat(page("/events/" + future.id(), 200)).contains("<b>planned</b>");
    }

    @Test
    void earlierVersionsAndRetractionsAreShown() {
        var event = kept.event("A meeting", null, List.of(), List.of());
        history.write(change -> {
            change.retract(RecordKind.EVENT, event.id(), 1, "it never took place");
            return null;
        });

        assertThat(page("/events/" + event.id(), 410)).contains("it never took place");
        assertThat(page("/events/" + event.id() + "/revisions/1", 200)).contains("A meeting", "It was retracted");
        page("/events/" + UUID.randomUUID(), 404);
        page("/events/x", 404);
    }

    private static String page(String path, int status) {
        return given().get(path).then().statusCode(status).extract().asString();
    }
}
