package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.database.Postgres;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Directory;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;

@QuarkusTest
@Tag("database")
@WithTestResource(value = Postgres.class, scope = TestResourceScope.GLOBAL)
class IndexFollowsHistoryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    History history;
    @Inject
    Items items;
    @Inject
    Directory directory;
    @Inject
    Revisions revisions;
    @Inject
    ItemIndex index;

    private ActorRecord state;
    private ActorRecord speaker;
    private AffiliationRecord office;
    private SourceRecord source;
    private DocumentRecord document;

    @BeforeEach
    void aStateASpokespersonAndADocument() {
        state = history.keep(actor("STATE", "Ruritania " + UUID.randomUUID()));
        speaker = history.keep(actor("PERSON", "Rudolf Rassendyll " + UUID.randomUUID()));
        office = history.keep(new AffiliationRecord(null, null, speaker.slug(), state.slug(), "OCCUPANCY", "Spokesperson", "SPOKESPERSON", "2000", "..", true, null, false, null, List.of(), null, null));
        source = history.keep(new SourceRecord(null, null, null, "The Strelsau Gazette " + UUID.randomUUID(), null, null));
        document = history.keep(document(null, "2021-03-04"));
    }

    @Test
    void aStatementIsFoundAsSoonAsItIsKeptAndGoneAsSoonAsItIsRetracted() {
        var kept = history.keep(statement("2021-03-04", "condemns the coronation", null));

        assertThat(found("behalf=" + state.slug())).containsExactly(kept.id());
        assertThat(items.list(query("q=condemning&speaker=" + speaker.slug())).items().get(0).title()).isEqualTo("condemns the coronation");

        history.write(change -> {
            change.retract(RecordKind.STATEMENT, kept.id(), kept.version(), "said by somebody else");
            return null;
        });

        assertThat(found("behalf=" + state.slug())).isEmpty();
        assertThat(items.count(query("behalf=" + state.slug())).all()).isZero();
    }

    @Test
    void aRenamedActorIsFoundByItsNewNameAndSlug() {
        var kept = history.keep(statement("2021", "greets", null));
        var word = "zenda" + Math.abs(UUID.randomUUID().hashCode());

        history.keep(new ActorRecord(state.id(), word, state.version(), "STATE", "Kingdom of " + word, null, List.of(), null, null, null, null, null, List.of(), null));

        assertThat(found("q=" + word)).containsExactly(kept.id());
        assertThat(found("behalf=" + word)).containsExactly(kept.id());
        assertThat(found("behalf=" + state.slug())).as("the old slug").containsExactly(kept.id());
    }

    @Test
    void aDocumentThatIsDatedMovesTheItemsThatHaveNoDateOfTheirOwn() {
        var undated = history.keep(statement("/..", "warns", null));
        assertThat(found("from=2021-03-04&to=2021-03-04&behalf=" + state.slug())).containsExactly(undated.id());

        history.keep(document(document, "2022-05-06"));

        assertThat(found("from=2021-03-04&to=2021-03-04&behalf=" + state.slug())).isEmpty();
        assertThat(found("from=2022-05-06&to=2022-05-06&behalf=" + state.slug())).containsExactly(undated.id());
    }

    @Test
    void aDocumentOfAnotherSourceTakesItsItemsAlong() {
        var kept = history.keep(statement("2021", "regrets", null));
        var other = history.keep(new SourceRecord(null, null, null, "Hentzau Herald " + UUID.randomUUID(), null, null));

        history.keep(new DocumentRecord(document.id(), document.version(), other.slug(), null, "Front page", null, null, "2021", null, "en", null, null, null));

        assertThat(found("source=" + other.slug())).containsExactly(kept.id());
        assertThat(found("source=" + source.slug())).isEmpty();
    }

    @Test
    void aPostOfAnotherLevelChangesWhatItsHolderSaid() {
        var kept = history.keep(statement("2021", "announces", null));
        assertThat(found("level=MINISTER&speaker=" + speaker.slug())).isEmpty();

        history.keep(new AffiliationRecord(office.id(), office.version(), speaker.slug(), state.slug(), "OCCUPANCY", "Minister", "MINISTER", "2000", "..", true, null, false, null, List.of(), null, null));

        assertThat(found("level=MINISTER&speaker=" + speaker.slug())).containsExactly(kept.id());
    }

    @Test
    void anEventThatBecomesPartOfAnotherTakesAlongWhatWasSaidAtIt() {
        var tour = history.keep(event("Tour", null));
        var stop = history.keep(event("Stop on the way", null));
        var talks = history.keep(event("Talks at the stop", stop.id()));
        var said = history.keep(statement("2021", "thanks", talks.id()));
        assertThat(found("event=" + tour.id())).isEmpty();

        history.keep(new EventRecord(stop.id(), stop.version(), stop.kind(), stop.title(), stop.date(), null, null, null, null, tour.id(), List.of(), List.of(), List.of(), List.of(), List.of(), null));

        assertThat(found("event=" + tour.id())).containsExactlyInAnyOrder(stop.id(), talks.id(), said.id());
    }

    @Test
    void whatManySaveAtOnceIsVisibleToEachWhenItsSaveReturns() throws Exception {
        var asked = query("limit=500&behalf=" + state.slug());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var saves = IntStream.range(0, 40).<Callable<Boolean>>mapToObj(number -> () -> {
                var kept = history.keep(statement("2021", "repeats number " + number, null));
                return items.list(asked).items().stream().anyMatch(item -> item.id().equals(kept.id()));
            }).toList();
            for (var saved : threads.invokeAll(saves)) {
                assertThat(saved.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(items.revision()).isEqualTo(revisions.last());
    }

    /** Another server is the same class beside the same database, with a folder of its own; nobody tells it of a change. */
    @Test
    void aChangeIsSeenOnAnotherServerWithinASecond(@TempDir Path folder) {
        var other = new IndexFollower();
        other.index = new ItemIndex(folder, index.content());
        other.arguments = new String[0];
        other.open(null);
        try {
            var quickest = Duration.ofDays(1);
            for (int change = 0; change < 5; change++) {
                var kept = history.keep(statement("2021", "is seen elsewhere " + change, null));
                long saved = System.nanoTime();
                long number = revisions.last();
                assertThat(number).isGreaterThan(0);
                while (other.index.revision() < number && System.nanoTime() - saved < PATIENCE.toNanos()) {
                    LockSupport.parkNanos(1_000_000);
                }
                var took = Duration.ofNanos(System.nanoTime() - saved);
                assertThat(new LuceneItems(other.index).list(query("limit=500&behalf=" + state.slug())).items()).extracting(Item::id).contains(kept.id());
                quickest = took.compareTo(quickest) < 0 ? took : quickest;
            }
            // Each change is made just after a look, so that the quickest of them tells how far looks are apart, also where the machine is busy.
            assertThat(quickest).isLessThan(Duration.ofSeconds(1));
        } finally {
            other.close(null);
        }
    }

    private List<UUID> found(String text) {
        return items.list(query(text)).items().stream().map(Item::id).toList();
    }

    private TimelineQuery query(String text) {
        return TimelineQuery.ofQueryString(text, directory);
    }

    private static ActorRecord actor(String type, String name) {
        return new ActorRecord(null, null, null, type, name, null, List.of(), null, null, null, null, null, List.of(), null);
    }

    private DocumentRecord document(DocumentRecord present, String published) {
        return new DocumentRecord(present == null ? null : present.id(), present == null ? null : present.version(), source.slug(), null, "Front page", null, null, published, null, "en", null, null, null);
    }

    private StatementRecord statement(String date, String summary, UUID event) {
        return new StatementRecord(null, null, date, null, null, summary, event, null, List.of(), List.of(new StatementRecord.Speaker(speaker.slug(), null, null, null, null, null)),
                List.of(), List.of(), List.of(), List.of(new StatementRecord.Rendering(document.id(), null, "INDIRECT", null, "en", null, null, null, List.of())), List.of(), List.of(), null);
    }

    private static EventRecord event(String title, UUID parent) {
        return new EventRecord(null, null, "MEETING", title, "2021", null, null, null, null, parent, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
