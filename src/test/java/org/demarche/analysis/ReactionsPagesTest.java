package org.demarche.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReactionsPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    private ActorRecord bloc;
    private ActorRecord loud;
    private ActorRecord silent;
    private ActorRecord former;
    private EventRecord event;

    @BeforeEach
    void anEventAndABlocOfWhichOneMemberReacts() {
        bloc = kept.actor("BLOC", "Reacting Bloc");
        loud = kept.actor("STATE", "Loud State");
        silent = kept.actor("STATE", "Silent State");
        former = kept.actor("STATE", "Former State");
        kept.tie(loud, bloc, "MEMBERSHIP", "member", "2001", "..");
        kept.tie(silent, bloc, "MEMBERSHIP", "member", "2001", "..");
        kept.tie(former, bloc, "MEMBERSHIP", "member", "2001", "2020");
        event = kept.event("Reacted-to talks", null, List.of(kept.actor("STATE", "Acting State")), List.of());
    }

    @Test
    void theMembersOfABlocOnTheDayOfTheEventStandInTheListAndEmptyCellsStay() {
        said(loud, "2023-02-03", "Loudly against it", "RESPONDS_TO", event.id());
        said(loud, "2023-02-02", "Against what was said there", "REBUTS", said(bloc, "2023-02-01", "Said there", null, null).id());
        said(silent, "2023-02-04", "About something else", null, null);

        var page = page("?of=" + bloc.slug());

        assertThat(page).contains("1 of 3 have reacted").contains("as a whole").doesNotContain(former.name());
        assertThat(row(page, loud)).contains("2 days after", "Loudly against it", "responds to");
        assertThat(row(page, silent)).contains("none recorded", "1 statement in the two weeks after", "name=\"looked\"").doesNotContain("About something else");
    }

    @Test
    void whatReactsToAStatementMadeThereOrToAPartOfItCountsAndTheFirstStands() {
        var part = kept.event("A part", event.id(), List.of(), List.of());
        var there = history.keep(new StatementRecord(null, null, "2023-02-01", null, null, "Said there", part.id(), null, List.of(), List.of(Kept.speaker(bloc)), List.of(), List.of(), List.of(),
                List.of(Kept.words(kept.document("A report", null), null, "en")), List.of(), List.of(), null));
        said(loud, "2023-02-03", "The second", "RESPONDS_TO", event.id());
        said(loud, "2023-02-02", "The first", "REBUTS", there.id());
        said(silent, "2023-02-02", "Only after it", "AFTER", event.id());

        assertThat(row(page("?of=" + loud.slug()), loud)).contains("The first", "1 day after", "rebuts", "Said there").doesNotContain("The second");
        assertThat(page("")).contains("all who have reacted", "The first").doesNotContain(silent.name());
    }

    @Test
    void thatNothingWasFoundIsKeptWithWhoWhenAndWhereAndCanBeUndone() {
        var sent = send("looked", "Its ministry's website, to 5 February", "note", "in French too");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/events/" + event.id() + "/reactions?of=" + bloc.slug());

        var page = page("?of=" + bloc.slug());
        assertThat(row(page, silent)).contains("Looked, nothing found:", "Its ministry&#39;s website, to 5 February", "in French too", "UTC");
        var change = row(page, silent).replaceAll("(?s).*/history/(\\d+).*", "$1");
        assertThat(given().get("/history/" + change).then().statusCode(200).extract().asString()).contains("negative finding added", "where it was looked for", "Undo it");
        assertThat(given().get("/events/" + event.id() + "/reactions.csv?of=" + bloc.slug()).then().statusCode(200).extract().asString())
                .contains(silent.slug() + ",").contains("\"Its ministry's website, to 5 February\",in French too");

        history.write(changes -> changes.restore(RecordKind.NEGATIVE_FINDING, revisions.numbered(Long.parseLong(change)).orElseThrow().id(), 1, "undone"));
        assertThat(row(page("?of=" + bloc.slug()), silent)).doesNotContain("Its ministry");
    }

    @Test
    void aFindingWithoutAPlaceComesBackWithWhatWasTyped() {
        var sent = send("looked", " ", "note", "typed with care");

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(row(sent.asString(), silent)).contains("Say where you looked", "typed with care", "autofocus", "<details class=\"look\" open>");
        assertThat(send("looked", "x".repeat(1_001), "note", "\u0000").statusCode()).isEqualTo(422);
        assertThat(given().redirects().follow(false).formParam("looked", "x").formParam("actor", silent.slug()).post("/events/" + event.id() + "/reactions/findings").statusCode()).isEqualTo(422);
    }

    @Test
    void anEventWithoutReactionsSaysSoAndOneThatIsNotThereIsNotFound() {
        assertThat(page("")).contains("No reaction is recorded yet");
        given().get("/events/" + UUID.randomUUID() + "/reactions").then().statusCode(404);
        given().get("/events/x/reactions").then().statusCode(404);
        history.write(change -> {
            change.retract(RecordKind.EVENT, event.id(), 1, "never was");
            return null;
        });
        given().get("/events/" + event.id() + "/reactions").then().statusCode(410);
    }

    @Test
    void anEventOrActorOfAFindingIsNotRetracted() {
        send("looked", "Everywhere", "note", "");

        given().contentType("application/json").body("{\"reason\":\"x\",\"version\":1}").delete("/api/v1/events/" + event.id()).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"of=atlantis", "colour=red", "of=%00"})
    void whatCanNotBeReadIsNamed(String query) {
        given().urlEncodingEnabled(false).get("/events/" + event.id() + "/reactions?" + query).then().statusCode(400);
    }

    private Response send(String... fields) {
        var page = given().get("/events/" + event.id() + "/reactions?of=" + bloc.slug());
        var token = page.asString().replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
        var request = given().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8").cookies(page.cookies()).formParam("csrf-token", token)
                .formParam("actor", silent.slug()).formParam("of", bloc.slug());
        for (int index = 0; index < fields.length; index += 2) {
            request = request.formParam(fields[index], fields[index + 1]);
        }
        return request.post("/events/" + event.id() + "/reactions/findings");
    }

    private StatementRecord said(ActorRecord by, String date, String summary, String link, UUID to) {
        return history.keep(new StatementRecord(null, null, date, null, null, summary, null, null, List.of(), List.of(Kept.speaker(by)), List.of(), List.of(), List.of(),
                List.of(Kept.words(kept.document("A report", null), null, "en")), List.of(), link == null ? List.of() : List.of(new LinkRecord(link, to, "STATED", List.of())), null));
    }

    private String page(String query) {
        return given().get("/events/" + event.id() + "/reactions" + query).then().statusCode(200).extract().asString();
    }

    private static String row(String page, ActorRecord actor) {
        return page.replaceAll("(?s).*<tr id=\"of-" + actor.slug() + "\">(.*?)</tr>.*", "$1");
    }
}
