package org.demarche.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.persistence.EntityManager;

import org.demarche.web.ConflictException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;

/**
 * The adding of many new records within one change. What they refer to is looked up for all of a kind at once, and their rows are written
 * together: Hibernate sorts them by table, so that each table gets a few large batches.
 */
final class Addition {
    /** Records whose rows wait to be written together: more make each flush slower than they save. */
    private static final int WRITTEN_TOGETHER = 250;

    private final RecordTexts texts;
    private final Identities identities;
    private final Remembered remembered;
    private final EntityManager entities;
    private int unwritten;

    Addition(RecordTexts texts, Identities identities, Remembered remembered, EntityManager entities) {
        this.texts = texts;
        this.identities = identities;
        this.remembered = remembered;
        this.entities = entities;
    }

    /**
     * A record as it was stored.
     *
     * @param text what its revision keeps
     */
    record Stored(RecordKind kind, RootRecord record, String text) {
    }

    /**
     * Stores the records, and gives them in the order in which they were given.
     *
     * @param refused told of each record that can't be kept, and of all its faults; the others are stored
     */
    List<Stored> of(List<? extends RootRecord> records, BiConsumer<RootRecord, List<Violation>> refused) {
        var all = records.stream().map(record -> new Waiting(texts.featureOf(record), record.identified(record.id() == null ? identities.newId() : record.id(), 1))).toList();
        refuseWhatIsHere(all);
        try {
            var open = all;
            while (!open.isEmpty()) {
                var waiting = pass(open);
                if (waiting.size() == open.size()) {
                    all.stream().filter(waiting::contains).forEach(one -> refused.accept(one.given, one.violations.list()));
                    break;
                }
                open = waiting;
            }
            write();
        } finally {
            remembered.end();
        }
        return all.stream().map(one -> one.stored).filter(Objects::nonNull).toList();
    }

    /**
     * Checks records as if they were to be added, and writes nothing.
     *
     * @param presumed notes what will be there by then
     */
    void check(List<? extends RootRecord> records, Runnable presumed, BiConsumer<RootRecord, List<Violation>> refused) {
        remembered.begin();
        try {
            presumed.run();
            var all = records.stream().map(record -> new Waiting(texts.featureOf(record), record)).toList();
            byFeature(all).forEach(this::check);
            all.stream().filter(one -> !one.violations.isEmpty()).forEach(one -> refused.accept(one.given, one.violations.list()));
        } finally {
            remembered.end();
        }
    }

    /** A record that waits until what it refers to is there. */
    private static final class Waiting {
        private final Recorded<?> feature;
        private final RootRecord given;
        private Violations violations;
        private String text;
        private Stored stored;

        private Waiting(Recorded<?> feature, RootRecord given) {
            this.feature = feature;
            this.given = given;
        }
    }

    private void refuseWhatIsHere(List<Waiting> all) {
        var ids = new HashSet<UUID>();
        all.forEach(one -> {
            if (!ids.add(one.given.id())) {
                throw new ConflictException("There are two records with the id " + one.given.id(), one.given);
            }
        });
        byFeature(all).forEach((feature, some) -> {
            var here = feature.here(some.stream().map(one -> one.given.id()).toList());
            some.stream().filter(one -> here.contains(one.given.id())).findFirst().ifPresent(one -> {
                throw new ConflictException("There is a record with the id " + one.given.id() + " already", one.given);
            });
        });
    }

    /**
     * Stores what can be stored: kinds that others refer to before those others, since the tables want it so.
     *
     * @return the rest, which has faults; that what it names comes later may be one
     */
    private List<Waiting> pass(List<Waiting> open) {
        remembered.begin();
        var rest = new ArrayList<Waiting>();
        byFeature(open).forEach((feature, some) -> store(feature, some, rest));
        return rest;
    }

    private static Map<Recorded<?>, List<Waiting>> byFeature(List<Waiting> some) {
        var byKind = new TreeMap<Recorded<?>, List<Waiting>>(Comparator.comparing(Recorded::kind));
        some.forEach(one -> byKind.computeIfAbsent(one.feature, any -> new ArrayList<>()).add(one));
        return byKind;
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> void store(Recorded<R> feature, List<Waiting> some, List<Waiting> rest) {
        // queries would first look through all that is not written yet
        write();
        feature.ahead(some.stream().map(one -> (R) one.given).toList());
        for (var one : some) {
            one.violations = new Violations();
            var checked = checked(feature, one);
            if (checked == null) {
                rest.add(one);
                continue;
            }
            one.stored = new Stored(feature.kind(), checked, one.text);
            feature.store(checked);
            remembered.appeared(checked.id());
            if (++unwritten == WRITTEN_TOGETHER) {
                write();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> void check(Recorded<R> feature, List<Waiting> some) {
        feature.ahead(some.stream().map(one -> (R) one.given).toList());
        some.forEach(one -> {
            one.violations = new Violations();
            checked(feature, one);
        });
    }

    /** Null where it has faults. */
    @SuppressWarnings("unchecked")
    private <R extends RootRecord> R checked(Recorded<R> feature, Waiting one) {
        var checked = feature.checked((R) one.given, one.violations);
        if (one.violations.isEmpty()) {
            one.text = texts.write(checked, one.violations);
        }
        return one.violations.isEmpty() ? checked : null;
    }

    private void write() {
        entities.flush();
        entities.clear();
        unwritten = 0;
    }
}
