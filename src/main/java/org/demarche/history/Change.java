package org.demarche.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import jakarta.persistence.EntityManager;

import org.demarche.web.ConflictException;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.RecordLimits;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;

/** What one transaction changes: handed to the work of {@link History#write}. */
public final class Change {
    private final RecordTexts texts;
    private final Revisions revisions;
    private final Identities identities;
    private final Remembered remembered;
    private final EntityManager entities;
    private final List<Revision> made = new ArrayList<>();
    private final List<BiConsumer<Long, Long>> onceNumbered = new ArrayList<>();
    private String by;
    private Instant at;

    Change(RecordTexts texts, Revisions revisions, Identities identities, Remembered remembered, EntityManager entities) {
        this.texts = texts;
        this.revisions = revisions;
        this.identities = identities;
        this.remembered = remembered;
        this.entities = entities;
    }

    /** What follows was recorded by this author at this instant, as an archive says of its records; otherwise it is by the present author, now. */
    public void recordedBy(String author, Instant instant) {
        by = author;
        at = instant;
    }

    /** What follows was recorded elsewhere, and what was right then is not asked again: see {@link AsRecorded}. */
    public void takesAsRecorded() {
        texts.takeAsRecorded();
    }

    /** The record in its normal form, every fault added to the violations; nothing is kept. */
    @SuppressWarnings("unchecked")
    public <R extends RootRecord> R checked(R record, Violations violations) {
        var id = record.id() == null ? identities.newId() : record.id();
        return (R) texts.featureOf(record).checked((R) record.identified(id, record.version()), violations).identified(record.id(), record.version());
    }

    /** Keeps a record, new where its id is null, and gives it as it was kept. */
    public <R extends RootRecord> R keep(R record) {
        if (record.id() == null) {
            return store(record, identities.newId(), 1);
        }
        var feature = texts.featureOf(record);
        int present = presentVersion(feature, record.id());
        if (!Objects.equals(record.version(), present)) {
            throw new StaleVersionException(presentRecord(feature.kind(), record.id()));
        }
        return store(record, record.id(), present + 1);
    }

    /** Keeps a record that brings its id and is not here yet, as an archive's do. */
    public <R extends RootRecord> R add(R record) {
        if (texts.featureOf(record).lockedVersion(record.id()) != null) {
            throw new ConflictException("There is a record with the id " + record.id() + " already", record);
        }
        return store(record, record.id(), 1);
    }

    /**
     * Keeps many records of which none is here yet, each as {@link #add} or {@link #keep} would, and in little more time than it takes to
     * write their rows. They may stand in any order, and their revisions follow it: one that names another waits for that one.
     *
     * @throws InvalidRecordException with all faults of the first record that can't be kept
     * @return the records as they were kept, in the same order
     */
    public List<RootRecord> addAll(List<? extends RootRecord> records) {
        return addAll(records, (record, violations) -> {
            throw new InvalidRecordException(violations);
        });
    }

    /**
     * The same, but what can't be kept is left out.
     *
     * @param refused told of each such record, with all its faults
     * @return the records that were kept, in the same order
     */
    public List<RootRecord> addAll(List<? extends RootRecord> records, BiConsumer<RootRecord, List<Violation>> refused) {
        var stored = new Addition(texts, identities, remembered, entities).of(records, refused);
        stored.forEach(one -> revise(one.kind(), one.record().id(), 1, one.record().reason(), one.text()));
        stored.forEach(one -> followed(one.record()));
        return stored.stream().map(Addition.Stored::record).toList();
    }

    /**
     * Checks records as {@link #addAll} would, and keeps none. All bring their ids.
     *
     * @param presumed lets features note what will be there by then, as their methods called {@code presume} do
     * @param refused told of each record that could not be kept, with all its faults
     */
    public void checkAll(List<? extends RootRecord> records, Runnable presumed, BiConsumer<RootRecord, List<Violation>> refused) {
        new Addition(texts, identities, remembered, entities).check(records, presumed, refused);
    }

    /**
     * Work of the same transaction that needs the numbers of its revisions: the first and the last one. Not called where nothing changed.
     */
    public void onceNumbered(BiConsumer<Long, Long> work) {
        onceNumbered.add(work);
    }

    /**
     * Retracts a record. Nothing is deleted: the history keeps it, and {@link #restore} brings it back.
     *
     * @param reason why, never blank
     */
    public void retract(RecordKind kind, UUID id, int version, String reason) {
        retract(kind, id, version, reason, () -> true);
    }

