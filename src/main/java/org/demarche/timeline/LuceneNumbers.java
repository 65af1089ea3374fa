package org.demarche.timeline;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Reads one number of each document that a query finds, by its id. */
final class LuceneNumbers extends SimpleCollector {
    private final String field;
    private final Map<UUID, Long> found = new HashMap<>();
    private IdColumn ids;
    private NumericDocValues numbers;

    private LuceneNumbers(String field) {
        this.field = field;
    }

    /** @param field one that each of the documents has once */
    static Map<UUID, Long> of(IndexSearcher searcher, Query query, String field) throws IOException {
        var collector = new LuceneNumbers(field);
        searcher.search(query, collector);
        return collector.found;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        ids = new IdColumn(leaf.reader());
        numbers = DocValues.getNumeric(leaf.reader(), field);
    }

    @Override
    public void collect(int document) throws IOException {
        numbers.advanceExact(document);
        found.put(ids.of(document), numbers.longValue());
    }
}
