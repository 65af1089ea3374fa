package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.ConflictException;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Violations;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many records of one change, looked up and written together. */
@QuarkusTest
@Tag("database")
class ManyAtOnceTest {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Identities identities;
    @Inject
    Samples samples;
    @Inject
    EntityManagerFactory sessions;

    @Test
    void inWhateverOrderTheyStandEachFindsTheOthersAndTheRevisionsFollowThatOrder() {
        long seed = System.nanoTime();
        var world = new World(3);
        var shuffled = new ArrayList<>(world.records);
        Collections.shuffle(shuffled, new Random(seed));
        long before = revisions.last();

        var kept = addAll(shuffled);

        assertThat(revisions.after(before, 1_000)).as("seed %d", seed).extracting(RevisionView::record).isEqualTo(kept);
        assertThat(kept).as("seed %d", seed).extracting(RootRecord::id).containsExactlyElementsOf(shuffled.stream().map(RootRecord::id).toList());
        assertThat(kept).as("seed %d", seed).extracting(RootRecord::version).containsOnly(1);
        assertThat(world.statementsOf(kept)).as("seed %d", seed).hasSize(3).allSatisfy(statement -> {
            assertThat(statement.speakers().get(0).behalf()).containsExactly(world.ministry, world.state);
            assertThat(statement.speakers().get(0).role()).isEqualTo("Minister");
        });
    }

    @Test
    void whatIsKeptIsWhatEachAloneWouldHaveBeen() {
        var kept = addAll(new World(2).records);

        for (var record : kept) {
            var violations = new Violations();
            RootRecord alone = history.write(change -> change.checked(record, violations));
            assertThat(violations.list()).as("%s", record).isEmpty();
            assertThat(alone).isEqualTo(record);
        }
    }

    @Test
    void oneWithAFaultLeavesNothingOfThem() {
        long before = revisions.last();
        var world = new World(1);
        var wrong = new ArrayList<>(world.records);
        wrong.add(new EventRecord(identities.newId(), null, "VISIT", "Nowhere", "2021", null, null, null, null, identities.newId(), List.of(), List.of(), List.of(), List.of(), List.of(), null));
        wrong.add(new SourceRecord(identities.newId(), null, null, "", "Z", null));

        assertThatThrownBy(() -> addAll(wrong)).isInstanceOfSatisfying(InvalidRecordException.class,
                invalid -> assertThat(invalid.violations()).extracting(violation -> violation.field()).containsExactly("parent"));
        assertThat(revisions.last()).isEqualTo(before);
        assertThat(addAll(world.records)).hasSameSizeAs(world.records);
    }

    @Test
    void anIdThatIsThereOrStandsTwiceIsRefused() {
        var kept = history.keep(samples.source());
        var fresh = samples.source().identified(identities.newId(), null);

        assertThatThrownBy(() -> addAll(List.of(fresh, kept))).isInstanceOf(ConflictException.class).hasMessageContaining(kept.id() + " already");
        assertThatThrownBy(() -> addAll(List.of(fresh, fresh))).isInstanceOf(ConflictException.class).hasMessageContaining("two records");
    }

    @Test
    void twoOfOneNameGetSlugsOfTheirOwnAndOneThatIsTakenIsRefused() {
        var name = "Gazette " + Long.toString(System.nanoTime(), 36);
        var twice = addAll(List.of(source(null, name), source(null, name)));
        var slug = ((SourceRecord) twice.get(0)).slug();

        assertThat(((SourceRecord) twice.get(1)).slug()).isEqualTo(slug + "-2");
        assertThatThrownBy(() -> addAll(List.of(source(slug, "Another"), source(null, name)))).isInstanceOf(InvalidRecordException.class).hasMessageContaining(slug);
    }

    @Test
    void tenTimesAsManyTakeFewMoreStatementsThanTheirRowsInBatches() {
        long few = statements(() -> addAll(new World(10).records));
        long many = statements(() -> addAll(new World(100).records));

        assertThat(many).as("statements for 10: %d", few).isLessThan(4 * few);
    }

