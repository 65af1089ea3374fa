package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;

import org.demarche.event.Sequence;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Clause.Field;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;

/**
 * Brings changes of records into the index, in the order of their numbers: the changed items themselves, and those whose rows follow from
 * what was changed. What an item was before its change stays as an earlier version.
 *
 * <p>The index is always as the history was after some revision, so that what hangs on a record is looked up in the index itself. Changes
 * that nothing else can hang on are brought in together, up to the next one on which something can.
 *
 * @param searchers refreshed after the change before
 */
record IndexUpdate(IndexWriter writer, SearcherManager searchers, IndexContent content) {
    private static final int BATCH = 500;

    /** @param held the number of the last revision that the index holds */
    void apply(Map<Long, Revisions.Changed> changes, long held) throws IOException {
        var together = new LinkedHashMap<Long, Revisions.Changed>();
        var records = new HashSet<UUID>();
        long before = held;
        for (var change : changes.entrySet()) {
            boolean alone = mayMoveOthers(change.getValue());
            if (alone || records.contains(change.getValue().id())) {
                before = applied(together, before);
                records.clear();
            }
            together.put(change.getKey(), change.getValue());
            records.add(change.getValue().id());
            if (alone) {
                before = applied(together, before);
                records.clear();
            }
        }
        applied(together, before);
    }

    /** Whether rows of other items can hang on what was changed. What comes after an item in its day is seen to where the items are known. */
    private static boolean mayMoveOthers(Revisions.Changed changed) {
        return !changed.isNew() && switch (changed.kind()) {
            case DOCUMENT, AFFILIATION, EVENT -> true;
            case STATEMENT, ACTOR, SOURCE, TOPIC, NEGATIVE_FINDING, COLLECTION -> false;
        };
    }

    /** @return the number of the last revision that the index holds now */
    private long applied(Map<Long, Revisions.Changed> together, long before) throws IOException {
        long last = before;
        for (long number : together.keySet()) {
            last = number;
        }
        if (together.size() == 1 || !bring(together, before, last)) {
            for (var change : together.entrySet()) {
                bringAlone(change.getKey(), change.getValue());
            }
        }
        together.clear();
        return last;
    }

    /** @return false where one of them turns out to move others after all, and nothing was brought in yet */
    private boolean bring(Map<Long, Revisions.Changed> together, long before, long last) throws IOException {
        var fresh = new LinkedHashMap<UUID, Long>();
        var changed = new LinkedHashMap<UUID, Long>();
        together.forEach((number, change) -> {
            if (isItem(change)) {
                (change.isNew() ? fresh : changed).put(change.id(), number);
            }
        });
        if (!changed.isEmpty()) {
            searchers.maybeRefreshBlocking();
        }
        var turns = turns(changed, before, last);
        if (turns.stream().anyMatch(Turn::movesFollowing)) {
            return false;
        }
        names(together.values());
        write(turns);
        add(fresh, last);
        return true;
    }

    /** Nothing hangs on new items, nor they on each other’s documents in the index: they can be read and written in any order. */
    private void add(Map<UUID, Long> fresh, long last) throws IOException {
        Together.each(batches(fresh.keySet()), batch -> {
            var numbers = new HashMap<UUID, Long>();
            batch.forEach(id -> numbers.put(id, fresh.get(id)));
            write(turns(numbers, 0, last));
        });
    }

    private void bringAlone(long number, Revisions.Changed change) throws IOException {
        if (!change.isNew()) {
            searchers.maybeRefreshBlocking();
        }
        names(List.of(change));
        var itself = isItem(change) ? turns(Map.of(change.id(), number), change.isNew() ? 0 : number - 1, number) : List.<Turn>of();
        // looked for before anything is written: what hung on the record as it was
        var others = change.isNew() ? Set.<UUID>of() : hangingOn(change, itself);
        write(itself);
        for (var batch : batches(others)) {
            write(turns(at(batch, number), number - 1, number).stream().filter(Turn::isOne).toList());
        }
    }

    /** @param itself of an item how it was changed */
    private Set<UUID> hangingOn(Revisions.Changed change, List<Turn> itself) throws IOException {
        var ids = Set.of(change.id());
        var others = new LinkedHashSet<UUID>();
        if (change.kind() == RecordKind.DOCUMENT) {
            others.addAll(found(Field.DOCUMENT.word(), ids));
        } else if (change.kind() == RecordKind.AFFILIATION) {
            others.addAll(found(IndexFields.RESOLVED_BY, ids));
        }
        for (var turn : itself) {
            others.addAll(turn.movesFollowing() ? following(turn.id) : Set.of());
            others.addAll(turn.hasOtherPath() ? found(Field.EVENT.word(), ids) : Set.of());
        }
        others.removeAll(ids);
        return others;
    }

