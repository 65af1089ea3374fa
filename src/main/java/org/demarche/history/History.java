package org.demarche.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.demarche.web.Again;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The one way to change anything. A change of one or more records is checked, stored and numbered in one transaction, is on disk and
 * visible to everybody when the call returns, and otherwise leaves nothing.
 */
@ApplicationScoped
public class History {
    @Inject
    RecordTexts texts;
    @Inject
    Revisions revisions;
    @Inject
    Identities identities;
    @Inject
    Remembered remembered;
    @Inject
    EntityManager entities;
    @Inject
    Author author;
    @Inject
    Durability durability;
    @Inject
    Event<Committed> committed;

    /** Keeps one record, new where its id is null, and gives it as it was kept. */
    public <R extends RootRecord> R keep(R record) {
        return write(change -> change.keep(record));
    }

    /**
     * Does all that the work asks for in one transaction, by the present author.
     *
     * @throws org.demarche.web.InvalidRecordException with all faults of the first record that has any
     * @throws org.demarche.web.StaleVersionException where somebody changed a record since the version given
     */
    public <T> T write(Function<Change, T> work) {
        return together(writing -> writing.write(work));
    }

    /** Writes changes, each in a transaction of its own. */
    public final class Writing {
        private long last;

        private Writing() {
        }

        /** Does what {@link History#write} does, but for the last: that it is on disk, and visible to everybody, waits for the end. */
        public <T> T write(Function<Change, T> work) {
            var change = new Change(texts, revisions, identities, remembered, entities);
            var result = QuarkusTransaction.requiringNew().call(() -> {
                var answer = work.apply(change);
                number(change);
                return answer;
            });
            last = Math.max(last, change.last());
            return result;
        }

        /** The same of what {@link History#attempt} does. */
        public <T> T attempt(Function<Change, Attempt<T>> work) {
            return Again.after(ConstraintViolationException.class, () -> attemptOnce(work));
        }

        @SuppressWarnings("unchecked")
        private <T> T attemptOnce(Function<Change, Attempt<T>> work) {
            try {
                return write(change -> {
                    var attempt = work.apply(change);
                    if (!attempt.kept()) {
                        throw new TakenBack(attempt.answer());
                    }
                    return attempt.answer();
                });
            } catch (TakenBack takenBack) {
                return (T) takenBack.answer;
            }
        }
    }

    /**
     * Does work that writes change after change and is acknowledged as a whole: on disk and visible to everybody when the call returns.
     * Where one change fails, those before it stay.
     */
    public <T> T together(Function<Writing, T> work) {
        var writing = new Writing();
        try {
            return work.apply(writing);
        } finally {
            if (writing.last > 0) {
                durability.await();
                committed.fire(new Committed(writing.last));
            }
        }
    }

    /** The same for work that fills an empty database; where it fails, or the process is killed, what is there is worth nothing. */
    public void fill(Consumer<Writing> work) {
        durability.filling(() -> together(writing -> {
            work.accept(writing);
            return null;
        }));
    }

    /**
     * What came of work that may be taken back.
     *
     * @param kept whether what it changed stays
     */
    public record Attempt<T>(T answer, boolean kept) {
    }

    /**
     * Does the work as {@link #write} does, and takes it back whole where its answer says so: what a form shows before saving is what
     * saving would give. Where two began the same publisher, document or actor at once, the next try finds what the other has kept.
     */
    public <T> T attempt(Function<Change, Attempt<T>> work) {
        return together(writing -> writing.attempt(work));
    }

    private static final class TakenBack extends RuntimeException {
        private final transient Object answer;

        private TakenBack(Object answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /** The last act of the transaction: the row lock keeps numbers gapless and in the order of commits. */
    private void number(Change change) {
        if (change.isEmpty()) {
            return;
        }
        entities.flush();
        entities.createQuery("update RevisionCounter set last = last + :count").setParameter("count", (long) change.count()).executeUpdate();
        var counter = entities.find(RevisionCounter.class, 1);
        entities.refresh(counter);
        counter.lastAt = later(Instant.now(), counter.lastAt);
        change.number(counter.last - change.count(), counter.lastAt, author.name());
        entities.flush();
    }

    private static Instant later(Instant one, Instant other) {
        var whole = one.truncatedTo(ChronoUnit.MILLIS);
        return other == null || whole.isAfter(other) ? whole : other;
    }
}