    @Test
    void changesWrittenTogetherAreAllThereAndAFailureKeepsThoseBefore() {
        long before = revisions.last();

        assertThatThrownBy(() -> history.together(writing -> {
            writing.write(change -> change.keep(samples.source()));
            writing.write(change -> change.keep(samples.source()));
            return writing.write(change -> change.keep(new SourceRecord(null, null, null, "", null, null)));
        })).isInstanceOf(InvalidRecordException.class);

        assertThat(revisions.after(before, 10)).hasSize(2).extracting(RevisionView::kind).containsOnly(RecordKind.SOURCE);
    }

    private List<RootRecord> addAll(List<? extends RootRecord> records) {
        return history.write(change -> change.addAll(records));
    }

    private static SourceRecord source(String slug, String name) {
        return new SourceRecord(null, slug, null, name, null, null);
    }

    private long statements(Runnable work) {
        var statistics = sessions.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.run();
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }

    /** A state whose minister says something at each of so many events, each part of the one before; each statement answers the one before. None of it is kept yet. */
    private final class World {
        private final String mark = Long.toString(System.nanoTime(), 36);
        private final String state = "state-" + mark;
        private final String ministry = "ministry-" + mark;
        private final List<RootRecord> records = new ArrayList<>();

        private World(int events) {
            records.add(new SourceRecord(identities.newId(), "gazette-" + mark, null, "Gazette " + mark, "B", null));
            records.add(actor(state, "STATE"));
            records.add(actor(ministry, "ORGANIZATION"));
            records.add(actor("minister-" + mark, "PERSON"));
            records.add(tie(ministry, state, "PART_OF", null));
            records.add(tie("minister-" + mark, ministry, "OCCUPANCY", "Minister"));
            UUID parent = null;
            UUID said = null;
            for (int number = 0; number < events; number++) {
                var document = new DocumentRecord(identities.newId(), null, "gazette-" + mark, null, "Report " + number, null, null, "2021-03-0" + (number % 9 + 1), null, "en", null, null, null);
                var event = new EventRecord(identities.newId(), null, "MEETING", "Meeting " + number, "2021-03-04", null, null, null, null, parent,
                        List.of(new EventRecord.Participant(state, List.of("HOST"))), List.of(), List.of(), links("AFTER", number == 1 ? said : null), List.of(), null);
                var statement = new StatementRecord(identities.newId(), null, "2021-03-05", null, null, "Says it for the " + number + "th time", event.id(), null, List.of(),
                        List.of(new StatementRecord.Speaker("minister-" + mark, null, null, null, null, null)), List.of(), List.of(state), List.of(new StatementRecord.Stance(null, state, 1)),
                        List.of(new StatementRecord.Rendering(document.id(), null, null, "“It is so.”", "en", null, null, null, List.of())), List.of(), links("RESPONDS_TO", said), null);
                records.addAll(List.of(document, event, statement));
                parent = event.id();
                said = statement.id();
            }
        }

        private List<StatementRecord> statementsOf(List<RootRecord> kept) {
            return kept.stream().filter(StatementRecord.class::isInstance).map(StatementRecord.class::cast).toList();
        }

        private ActorRecord actor(String slug, String type) {
            return new ActorRecord(identities.newId(), slug, null, type, slug, null, List.of(), null, null, null, null, null, List.of(), null);
        }

        private AffiliationRecord tie(String member, String whole, String kind, String role) {
            return new AffiliationRecord(identities.newId(), null, member, whole, kind, role, null, "2020", "..", null, null, null, null, List.of(), null, null);
        }

        private static List<LinkRecord> links(String kind, UUID to) {
            return to == null ? List.of() : List.of(new LinkRecord(kind, to, "STATED", List.of()));
        }
    }
}
