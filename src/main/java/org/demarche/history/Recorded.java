package org.demarche.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.demarche.web.Violations;

/**
 * What a feature offers so that its records can be kept, restored, retracted and archived. All methods run inside the transaction of
 * {@link History}.
 *
 * @param <R> the record
 */
public interface Recorded<R extends RootRecord> {
    RecordKind kind();

    Class<R> type();

    /**
     * The record in its normal form: texts normalised, slugs present ones, defaults filled in. Every fault is added to the violations,
     * and what is returned is only kept where there is none.
     */
    R checked(R given, Violations violations);

    /** Looks up what the checks of these records will ask for, and lets {@link Remembered} keep the answers: before many are added at once. */
    default void ahead(List<R> records) {
    }

    /** Those of these ids that have a row, retracted ones too. */
    Set<UUID> here(Collection<UUID> ids);

    /** Writes the checked record into the tables, as a new row where its version is the first; a retracted row is there again. */
    void store(R record);

    /** The version in the tables, locked against other writers until the transaction ends; null where the id has no row. */
    Integer lockedVersion(UUID id);

    /** Takes the row out of every list. Its id and slug stay taken, and rows that refer to it stay valid. */
    void retract(UUID id, int version);

    /** Changes what else has to change with a record that was just kept, in the same transaction. The revisions still tell what was before. */
    default void follow(R kept, Change change) {
    }

    /**
     * Where somebody is asked before a change is undone, because more hangs on it than the record.
     *
     * @param undone the change, the present one of its record
     * @param restored as it would be again, null where undoing retracts it
     * @return an address, null where nothing has to be asked
     */
    default String askedBeforeUndoing(RevisionView undone, R restored) {
        return null;
    }

    /** What stands in the way of a retraction, in words for people; empty where nothing does. */
    List<String> uses(UUID id);

    /** Those of these ids that something still uses. Where there may be thousands of a kind, it asks for all of them at once. */
    default Set<UUID> used(Collection<UUID> ids) {
        return ids.stream().filter(id -> !uses(id).isEmpty()).collect(java.util.stream.Collectors.toSet());
    }

    /** Takes the rows of these ids out of every list, each of which has this version. */
    void retractAll(Collection<UUID> ids, int version);
}