    /** The items that links place after this one, one after the other. */
    private Set<UUID> following(UUID id) throws IOException {
        var following = new LinkedHashSet<UUID>();
        for (Set<UUID> open = Set.of(id); !open.isEmpty();) {
            var next = found(IndexFields.AFTER, open);
            next.removeAll(following);
            following.addAll(next);
            open = next;
        }
        return following;
    }

    private Set<UUID> found(String field, Set<UUID> values) throws IOException {
        var searcher = searchers.acquire();
        try {
            var ids = new LinkedHashSet<UUID>();
            LuceneIds.each(searcher, LuceneClauses.presentItems(field, values), (id, slug) -> ids.add(id));
            return ids;
        } finally {
            searchers.release(searcher);
        }
    }

    /**
     * A change of one item's row.
     *
     * @param since from which revision on the index has it as it was before; null where it did not have it
     * @param was null where it was not there or not looked at
     * @param is null where it is there no more
     */
    private record Turn(UUID id, long number, Long since, Item was, Sequence.Place before, Item is, Sequence.Place now) {
        boolean isOne() {
            return !Objects.equals(was, is) || !before.equals(now);
        }

        /** Whether what comes after it may come after more or fewer items now. */
        boolean movesFollowing() {
            return !before.after().equals(now.after()) || (was == null) != (is == null);
        }

        boolean hasOtherPath() {
            return was != null && is != null && is.kind() == ItemKind.EVENT && !was.within().equals(is.within());
        }
    }

    /**
     * @param changed the items, each with the revision that changed it
     * @param before the revision up to which all of them were as they were, 0 where none was there
     * @param last the one from which on they are as they are
     */
    private List<Turn> turns(Map<UUID, Long> changed, long before, long last) throws IOException {
        var turns = new ArrayList<Turn>();
        for (var batch : batches(changed.keySet())) {
            var since = before == 0 ? Map.<UUID, Long>of() : since(batch);
            var was = since.isEmpty() ? Map.<UUID, Item>of() : content.items(since.keySet(), before);
            var wasPlaced = since.isEmpty() ? Map.<UUID, Sequence.Place>of() : content.places(since.keySet(), before);
            var is = content.items(batch, last);
            var isPlaced = content.places(batch, last);
            for (var id : batch) {
                turns.add(new Turn(id, changed.get(id), since.get(id), was.get(id), wasPlaced.getOrDefault(id, Sequence.Place.FIRST), is.get(id),
                        isPlaced.getOrDefault(id, Sequence.Place.FIRST)));
            }
        }
        return turns;
    }

    /** Of those of these items that the index has from which revision on. */
    private Map<UUID, Long> since(Collection<UUID> ids) throws IOException {
        var searcher = searchers.acquire();
        try {
            return LuceneNumbers.of(searcher, LuceneClauses.presentItems(IndexFields.ID, ids), IndexFields.SINCE);
        } finally {
            searchers.release(searcher);
        }
    }

    private void write(List<Turn> turns) throws IOException {
        var slugs = turns.stream().flatMap(turn -> Stream.of(turn.was, turn.is)).filter(Objects::nonNull).flatMap(item -> item.sources().stream()).distinct().toList();
        var sources = slugs.isEmpty() ? Map.<String, UUID>of() : content.ids(RecordKind.SOURCE, slugs);
        for (var turn : turns) {
            if (turn.since != null && turn.was != null) {
                writer.addDocument(IndexDocuments.past(turn.was, sources, turn.before, turn.since, turn.number));
            }
            if (turn.is != null && turn.since == null) {
                writer.addDocument(IndexDocuments.of(turn.is, sources, turn.now, turn.number));
            } else if (turn.is != null) {
                writer.updateDocument(idTerm(turn.id), IndexDocuments.of(turn.is, sources, turn.now, turn.number));
            } else {
                writer.deleteDocuments(idTerm(turn.id));
            }
        }
    }

    private void names(Collection<Revisions.Changed> changes) throws IOException {
        var ids = changes.stream().filter(change -> change.kind() == RecordKind.ACTOR).map(Revisions.Changed::id).distinct().toList();
        for (var batch : batches(ids)) {
            var named = content.actors(batch);
            for (var id : batch) {
                if (named.containsKey(id)) {
                    writer.updateDocument(idTerm(id), IndexDocuments.of(id, named.get(id)));
                } else {
                    writer.deleteDocuments(idTerm(id));
                }
            }
        }
    }

    private static boolean isItem(Revisions.Changed change) {
        return change.kind() == RecordKind.STATEMENT || change.kind() == RecordKind.EVENT;
    }

    private static Map<UUID, Long> at(Collection<UUID> ids, long number) {
        var at = new HashMap<UUID, Long>();
        ids.forEach(id -> at.put(id, number));
        return at;
    }

    private static Term idTerm(UUID id) {
        return new Term(IndexFields.ID, id.toString());
    }

    private static List<List<UUID>> batches(Collection<UUID> ids) {
        var all = List.copyOf(ids);
        var batches = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
