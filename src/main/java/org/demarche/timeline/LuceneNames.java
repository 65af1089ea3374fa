package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Reads what actors are called, as the index holds it. */
final class LuceneNames extends SimpleCollector {
    private final BiConsumer<UUID, IndexContent.Called> found;
    private IdColumn ids;
    private SortedDocValues slugs;
    private SortedDocValues names;

    private LuceneNames(BiConsumer<UUID, IndexContent.Called> found) {
        this.found = found;
    }

    /** Of the actors of these ids, in no order. */
    static void each(IndexSearcher searcher, Collection<String> ids, BiConsumer<UUID, IndexContent.Called> found) throws IOException {
        if (!ids.isEmpty()) {
            searcher.search(new TermInSetQuery(IndexFields.ID, ids.stream().map(BytesRef::new).toList()), new LuceneNames(found));
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        ids = new IdColumn(leaf.reader());
        slugs = DocValues.getSorted(leaf.reader(), IndexFields.SLUG);
        names = DocValues.getSorted(leaf.reader(), IndexFields.CALLED);
    }

    @Override
    public void collect(int document) throws IOException {
        slugs.advanceExact(document);
        names.advanceExact(document);
        found.accept(ids.of(document),
                new IndexContent.Called(slugs.lookupOrd(slugs.ordValue()).utf8ToString(), names.lookupOrd(names.ordValue()).utf8ToString()));
    }
}
