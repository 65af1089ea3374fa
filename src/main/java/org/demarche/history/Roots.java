package org.demarche.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

/**
 * What the repositories of all roots have in common.
 *
 * @param <E> the row of the root's own table
 * @param <R> the record that it is written from
 */
public abstract class Roots<E extends RootRow, R extends RootRecord> implements PanacheRepositoryBase<E, UUID>, Recorded<R> {
    @Inject
    protected Identities identities;
    @Inject
    protected Remembered remembered;

    @Override
    public Integer lockedVersion(UUID id) {
        var row = findById(id, LockModeType.PESSIMISTIC_WRITE);
        return row == null ? null : row.version;
    }

    @Override
    public Set<UUID> here(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().map(row -> row.id).collect(Collectors.toSet());
    }

    @Override
    public void retract(UUID id, int version) {
        var row = findById(id);
        row.retracted = true;
        row.version = version;
        flush();
    }

    @Override
    public void retractAll(Collection<UUID> ids, int version) {
        flush();
        var table = kind() == RecordKind.STATEMENT || kind() == RecordKind.EVENT ? "item" : kind().word();
        getEntityManager().createNativeQuery("update " + table + " set retracted = true, version = :next where id in (:ids) and version = :version and not retracted")
                .setParameter("next", version + 1).setParameter("version", version).setParameter("ids", ids).executeUpdate();
        getEntityManager().clear();
    }

    /** @param queries in SQL, each of which gives those of {@code :ids} that something uses, as {@code used} */
    protected Set<UUID> used(Collection<UUID> ids, List<String> queries) {
        flush();
        return queries.stream().flatMap(query -> getEntityManager().unwrap(Session.class).createNativeQuery(query, UUID.class).setParameter("ids", ids)
                .getResultStream()).collect(Collectors.toSet());
    }

    /** Whether it is there and not retracted. */
    public boolean isPresent(UUID id) {
        return id != null && count("id = ?1 and retracted = false", id) > 0;
    }

    /** The row to write a record into: the present one, or the new one given. */
    protected E row(R record, E fresh) {
        var row = record.version() == 1 ? fresh : findById(record.id());
        row.id = record.id();
        row.version = record.version();
        row.retracted = false;
        return row;
    }

    /**
     * Says what still uses a record.
     *
     * @param counts what to say of a number, as {@code "%d statements are about it"}, and the query in SQL that counts, with {@code :id}
     */
    protected List<String> uses(UUID id, Map<String, String> counts) {
        return new LinkedHashMap<>(counts).entrySet().stream().map(entry -> {
            var number = (Number) getEntityManager().createNativeQuery(entry.getValue()).setParameter("id", id).getSingleResult();
            return number.longValue() == 0 ? null : entry.getKey().formatted(number.longValue());
        }).filter(java.util.Objects::nonNull).toList();
    }
}
