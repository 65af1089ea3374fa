package org.demarche.timeline;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IntroSorter;

/**
 * Items that were found in one order, to be gone through in that in which they were recorded: so they lie in the database, with the documents
 * and actors that they name. 28 bytes for each.
 */
final class RecordedOrder extends IntroSorter {
    private final long[] since;
    private final long[] high;
    private final long[] low;
    private final int[] places;
    private int size;
    private long pivot;

    RecordedOrder(int number) {
        since = new long[number];
        high = new long[number];
        low = new long[number];
        places = new int[number];
    }

    /** Those that come next in the order in which they are found. */
    void add(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        NumericDocValues recorded = null;
        int leaf = -1;
        for (int at : Stream.iterate(0, at -> at < found.length, at -> at + 1).sorted(Comparator.comparingInt(at -> found[at].doc)).toList()) {
            int of = ReaderUtil.subIndex(found[at].doc, leaves);
            if (of != leaf) {
                leaf = of;
                recorded = DocValues.getNumeric(leaves.get(leaf).reader(), IndexFields.SINCE);
            }
            recorded.advanceExact(found[at].doc - leaves.get(leaf).docBase);
            since[size + at] = recorded.longValue();
            var id = LuceneOrder.id((FieldDoc) found[at]);
            high[size + at] = id.getMostSignificantBits();
            low[size + at] = id.getLeastSignificantBits();
            places[size + at] = size + at;
        }
        size += found.length;
    }

    void sort() {
        sort(0, size);
    }

    int size() {
        return size;
    }

    /** Some as they were recorded, from one on up to another, each with its place among those found. */
    Map<UUID, Integer> places(int from, int to) {
        var some = new LinkedHashMap<UUID, Integer>();
        for (int at = from; at < to; at++) {
            some.put(new UUID(high[at], low[at]), places[at]);
        }
        return some;
    }

    @Override
    protected void swap(int one, int other) {
        swap(since, one, other);
        swap(high, one, other);
        swap(low, one, other);
        int place = places[one];
        places[one] = places[other];
        places[other] = place;
    }

    private static void swap(long[] all, int one, int other) {
        long was = all[one];
        all[one] = all[other];
        all[other] = was;
    }

    @Override
    protected int compare(int one, int other) {
        return Long.compare(since[one], since[other]);
    }

    @Override
    protected void setPivot(int place) {
        pivot = since[place];
    }

    @Override
    protected int comparePivot(int place) {
        return Long.compare(pivot, since[place]);
    }
}
