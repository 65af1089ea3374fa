package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Clause.Field;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;

/**
 * Brings changes of records into the index: the changed items themselves, and those whose rows follow from what was changed.
 *
 * @param searchers refreshed after the change before, since what follows from a change is looked up there
 */
record IndexUpdate(IndexWriter writer, SearcherManager searchers, IndexContent content) {
    private static final int BATCH = 500;

    void apply(Collection<Revisions.Changed> changes) throws IOException {
        var changed = byKind(changes);
        var items = itemsOf(changed);
        items.addAll(citing(changed.getOrDefault(RecordKind.DOCUMENT, Set.of())));
        items.addAll(content.resolvedBy(changed.getOrDefault(RecordKind.AFFILIATION, Set.of())));
        items.addAll(content.following(itemsOf(changed)));
        names(changed.getOrDefault(RecordKind.ACTOR, Set.of()));
        var moved = items(items);
        moved.removeAll(items);
        items(moved);
    }

    /** The same while all items are indexed anyway, each as it is now, so that nothing follows from a change. */
    void rebuild(Collection<Revisions.Changed> changes) throws IOException {
        var changed = byKind(changes);
        names(changed.getOrDefault(RecordKind.ACTOR, Set.of()));
        for (var batch : batches(itemsOf(changed))) {
            var rows = content.items(batch);
            store(batch, rows);
        }
    }

    private static Map<RecordKind, Set<UUID>> byKind(Collection<Revisions.Changed> changes) {
        var changed = new EnumMap<RecordKind, Set<UUID>>(RecordKind.class);
        changes.forEach(change -> changed.computeIfAbsent(change.kind(), kind -> new LinkedHashSet<>()).add(change.id()));
        return changed;
    }

    private static Set<UUID> itemsOf(Map<RecordKind, Set<UUID>> changed) {
        var items = new LinkedHashSet<>(changed.getOrDefault(RecordKind.STATEMENT, Set.of()));
        items.addAll(changed.getOrDefault(RecordKind.EVENT, Set.of()));
        return items;
    }

    private void names(Set<UUID> ids) throws IOException {
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

    /** @return the items within those of the events that have another event above them than before */
    private Set<UUID> items(Set<UUID> ids) throws IOException {
        var moved = new LinkedHashSet<UUID>();
        for (var batch : batches(ids)) {
            var rows = content.items(batch);
            moved.addAll(within(rows.values()));
            store(batch, rows);
        }
        return moved;
    }

    private void store(List<UUID> ids, Map<UUID, Item> rows) throws IOException {
        var sources = content.ids(RecordKind.SOURCE, rows.values().stream().flatMap(item -> item.sources().stream()).distinct().toList());
        var ranks = content.ranks(rows.keySet());
        for (var id : ids) {
            if (rows.containsKey(id)) {
                writer.updateDocument(idTerm(id), IndexDocuments.of(rows.get(id), sources, ranks.getOrDefault(id, 0)));
            } else {
                writer.deleteDocuments(idTerm(id));
            }
        }
    }

    private Set<UUID> citing(Set<UUID> documents) throws IOException {
        return documents.isEmpty() ? Set.of() : search(searcher -> found(searcher, anyOf(Field.DOCUMENT, documents)));
    }

    private Set<UUID> within(Collection<Item> rows) throws IOException {
        return search(searcher -> {
            var moved = new LinkedHashSet<UUID>();
            for (var item : rows) {
                if (item.kind() == ItemKind.EVENT && !IndexDocuments.path(item).equals(path(searcher, item.id()))) {
                    moved.add(item.id());
                }
            }
            return moved.isEmpty() ? moved : found(searcher, anyOf(Field.EVENT, moved));
        });
    }

    /** The events above an event as the index holds them; null where it does not hold the event. */
    private static String path(IndexSearcher searcher, UUID event) throws IOException {
        var top = searcher.search(new TermQuery(idTerm(event)), 1);
        return top.scoreDocs.length == 0 ? null : searcher.storedFields().document(top.scoreDocs[0].doc).get(IndexFields.PATH);
    }

    private static Set<UUID> found(IndexSearcher searcher, Query query) throws IOException {
        var ids = new LinkedHashSet<UUID>();
        LuceneIds.each(searcher, query, (id, slug) -> ids.add(id));
        return ids;
    }

    private <T> T search(ItemIndex.Searching<T> searching) throws IOException {
        var searcher = searchers.acquire();
        try {
            return searching.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private static Query anyOf(Field field, Set<UUID> ids) {
        return new TermInSetQuery(field.word(), ids.stream().map(id -> new BytesRef(id.toString())).toList());
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
