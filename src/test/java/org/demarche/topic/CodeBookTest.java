package org.demarche.topic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics with their pages: renamed, merged, split, and all of it taken back. */
@QuarkusTest
class CodeBookTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Topics topics;
    @Inject
    CodeBook codeBook;

    private TopicRecord trade;
    private TopicRecord commerce;
    private TopicRecord tariffs;
    private StatementRecord both;
    private StatementRecord first;
    private StatementRecord second;
    private EventRecord event;

    @BeforeEach
    void twoTopicsThatMeanTheSame() {
        trade = topic("Trade", null);
        commerce = topic("Commerce", null);
        tariffs = topic("Tariffs", commerce.slug());
        var speaker = kept.actor("STATE", "Trading State");
        var document = kept.document("On trade", null);
        both = said(speaker.slug(), document.id(), "On both", List.of(commerce.slug(), trade.slug()), List.of());
        first = said(speaker.slug(), document.id(), "On commerce", List.of(commerce.slug()), List.of(new StatementRecord.Stance(null, commerce.slug(), 1)));
        second = said(speaker.slug(), document.id(), "On commerce again", List.of(commerce.slug()), List.of());
        event = history.keep(withTopic(kept.event("Fair", null, List.of(speaker), List.of(document)), commerce.slug()));
    }

    @Test
    void aMergerIsShownBeforeItIsDone() {
        long before = revisions.last();
        var preview = given().get("/topics/" + commerce.slug() + "/merger?into=" + trade.label());
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body().asString()).contains("4 statements and events get", "On commerce again", "Fair", "‘" + tariffs.label() + "’ stands below", "topic=" + commerce.slug());
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void whatIsMergedChangesOnceAndTheOldSlugLeadsToTheOther() {
        long before = revisions.last();
        assertThat(codeBook.merge(commerce, trade).moved()).isEqualTo(4);
        assertThat(revisions.last() - before).as("four items, one topic below it, and the topic itself").isEqualTo(6);

        assertThat(present(both).topics()).containsExactly(trade.slug());
        assertThat(present(first).topics()).containsExactly(trade.slug());
        assertThat(present(first).stances()).containsExactly(new StatementRecord.Stance(null, trade.slug(), 1));
        assertThat(present(event).topics()).containsExactly(trade.slug());
        assertThat(((TopicRecord) revisions.present(RecordKind.TOPIC, tariffs.id()).orElseThrow().record()).parent()).isEqualTo(trade.slug());

        var old = given().redirects().follow(false).get("/topics/" + commerce.slug());
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(old.header("Location")).endsWith("/topics/" + trade.slug());
        assertThat(csv("topic=" + commerce.slug())).isEqualTo(csv("topic=" + trade.slug())).contains("On commerce again").contains("Fair");
        assertThat(topics.named(List.of(commerce.slug())).get(commerce.slug()).slug()).isEqualTo(trade.slug());
    }

    @Test
    void asKnownBeforeAMergerATopicIsItself() {
        var before = revisions.present(RecordKind.EVENT, event.id()).orElseThrow().at();
        codeBook.merge(commerce, trade);
        var after = revisions.present(RecordKind.TOPIC, commerce.id()).orElseThrow().at();

        assertThat(csv("topic=" + commerce.slug() + "&as_of=" + before)).contains("On both", "On commerce again", "Fair");
        assertThat(csv("topic=" + trade.slug() + "&as_of=" + before)).contains("On both").doesNotContain("On commerce", "Fair");
        assertThat(csv("topic=" + commerce.slug() + "&as_of=" + after)).isEqualTo(csv("topic=" + trade.slug() + "&as_of=" + after)).contains("On commerce again", "Fair");
        var then = given().get("/timeline.json?lanes=topic&from=2023-02&to=2023-02&topic=" + commerce.slug() + "&as_of=" + before).body().asString();
        assertThat(then).contains("\"key\":\"" + commerce.slug() + "\"", "\"name\":\"" + commerce.label() + "\"");
        assertThat(given().get("/timeline?topic=" + commerce.slug() + "&as_of=" + before).body().asString()).contains(commerce.label(), "On commerce again");
        assertThat(given().get("/api/v1/items?limit=1&topic=" + commerce.slug()).body().jsonPath().getInt("total")).isEqualTo(4);
    }

    @Test
    void aMergerIsUndoneAsAWholeAndDoneAgain() {
        var done = codeBook.merge(commerce, trade);
        assertThat(given().get("/history/" + done.number()).body().asString()).contains("one of 6 changes");
        var undone = undo(done.number());
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(present(both).topics()).containsExactly(commerce.slug(), trade.slug());
        assertThat(present(first).stances()).containsExactly(new StatementRecord.Stance(null, commerce.slug(), 1));
        assertThat(given().redirects().follow(false).get("/topics/" + commerce.slug()).statusCode()).isEqualTo(200);
        assertThat(csv("topic=" + commerce.slug())).contains("On commerce again").isNotEqualTo(csv("topic=" + trade.slug()));

        assertThat(undo(Long.parseLong(undone.cookie("notice").replaceAll("\\D", ""))).statusCode()).isEqualTo(303);
        assertThat(present(both).topics()).containsExactly(trade.slug());
        assertThat(given().redirects().follow(false).get("/topics/" + commerce.slug()).statusCode()).isEqualTo(303);
    }

    @Test
    void nothingIsUndoneWhereSomebodyChangedAPartOfIt() {
        var done = codeBook.merge(commerce, trade);
        history.keep(withSummary(present(second), "Changed since"));
        long before = revisions.last();
        var refused = undo(done.number());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("1 of the 6 changes", "On commerce again");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void aTopicIsMergedIntoOneBelowIt() {
        assertThat(codeBook.merge(commerce, tariffs).whole()).isTrue();
        assertThat(((TopicRecord) revisions.present(RecordKind.TOPIC, tariffs.id()).orElseThrow().record()).parent()).isNull();
    }

    @Test
    void aLargeTopicIsMergedInSteps() {
        var large = topic("Large", null);
        int more = 3;
        history.write(change -> kept.several(CodeBook.MOST + more, number -> change.keep(new StatementRecord(null, null, "2023-02-01", null, null, "Large " + number, null, null,
                List.of(large.slug()), both.speakers(), List.of(), List.of(), List.of(), both.renderings(), List.of(), List.of(), null))));
        assertThat(given().get("/topics/" + large.slug() + "/merger?into=" + trade.slug()).body().asString()).contains("500 statements and events get", "At most 500 are done at one go");
        assertThat(codeBook.merge(large, trade)).extracting(CodeBook.Done::moved, CodeBook.Done::whole).containsExactly(CodeBook.MOST, false);
        assertThat(given().redirects().follow(false).get("/topics/" + large.slug()).statusCode()).isEqualTo(200);
        var last = codeBook.merge(large, trade);
        assertThat(last).extracting(CodeBook.Done::moved, CodeBook.Done::whole).containsExactly(more, true);
        assertThat(revisions.together(last.number()).count()).isEqualTo(more + 1);
    }

    @Test
    void mergersInARowAreFollowed() {
        codeBook.merge(commerce, trade);
        var third = topic("Third", null);
        codeBook.merge(trade, third);
        assertThat(topics.named(List.of(commerce.slug())).get(commerce.slug()).slug()).isEqualTo(third.slug());
    }

    @Test
    void aMergerThatWouldMakeTwoStancesOfOneSaysWhere() {
        history.keep(new StatementRecord(second.id(), 1, second.date(), null, null, second.summary(), null, null, second.topics(), second.speakers(), List.of(), List.of(),
                List.of(new StatementRecord.Stance(null, commerce.slug(), 1), new StatementRecord.Stance(null, trade.slug(), -1)), second.renderings(), List.of(), List.of(), null));
        long before = revisions.last();
        var refused = sent("/topics/" + commerce.slug() + "/merger?into=" + trade.slug(), "into", trade.slug());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("‘On commerce again’: There is another stance");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void aTopicIsNotMergedIntoNothingOrItself() {
        for (var into : List.of("Nothing of the kind", commerce.label(), commerce.slug(), "\u0000", "<script>")) {
            var refused = given().queryParam("into", into).get("/topics/" + commerce.slug() + "/merger");
            assertThat(refused.statusCode()).as(into).isBetween(400, 422);
            assertThat(refused.body().asString()).doesNotContain("<script>");
        }
        assertThat(given().get("/topics/nothing/merger").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTickedGoesToANewTopicAndComesBack() {
        var path = "/topics/" + commerce.slug() + "/split";
        var label = kept.unique("Fairs");
        var preview = ticked(path, label, "preview", first.id(), event.id());
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body().asString()).contains("The topic ‘" + label + "’ begins", "2 passages get");
        long before = revisions.last();
        var saved = ticked(path, label, "save", first.id(), event.id());
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(revisions.last() - before).isEqualTo(3);
        var slug = topics.called(label).orElseThrow().slug();
        assertThat(present(first).topics()).containsExactly(slug);
        assertThat(present(event).topics()).containsExactly(slug);
        assertThat(present(second).topics()).containsExactly(commerce.slug());

        assertThat(undo(Long.parseLong(saved.cookie("notice").replaceAll("\\D", ""))).statusCode()).isEqualTo(303);
        assertThat(present(first).topics()).containsExactly(commerce.slug());
        assertThat(topics.called(label)).isEmpty();
    }

    @Test
    void aSplitThatNamesNothingComesBackWithItsTicks() {
        var refused = ticked("/topics/" + commerce.slug() + "/split", " ", "save", first.id());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("Name the topic that they go to").contains("value=\"" + first.id() + "\" checked");
        assertThat(ticked("/topics/" + commerce.slug() + "/split", "Somewhere", "save").body().asString()).contains("Tick what goes");
        assertThat(ticked("/topics/" + commerce.slug() + "/split", commerce.label(), "save", first.id()).statusCode()).isEqualTo(422);
    }

    @Test
    void aTopicIsRenamedAndItsOldSlugStillFilters() {
        var label = kept.unique("Renamed");
        var saved = FilledForm.open("/topics/" + commerce.slug() + "/edit").type("label", label).type("slug", label.toLowerCase().replace(' ', '-')).press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(given().redirects().follow(false).get("/topics/" + commerce.slug()).statusCode()).isEqualTo(301);
        assertThat(csv("topic=" + commerce.slug())).contains("On commerce again");
        assertThat(given().get("/topics/" + commerce.slug()).body().asString()).contains(label, "4 passages", "On commerce again");
    }

    @Test
    void aTopicIsMadeInPlaceByTheFormOfAStatement() {
        var label = kept.unique("In place");
        var form = FilledForm.open("/statements/new?speaker=nato&date=2023-02-01").type("words", "\"Words.\"").type("topics[0].label", label);
        var refused = form.press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("Create the topic ‘" + label + "’");
        assertThat(topics.called(label)).isEmpty();
        assertThat(FilledForm.of(refused).tick("topics[0].create", label).press("check").body().asString()).contains("checked> Create the topic");
        assertThat(topics.called(label)).isEmpty();
        assertThat(FilledForm.of(refused).tick("topics[0].create", label).press("save").statusCode()).isEqualTo(303);
        assertThat(csv("topic=" + topics.called(label).orElseThrow().slug())).contains("Words.");
        assertThat(given().get("/topics").body().asString()).contains("Topics");
    }

    private TopicRecord topic(String label, String parent) {
        return history.keep(new TopicRecord(null, null, null, kept.unique(label), "What it is", parent, null));
    }

    private StatementRecord said(String speaker, UUID document, String summary, List<String> topics, List<StatementRecord.Stance> stances) {
        return history.keep(new StatementRecord(null, null, "2023-02-01", null, null, summary, null, null, topics,
                List.of(new StatementRecord.Speaker(speaker, null, null, null, null, null)), List.of(), List.of(), stances,
                List.of(new StatementRecord.Rendering(document, true, null, null, null, null, null, null, null)), List.of(), List.of(), null));
    }

    private static EventRecord withTopic(EventRecord event, String topic) {
        return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), event.parent(),
                event.participants(), event.citations(), event.codings(), event.links(), List.of(topic), null);
    }

    private static StatementRecord withSummary(StatementRecord record, String summary) {
        return new StatementRecord(record.id(), record.version(), record.date(), record.dateBasis(), record.time(), summary, record.event(), record.instrument(), record.topics(),
                record.speakers(), record.addressees(), record.targets(), record.stances(), record.renderings(), record.codings(), record.links(), null);
    }

    private StatementRecord present(StatementRecord record) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().record();
    }

    private EventRecord present(EventRecord record) {
        return (EventRecord) revisions.present(RecordKind.EVENT, record.id()).orElseThrow().record();
    }

    private static String csv(String query) {
        return given().get("/timeline.csv?" + query).body().asString();
    }

    private static Response undo(long number) {
        return sent("/history/" + number, "x", "x", "/history/" + number + "/together/undo");
    }

    private static Response sent(String page, String name, String value) {
        return sent(page, name, value, page.replaceFirst("\\?.*", ""));
    }

    /** Presses a button of a page whose only fields are hidden. */
    private static Response sent(String page, String name, String value, String to) {
        var opened = given().get(page);
        var token = opened.body().asString().replaceFirst("(?s).*?name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
        return given().redirects().follow(false).cookies(opened.cookies()).formParam("csrf-token", token).formParam(name, value).post(to);
    }

    private static Response ticked(String path, String to, String action, UUID... items) {
        var opened = given().get(path);
        var token = opened.body().asString().replaceFirst("(?s).*?name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
        return given().redirects().follow(false).cookies(opened.cookies()).formParam("csrf-token", token).formParam("to", to).formParam("action", action)
                .formParam("item", (Object[]) items).post(path);
    }
}
