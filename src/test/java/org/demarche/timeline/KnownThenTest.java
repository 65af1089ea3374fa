package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.database.Postgres;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Directory;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.source.Sources;
import org.demarche.statement.StatementRecord;
import org.demarche.web.BadParameterException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A query as of a moment may name what was known then, whatever became of it. */
@QuarkusTest
@Tag("database")
@WithTestResource(value = Postgres.class, scope = TestResourceScope.GLOBAL)
class KnownThenTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    Sources sources;
    @Inject
    Directory directory;

    private ActorRecord speaker;
    private DocumentRecord document;
    private EventRecord event;
    private StatementRecord said;
    private StatementRecord reply;

    @BeforeEach
    void aStatementAtAnEventAndAReply() {
        speaker = kept.actor("STATE", "Zenda");
        document = kept.document("Front page of Zenda", null);
        event = kept.event("Coronation", null, List.of(speaker), List.of());
        said = kept.statement("Is crowned", event.id(), List.of(speaker), List.of(), List.of(Kept.words(document, "Crowned", "en")), List.of());
        reply = kept.statement("Is glad", null, List.of(speaker), List.of(), List.of(Kept.words(document, "Glad", "en")), List.of(new LinkRecord("SUPPORTS", said.id(), "INFERRED", List.of())));
    }

    @Test
    void whatWasRetractedSinceCanStillBeNamed() {
        var then = at(RecordKind.STATEMENT, reply.id());
        retract(RecordKind.STATEMENT, reply.id());
        retract(RecordKind.STATEMENT, said.id());
        retract(RecordKind.EVENT, event.id());
        retract(RecordKind.DOCUMENT, document.id());
        retract(RecordKind.ACTOR, speaker.id());

        assertThat(found("event=" + event.id(), then)).containsExactly(said.id());
        assertThat(found("document=" + document.id(), then)).containsExactlyInAnyOrder(said.id(), reply.id());
        assertThat(found("item=" + reply.id(), then)).containsExactly(reply.id());
        assertThat(found("behalf=" + speaker.slug(), then)).containsExactlyInAnyOrder(said.id(), reply.id());
        assertThat(given().get("/timeline?from=2023&to=2023&behalf=" + speaker.slug() + "&event=" + event.id() + "&as_of=" + then).body().asString()).contains("Coronation", speaker.name());
        var view = given().get("/timeline.json?from=2023-02&to=2023-02&behalf=" + speaker.slug() + "&as_of=" + then).body().jsonPath();
        assertThat(view.getList("lanes.key")).containsExactly(speaker.slug());
        assertThat(view.getList("lanes.name")).containsExactly(speaker.name());

        for (var asked : List.of("event=" + event.id(), "document=" + document.id(), "item=" + reply.id(), "behalf=" + speaker.slug())) {
            assertThatThrownBy(() -> query(asked)).as(asked).isInstanceOf(BadParameterException.class);
            assertThatThrownBy(() -> query(asked + "&as_of=" + Instant.now())).as(asked + " after all of it").isInstanceOf(BadParameterException.class);
            assertThatThrownBy(() -> query(asked + "&as_of=2001-01-01")).as(asked + " before all of it").isInstanceOf(BadParameterException.class);
        }
    }

    @Test
    void linksAreThoseOfThatMoment() {
        var then = at(RecordKind.STATEMENT, reply.id());
        history.keep((StatementRecord) ((StatementRecord) present(RecordKind.STATEMENT, reply.id())).linked(List.of(), null));
        var asked = "/timeline.json?from=2023-02&to=2023-02&kind=statement&behalf=" + speaker.slug();

        assertThat(given().get(asked).body().jsonPath().getList("links")).isEmpty();
        assertThat(given().get(asked + "&as_of=" + then).body().jsonPath().getList("links")).containsExactly(List.of(1, 0, "SUPPORTS"));
    }

    @Test
    void aPublisherHasTheRatingOfThatMomentUnderItsPresentName() {
        var then = at(RecordKind.STATEMENT, reply.id());
        var source = (SourceRecord) present(RecordKind.SOURCE, sources.named(document.source()).orElseThrow().id());
        history.keep(new SourceRecord(source.id(), source.slug(), source.version(), "New " + source.name(), "E", null));

        var asked = "item=" + said.id();
        assertThat(items.list(query(asked)).items().get(0).report().reliability()).isEqualTo("E");
        assertThat(items.list(query(asked + "&as_of=" + then)).items().get(0).report()).extracting(Item.Report::reliability, Item.Report::sourceName).containsExactly("B", "New " + source.name());
    }

    private List<UUID> found(String asked, Instant moment) {
        return items.list(query(asked + "&as_of=" + moment)).items().stream().map(Item::id).toList();
    }

    private TimelineQuery query(String text) {
        return TimelineQuery.ofQueryString(text, directory);
    }

    private Instant at(RecordKind kind, UUID id) {
        return revisions.present(kind, id).orElseThrow().at();
    }

    private org.demarche.history.RootRecord present(RecordKind kind, UUID id) {
        return revisions.present(kind, id).orElseThrow().record();
    }

    private void retract(RecordKind kind, UUID id) {
        history.write(change -> {
            change.retract(kind, id, revisions.present(kind, id).orElseThrow().version(), "a test of what was known");
            return null;
        });
    }
}