    /**
     * Retracts a record that others still use, once those are changed too.
     *
     * @param freed changes what uses it, while the record is out of every list already; false where that can't be done, and all is to be
     *     taken back
     * @return what it said
     */
    public boolean retract(RecordKind kind, UUID id, int version, String reason, BooleanSupplier freed) {
        var why = checkedReason(reason);
        if (why == null) {
            throw new InvalidRecordException(List.of(new Violation("reason", "Say why it is retracted")));
        }
        var feature = feature(kind);
        int present = presentVersion(feature, id);
        var record = presentRecord(kind, id);
        if (version != present || record == null) {
            throw new StaleVersionException(record);
        }
        feature.retract(id, present + 1);
        revise(kind, id, present + 1, why, null);
        if (!freed.getAsBoolean()) {
            return false;
        }
        var uses = feature.uses(id);
        if (!uses.isEmpty()) {
            throw new InvalidRecordException(List.of(new Violation("id", "It is still used: " + String.join("; ", uses))));
        }
        return true;
    }

    /** Retracts a record unless something still uses it; says whether it did. */
    public boolean retractUnused(RecordKind kind, UUID id, int version, String reason) {
        boolean unused = feature(kind).uses(id).isEmpty();
        if (unused) {
            retract(kind, id, version, reason);
        }
        return unused;
    }

    /**
     * Retracts those of these records, of one kind and each in this version, that nothing uses.
     *
     * @return their ids
     */
    public Set<UUID> retractUnused(RecordKind kind, Collection<UUID> ids, int version, String reason) {
        var feature = feature(kind);
        var unused = new LinkedHashSet<>(ids);
        unused.removeAll(feature.used(ids));
        if (!unused.isEmpty()) {
            feature.retractAll(unused, version);
            unused.forEach(id -> revise(kind, id, version + 1, checkedReason(reason), null));
        }
        return unused;
    }

    /**
     * Undoes the last change of a record with one new revision that is as the one before it; what was only just added is retracted.
     *
     * @param version the version to undo, which must still be the present one
     * @return the record as it is again, null where it is retracted now
     */
    public RootRecord restore(RecordKind kind, UUID id, int version, String reason) {
        int present = presentVersion(feature(kind), id);
        if (version != present) {
            throw new StaleVersionException(presentRecord(kind, id));
        }
        var before = version == 1 ? null : revisions.version(kind, id, version - 1).map(RevisionView::record).orElse(null);
        if (before == null) {
            retract(kind, id, version, reason);
            return null;
        }
        var checked = checked(before, id, present + 1);
        write(checked, checkedReason(reason));
        return checked;
    }

    boolean isEmpty() {
        return made.isEmpty();
    }

    int count() {
        return made.size();
    }

    /** The number of the last revision, 0 before they are numbered and where nothing changed. */
    long last() {
        return made.isEmpty() ? 0 : made.get(made.size() - 1).number;
    }

    void number(long before, Instant now, String author) {
        long number = before;
        for (var revision : made) {
            revision.number = ++number;
            revision.at = revision.at == null ? now : revision.at;
            revision.by = revision.by == null ? author : revision.by;
            entities.persist(revision);
        }
        onceNumbered.forEach(work -> work.accept(before + 1, last()));
    }

    private <R extends RootRecord> R store(R record, UUID id, int version) {
        var checked = checked(record, id, version);
        write(checked, checked.reason());
        return checked;
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> R checked(R record, UUID id, int version) {
        var violations = new Violations();
        var checked = texts.featureOf(record).checked((R) record.identified(id, version), violations);
        violations.orThrow();
        return checked;
    }

    private <R extends RootRecord> void write(R checked, String reason) {
        var feature = texts.featureOf(checked);
        var text = texts.writeWithinLimit(checked);
        feature.store(checked);
        // what is written needs no watching: else each flush looks at all that the change wrote before
        entities.flush();
        entities.clear();
        revise(feature.kind(), checked.id(), checked.version(), reason, text);
        followed(checked);
    }

    private <R extends RootRecord> void followed(R checked) {
        texts.featureOf(checked).follow(checked, this);
    }

    /** Null where nobody said why. */
    private static String checkedReason(String reason) {
        var violations = new Violations();
        var checked = new RecordChecks(violations).line("reason", reason, RecordLimits.REASON);
        violations.orThrow();
        return checked;
    }

    private void revise(RecordKind kind, UUID id, int version, String reason, String text) {
        var revision = new Revision();
        revision.kind = kind;
        revision.record = id;
        revision.version = version;
        revision.reason = reason;
        revision.format = Revision.FORMAT;
        revision.text = text;
        revision.by = by;
        revision.at = at;
        made.add(revision);
    }

    private Recorded<?> feature(RecordKind kind) {
        return texts.feature(kind);
    }

    private int presentVersion(Recorded<?> feature, UUID id) {
        var version = feature.lockedVersion(id);
        if (version == null) {
            throw new UnknownRecordException("There is no " + feature.kind().label() + " with the id " + id);
        }
        return version;
    }

    private RootRecord presentRecord(RecordKind kind, UUID id) {
        return revisions.present(kind, id).map(RevisionView::record).orElse(null);
    }
}
