package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

import org.demarche.time.FourDays;

/**
 * Goes over all items of a query that may stand in a window, and some that stand before it: what is far from it costs nothing. On all processors where there are many.
 *
 * @param query null for all present items
 */
record ItemWalk(IndexSearcher searcher, ItemColumns columns, Query query) {
    /** Below so many documents another thread costs more than it saves. */
    private static final int MANY = 60_000;

    /** What the query finds in a segment, deleted documents too. */
    FixedBitSet found(LeafReaderContext leaf) throws IOException {
        var segment = columns.of(leaf.reader());
        return query == null ? segment.present : segment.found(query, () -> searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1), leaf);
    }

    /** Sees one document after the other, always in one thread. */
    abstract static class Visitor {
        abstract void begin(LeafReaderContext leaf, ItemColumns.Segment segment) throws IOException;

        abstract void visit(int document) throws IOException;
    }

    /**
     * Documents that stand behind one another.
     *
     * @param found those of the segment that are walked over at all
     * @param lasting whether it is those that last, told by their places among these, else any
     */
    private record Part(LeafReaderContext leaf, ItemColumns.Segment segment, FixedBitSet found, boolean lasting, int from, int to) {
        int number() {
            return to - from;
        }

        Part of(int first, int last) {
            return new Part(leaf, segment, found, lasting, from + first, from + last);
        }
    }

    /** All of them: see {@link #between}. */
    <V extends Visitor> List<V> all(Supplier<V> visitors) throws IOException {
        return between(FourDays.MINUS_INFINITY, FourDays.PLUS_INFINITY, visitors);
    }

    /** @return the visitors, each of which saw a part of the items */
    <V extends Visitor> List<V> between(long first, long last, Supplier<V> visitors) throws IOException {
        var whole = new ArrayList<Part>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var segment = columns.of(leaf.reader());
            var found = found(leaf);
            int end = segment.until(last);
            int begin = Math.min(end, segment.from(first));
            whole.add(new Part(leaf, segment, found, true, 0, segment.lastingBefore(begin)));
            whole.add(new Part(leaf, segment, found, false, begin, end));
        }
        int documents = whole.stream().mapToInt(Part::number).sum();
        int threads = documents < MANY ? 1 : Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, threads).parallel().mapToObj(thread -> {
            var visitor = visitors.get();
            share(whole, (int) ((long) documents * thread / threads), (int) ((long) documents * (thread + 1) / threads)).forEach(part -> walk(part, visitor));
            return visitor;
        }).toList();
    }

    /** What lies between these places when all parts stand behind one another. */
    private static List<Part> share(List<Part> whole, int from, int to) {
        var share = new ArrayList<Part>();
        int start = 0;
        for (var part : whole) {
            int first = Math.max(from - start, 0);
            int last = Math.min(to - start, part.number());
            if (first < last) {
                share.add(part.of(first, last));
            }
            start += part.number();
        }
        return share;
    }

    private static void walk(Part part, Visitor visitor) {
        try {
            var live = part.leaf.reader().getLiveDocs();
            visitor.begin(part.leaf, part.segment);
            if (part.lasting) {
                for (int at = part.from; at < part.to; at++) {
                    int document = part.segment.lasting[at];
                    if (part.found.get(document) && (live == null || live.get(document))) {
                        visitor.visit(document);
                    }
                }
                return;
            }
            int document = part.from < part.to ? part.found.nextSetBit(part.from) : part.to;
            while (document < part.to) {
                if (live == null || live.get(document)) {
                    visitor.visit(document);
                }
                document = document + 1 < part.to ? part.found.nextSetBit(document + 1) : part.to;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index can't be read", failed);
        }
    }
}
