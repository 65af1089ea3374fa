package org.demarche.collection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** Up to which change each person has seen each collection. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Looks {
    /** Whoever comes back within this time is still looking: what was new to them stays new. */
    private static final Duration SITTING = Duration.ofMinutes(30);

    @Inject
    EntityManager entities;

    /**
     * @param seen the last change that was there when the person looked last
     * @param before what {@code seen} was before that sitting; null where it was the first
     */
    record Look(long seen, Long before, Instant at) {
    }

    /** What the person has seen of these; a collection that they never looked at is left out. One query. */
    Map<UUID, Look> of(String person, Collection<UUID> collections) {
        var looks = new HashMap<UUID, Look>();
        if (!collections.isEmpty()) {
            entities.unwrap(Session.class).createNativeQuery("select collection_id, seen, seen_before, looked_at from collection_look "
                            + "where person = :person and collection_id in (:collections)", Object[].class)
                    .addScalar("collection_id", UUID.class).addScalar("seen", Long.class).addScalar("seen_before", Long.class).addScalar("looked_at", Instant.class)
                    .setParameter("person", person).setParameter("collections", collections).getResultList()
                    .forEach(row -> looks.put((UUID) row[0], new Look((Long) row[1], (Long) row[2], (Instant) row[3])));
        }
        return looks;
    }

    /**
     * Notes that the person looks at it now.
     *
     * @param last the last change that they see
     * @return the change after which all is new to them; null where they never looked before this sitting
     */
    Long look(String person, UUID collection, long last, Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> lookOnce(person, collection, last, now));
        } catch (ConstraintViolationException twoPagesAtOnce) {
            return QuarkusTransaction.requiringNew().call(() -> lookOnce(person, collection, last, now));
        }
    }

    private Long lookOnce(String person, UUID collection, long last, Instant now) {
        var look = of(person, List.of(collection)).get(collection);
        boolean sameSitting = look != null && look.at.plus(SITTING).isAfter(now);
        var before = look == null ? null : sameSitting ? look.before : Long.valueOf(look.seen);
        entities.unwrap(Session.class).createNativeMutationQuery(look == null
                        ? "insert into collection_look (person, collection_id, seen, seen_before, looked_at) values (:person, :collection, :seen, :before, :at)"
                        : "update collection_look set seen = :seen, seen_before = :before, looked_at = :at where person = :person and collection_id = :collection")
                .setParameter("person", person).setParameter("collection", collection).setParameter("seen", last).setParameter("before", before, Long.class)
                .setParameter("at", now.truncatedTo(ChronoUnit.MILLIS)).executeUpdate();
        return before;
    }
}
