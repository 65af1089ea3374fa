package org.demarche.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

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
        var change = new Change(texts, revisions, identities, entities);
        var result = QuarkusTransaction.requiringNew().call(() -> {
            var answer = work.apply(change);
            number(change);
            return answer;
        });
        if (change.last() > 0) {
            durability.await();
            committed.fire(new Committed(change.last()));
        }
        return result;
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
