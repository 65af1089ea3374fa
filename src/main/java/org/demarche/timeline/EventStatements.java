package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

import org.demarche.item.Clause.Field;
import org.demarche.time.Window;

/**
 * Counts the statements of a query that were made at events, or at what is part of them, by way of these events: at each there are but a few.
 *
 * @param definitely whether only what must be in the window counts
 */
record EventStatements(ItemWalk walk, Window window, boolean definitely) {

    Map<UUID, Long> at(Collection<UUID> events) throws IOException {
        var made = new HashMap<UUID, Long>();
        Query query = walk.query();
        var weight = query == null || events.isEmpty() ? null : walk.searcher().createWeight(walk.searcher().rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : walk.searcher().getIndexReader().leaves()) {
            var statements = new TreeMap<Integer, Set<UUID>>();
            for (var event : events) {
                collect(leaf.reader(), event, statements);
            }
            if (weight != null) {
                statements.keySet().retainAll(matching(weight, leaf, statements.keySet()));
            }
            statements.values().forEach(at -> at.forEach(event -> made.merge(event, 1L, Long::sum)));
        }
        return made;
    }

    private void collect(LeafReader reader, UUID event, Map<Integer, Set<UUID>> statements) throws IOException {
        var documents = reader.postings(new Term(Field.EVENT.word(), event.toString()));
        if (documents == null) {
            return;
        }
        var columns = walk.columns().of(reader);
        var live = reader.getLiveDocs();
        for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            if (columns.principals[document] != IndexFields.EVENT_HAS_NONE && (walk.query() != null || columns.present.get(document)) && (live == null || live.get(document)) && isShown(columns, document)) {
                statements.computeIfAbsent(document, any -> new HashSet<>()).add(event);
            }
        }
    }

    private boolean isShown(ItemColumns.Segment columns, int document) {
        int from = ItemColumns.day(window.from());
        int to = ItemColumns.day(window.to());
        return definitely ? columns.fromSure[document] <= to && columns.toSure[document] >= from : columns.from[document] <= to && columns.to[document] >= from;
    }

    /** Those of the documents, in ascending order, that the query finds. */
    private static Set<Integer> matching(Weight weight, LeafReaderContext leaf, Set<Integer> documents) throws IOException {
        var matching = new HashSet<Integer>();
        var scorer = documents.isEmpty() ? null : weight.scorer(leaf);
        if (scorer == null) {
            return matching;
        }
        var found = scorer.iterator();
        for (int document : documents) {
            if ((found.docID() < document ? found.advance(document) : found.docID()) == document) {
                matching.add(document);
            }
        }
        return matching;
    }
}
