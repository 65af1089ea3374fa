package org.demarche.timeline;

import java.io.IOException;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Reads the ids of all documents that a query finds, in no order. */
final class LuceneIds extends SimpleCollector {
    private final BiConsumer<UUID, String> found;
    private IdColumn ids;
    private SortedDocValues slugs;

    private LuceneIds(BiConsumer<UUID, String> found) {
        this.found = found;
    }

    /** @param found takes an id and the present slug, null where the document has none */
    static void each(IndexSearcher searcher, Query query, BiConsumer<UUID, String> found) throws IOException {
        searcher.search(query, new LuceneIds(found));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        ids = new IdColumn(leaf.reader());
        slugs = DocValues.getSorted(leaf.reader(), IndexFields.SLUG);
    }

    @Override
    public void collect(int document) throws IOException {
        found.accept(ids.of(document), slugs.advanceExact(document) ? slugs.lookupOrd(slugs.ordValue()).utf8ToString() : null);
    }
}
