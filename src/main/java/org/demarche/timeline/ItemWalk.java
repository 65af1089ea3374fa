package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Goes over all items of a query that may begin before a window ends, on all processors where there are many.
 *
 * @param query null for all present items
 */
record ItemWalk(IndexSearcher searcher, ItemColumns columns, Query query) {
    /** Below so many documents another thread costs more than it saves. */
    private static final int MANY = 60_000;

    /** Sees one document after the other, always in one thread. */
    abstract static class Visitor {
        abstract void begin(LeafReaderContext leaf, ItemColumns.Segment segment) throws IOException;

        abstract void visit(int document) throws IOException;
    }

    private record Part(LeafReaderContext leaf, ItemColumns.Segment segment, int from, int to) {
    }

    /** @return the visitors, each of which saw a part of the items */
    <V extends Visitor> List<V> until(long day, Supplier<V> visitors) throws IOException {
        var whole = new ArrayList<Part>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var segment = columns.of(leaf.reader());
            whole.add(new Part(leaf, segment, 0, segment.until(day)));
        }
        var weight = query == null ? null : searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        int documents = whole.stream().mapToInt(Part::to).sum();
        int threads = documents < MANY ? 1 : Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, threads).parallel().mapToObj(thread -> {
            var visitor = visitors.get();
            share(whole, (int) ((long) documents * thread / threads), (int) ((long) documents * (thread + 1) / threads)).forEach(part -> walk(part, weight, visitor));
            return visitor;
        }).toList();
    }

    /** What lies between these places when all parts stand behind one another. */
    private static List<Part> share(List<Part> whole, int from, int to) {
        var share = new ArrayList<Part>();
        int start = 0;
        for (var part : whole) {
            int first = Math.max(from - start, 0);
            int last = Math.min(to - start, part.to);
            if (first < last) {
                share.add(new Part(part.leaf, part.segment, first, last));
            }
            start += part.to;
        }
        return share;
    }

    private static void walk(Part part, Weight weight, Visitor visitor) {
        try {
            var live = part.leaf.reader().getLiveDocs();
            visitor.begin(part.leaf, part.segment);
            if (weight == null) {
                var present = part.segment.present;
                for (int document = part.from; document < part.to; document++) {
                    if (present.get(document) && (live == null || live.get(document))) {
                        visitor.visit(document);
                    }
                }
                return;
            }
            BulkScorer scorer = weight.bulkScorer(part.leaf);
            if (scorer != null) {
                scorer.score(new Visiting(visitor), live, part.from, part.to);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index can't be read", failed);
        }
    }

    private record Visiting(Visitor visitor) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {
            // nothing is scored
        }

        @Override
        public void collect(int document) throws IOException {
            visitor.visit(document);
        }
    }
}
