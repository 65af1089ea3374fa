package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.Actors;
import org.demarche.history.Author;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
class HistoryTest {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Actors actors;
    @Inject
    Samples samples;
    @Inject
    Author author;

    @Test
    void aNewRecordOfEachKindIsKeptAsItsFirstRevision() {
        for (var record : samples.all()) {
            long before = revisions.last();
            var kept = history.keep(record);

            var revision = revisions.after(before, 10);
            assertThat(revision).as("revisions of %s", kept).hasSize(1);
            assertThat(revision.get(0).number()).isEqualTo(before + 1);
            assertThat(revision.get(0).record()).isEqualTo(kept);
            assertThat(revision.get(0).by()).isEqualTo(author.name());
            assertThat(revision.get(0).reason()).isEqualTo("a reason");
            assertThat(kept.version()).isEqualTo(1);
            assertThat(kept.id().version()).isEqualTo(7);
        }
    }

    @Test
    void aStatementThatIsSavedAgainAsItIsKeepsEverything() {
        var first = history.keep(samples.statement());

        var second = history.keep(first);

        assertThat(second).isEqualTo(first.identified(first.id(), 2));
    }

    @Test
    void whoeverChangesAnOldVersionIsRefusedAndShownThePresentOne() {
        var first = history.keep(samples.source());
        var second = history.keep(renamed(first, "Gazette renamed"));

        assertThatThrownBy(() -> history.keep(renamed(first, "Gazette lost")))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> assertThat(stale.current()).isEqualTo(second));
        assertThat(present(first)).isEqualTo(second);
    }

    @Test
    void aRetractionNeedsAReasonAndLeavesTheHistory() {
        var kept = history.keep(samples.plainStatement("was never said"));

        assertThatThrownBy(() -> retract(kept, 1, " ")).isInstanceOf(InvalidRecordException.class).hasMessageContaining("reason");
        retract(kept, 1, "It was never said");

        var present = revisions.present(RecordKind.STATEMENT, kept.id()).orElseThrow();
        assertThat(present.isRetraction()).isTrue();
        assertThat(present.version()).isEqualTo(2);
        assertThat(present.reason()).isEqualTo("It was never said");
        assertThat(revisions.of(RecordKind.STATEMENT, kept.id())).extracting(RevisionView::record).containsExactly(null, kept);
        assertThatThrownBy(() -> retract(kept, 2, "again")).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void whatIsStillUsedCanNotBeRetracted() {
        var affiliation = history.keep(samples.affiliation());
        var actor = actors.named(affiliation.member()).orElseThrow().id();

        assertThatThrownBy(() -> history.write(change -> {
            change.retract(RecordKind.ACTOR, actor, 1, "a mistake");
            return null;
        })).isInstanceOf(InvalidRecordException.class).hasMessageContaining("1 affiliations name it");
    }

    @Test
    void undoingMakesOneRevisionThatIsAsTheOneBefore() {
        var first = history.keep(samples.statement());
        history.keep(first.identified(first.id(), 1));
        long before = revisions.last();

        var restored = restore(first, 2);

        assertThat(restored).isEqualTo(first.identified(first.id(), 3));
        assertThat(revisions.last()).isEqualTo(before + 1);
    }

    @Test
    void undoingARetractionBringsTheRecordBackWithAllItsParts() {
        var first = history.keep(samples.statement());
        retract(first, 1, "a mistake");

        assertThat(restore(first, 2)).isEqualTo(first.identified(first.id(), 3));
        assertThat(revisions.present(RecordKind.STATEMENT, first.id()).orElseThrow().isRetraction()).isFalse();
    }

    @Test
    void undoingWhatWasOnlyJustAddedRetractsIt() {
        var first = history.keep(samples.plainStatement("added by mistake"));

        assertThat(restore(first, 1)).isNull();
        assertThat(revisions.present(RecordKind.STATEMENT, first.id()).orElseThrow().isRetraction()).isTrue();
    }

    @Test
    void undoingIsRefusedWhenSomebodyChangedTheRecordSince() {
        var first = history.keep(samples.source());
        var second = history.keep(renamed(first, "Gazette two"));
        var third = history.keep(renamed(second, "Gazette three"));

        assertThatThrownBy(() -> restore(first, 2)).isInstanceOfSatisfying(StaleVersionException.class, stale -> assertThat(stale.current()).isEqualTo(third));
        assertThat(present(first)).isEqualTo(third);
    }

    @Test
    void changingWhatWasNeverThereIsRefused() {
        var nobody = samples.source().identified(UUID.randomUUID(), 1);

        assertThatThrownBy(() -> history.keep(nobody)).isInstanceOf(UnknownRecordException.class);
    }

    @Test
    void aFaultInOneRecordLeavesNothingOfTheWholeChange() {
        long before = revisions.last();
        var good = samples.source();
        var ids = new ArrayList<UUID>();

        assertThatThrownBy(() -> history.write(change -> {
            ids.add(change.keep(good).id());
            return change.keep(new SourceRecord(null, null, null, "", "Z", null));
        })).isInstanceOfSatisfying(InvalidRecordException.class,
                invalid -> assertThat(invalid.violations()).extracting(violation -> violation.field()).containsExactly("name", "reliability"));

        assertThat(revisions.last()).isEqualTo(before);
        assertThat(revisions.present(RecordKind.SOURCE, ids.get(0))).isEmpty();
        assertThat(history.keep(good).slug()).as("the slug was not taken").doesNotEndWith("-2");
    }

    @Test
    void fourWritersAtOnceGetNumbersWithoutGapsInTheOrderOfTime() throws Exception {
        long before = revisions.last();
        int each = 15;
        var writers = Executors.newFixedThreadPool(4);
        try {
            Callable<List<UUID>> work = () -> {
                var ids = new ArrayList<UUID>();
                for (int written = 0; written < each; written++) {
                    ids.add(history.keep(samples.source()).id());
                }
                return ids;
            };
            var written = new ArrayList<UUID>();
            for (var ids : writers.invokeAll(List.of(work, work, work, work))) {
                written.addAll(ids.get());
            }

            var made = revisions.after(before, 1000);
            assertThat(made).hasSize(4 * each).extracting(RevisionView::id).containsExactlyInAnyOrderElementsOf(written);
            Instant last = Instant.MIN;
            for (int index = 0; index < made.size(); index++) {
                assertThat(made.get(index).number()).isEqualTo(before + 1 + index);
                assertThat(made.get(index).at()).isAfterOrEqualTo(last);
                last = made.get(index).at();
            }
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void twoWhoChangeTheSameVersionAtOnceAreNotBothTaken() throws Exception {
        var first = history.keep(samples.source());
        var writers = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> work = () -> {
                try {
                    history.keep(renamed(first, "Gazette by " + Thread.currentThread().getName()));
                    return true;
                } catch (StaleVersionException refused) {
                    return false;
                }
            };
            int taken = 0;
            for (var outcome : writers.invokeAll(List.of(work, work, work, work))) {
                taken += outcome.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
            assertThat(revisions.of(RecordKind.SOURCE, first.id())).hasSize(2);
        } finally {
            writers.shutdown();
        }
    }

    private static SourceRecord renamed(SourceRecord source, String name) {
        return new SourceRecord(source.id(), null, source.version(), name, source.reliability(), null);
    }

    private Object present(SourceRecord source) {
        return revisions.present(RecordKind.SOURCE, source.id()).orElseThrow().record();
    }

    private void retract(StatementRecord statement, int version, String reason) {
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, statement.id(), version, reason);
            return null;
        });
    }

    private Object restore(org.demarche.history.RootRecord record, int version) {
        var kind = record instanceof StatementRecord ? RecordKind.STATEMENT : RecordKind.SOURCE;
        return history.write(change -> change.restore(kind, record.id(), version, "undone"));
    }
}
