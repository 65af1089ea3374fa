package org.demarche.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.event.EventRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Differences differences;

    @Test
    void theNewestChangesStandFirstAndOlderOnesArePaged() {
        var actor = kept.actor("STATE", "Changed State");
        history.keep(new ActorRecord(actor.id(), null, 1, "STATE", actor.name(), "CS", List.of(), null, null, null, null, null, List.of(), "it has a short name"));
        history.write(change -> {
            change.retract(RecordKind.ACTOR, actor.id(), 2, "there is none");
            return null;
        });
        long last = revisions.last();

        var page = page("/history", 200);
        assertThat(page).contains("actor retracted", "there is none", "it has a short name", actor.name());
        assertThat(page.indexOf("/history/" + last + "\"")).isPositive().isLessThan(page.indexOf("/history/" + (last - 1) + "\""));
        assertThat(page("/history?before=" + last, 200)).doesNotContain("/history/" + last + "\"").contains("/history/" + (last - 1) + "\"", "Newest");
        assertThat(page("/history?before=1", 200)).contains("Nothing was recorded before that");
        page("/history?before=soon", 400);
    }

    @Test
    void aChangeIsShownFieldByField() {
        var actor = kept.actor("STATE", "Field State");
        history.keep(new ActorRecord(actor.id(), null, 1, "STATE", actor.name(), "FS", List.of(), null, null, null, null, null, List.of(), null));

        assertThat(page("/history/" + revisions.last(), 200)).contains("<th scope=\"row\">short name</th>", "<td dir=\"auto\">FS</td>", "/actors/" + actor.slug());
        page("/history/" + (revisions.last() + 1_000), 404);
        page("/history/none", 404);
    }

    @Test
    void aPartThatIsAddedInFrontLeavesTheOthersAsTheyWere() {
        var before = event(List.of(participant("one", "HOST"), participant("two", "MEMBER")));
        var after = event(List.of(participant("new", "CHAIR"), participant("one", "HOST"), participant("two", "CHAIR")));

        assertThat(differences.between(before, after)).containsExactly(
                new Differences.Difference("participants[0].actor", "two", "new"),
                new Differences.Difference("participants[0].roles", "member", "chair"),
                new Differences.Difference("participants[2]", null, "two, chair"));
        assertThat(differences.between(before, before)).isEmpty();
    }

    @Test
    void recordsThatAreReferredToAreCalledByTheirHeadings() {
        var parent = kept.event("The conference", null, List.of(), List.of());
        var without = event(List.of());
        var with = new EventRecord(null, null, "MEETING", "A meeting", "2023", null, null, null, null, parent.id(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

        assertThat(differences.between(without, with)).containsExactly(new Differences.Difference("parent", null, "‘The conference’"));
        assertThat(differences.between(without, with).get(0).words()).isEqualTo("part of");
    }

    private static EventRecord event(List<EventRecord.Participant> participants) {
        return new EventRecord(null, null, "MEETING", "A meeting", "2023", null, null, null, null, null, participants, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static EventRecord.Participant participant(String slug, String role) {
        return new EventRecord.Participant(slug, List.of(role));
    }

    private static String page(String path, int status) {
        return given().get(path).then().statusCode(status).extract().asString();
    }
}
