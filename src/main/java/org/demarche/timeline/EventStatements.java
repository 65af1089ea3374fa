package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

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
        for (var leaf : walk.searcher().getIndexReader().leaves()) {
            var found = walk.found(leaf);
            for (var event : events) {
                int statements = statements(leaf.reader(), event, found);
                if (statements > 0) {
                    made.merge(event, (long) statements, Long::sum);
                }
            }
        }
        return made;
    }

    private int statements(LeafReader reader, UUID event, FixedBitSet found) throws IOException {
        var documents = reader.postings(new Term(Field.EVENT.word(), event.toString()));
        if (documents == null) {
            return 0;
        }
        var columns = walk.columns().of(reader);
        var live = reader.getLiveDocs();
        int statements = 0;
        for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            if (columns.principals[document] != IndexFields.EVENT_HAS_NONE && found.get(document) && (live == null || live.get(document)) && isShown(columns, document)) {
                statements++;
            }
        }
        return statements;
    }

    private boolean isShown(ItemColumns.Segment columns, int document) {
        int from = ItemColumns.day(window.from());
        int to = ItemColumns.day(window.to());
        return definitely ? columns.fromSure[document] <= to && columns.toSure[document] >= from : columns.from[document] <= to && columns.to[document] >= from;
    }
}
