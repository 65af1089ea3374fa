package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

import org.demarche.coding.StanceSign;
import org.demarche.item.Clause.Field;
import org.demarche.item.ItemKind;
import org.demarche.item.Lanes;
import org.demarche.time.FourDays;

/**
 * What is read of every item that is counted, decoded once for each segment of the index and kept in the heap as long as the segment: 23 bytes
 * a document, and as many as its lanes need. Read from the disk's form it would take some times as long.
 */
final class ItemColumns {
    /** In days: a year at most, so that what is only known by its year is not among what lasts. */
    private static final int SHORT = 366;
    private static final int MOST_CALLED = 200;
    /** An eighth of a byte for each document, and each query. */
    private static final int MOST_FOUND = 40;

    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();
    private final Map<String, Numbers> numbers = new ConcurrentHashMap<>();
    private volatile WholeIndex whole = new WholeIndex(null);
    private volatile Named named = new Named(null, null, Map.of());

    /**
     * @param reader whose actors these are
     * @param called the items in which those take part that a query for names finds
     */
    private record Named(IndexReader reader, ActorNames.All actors, Map<Query, Query> called) {
    }

    /** Makes a query ready to be searched for. */
    interface Weighing {
        Weight weight() throws IOException;
    }

    /** The columns of a segment, each place being a document; days are infinite at the ends of what an int can be. */
    final class Segment {
        private final Map<String, LaneColumn> lanes = new ConcurrentHashMap<>();
        private final Kept<Query, FixedBitSet> found = new Kept<>(MOST_FOUND);
        /** In ascending order, as the index is sorted. */
        final int[] from;
        final int[] to;
        final int[] fromSure;
        final int[] toSure;
        /** {@link IndexedStance#signs}. */
        final short[] signs;
        /** How many, or {@link IndexFields#EVENT_HAS_NONE}; 0 for what is no item. */
        final byte[] principals;
        /** What neither bound of its date places. */
        final FixedBitSet unplaced;
        /** Items as they are now: no earlier versions. */
        final FixedBitSet present;
        /** The documents that may last longer than {@link #SHORT} days, in ascending order. */
        final int[] lasting;
        final ActorNames actors;

        private Segment(LeafReader reader) throws IOException {
            from = days(reader, Field.EARLIEST);
            to = days(reader, Field.LATEST);
            fromSure = days(reader, Field.LATEST_START);
            toSure = days(reader, Field.EARLIEST_END);
            signs = new short[reader.maxDoc()];
            Arrays.fill(signs, (short) StanceSign.NONE.ordinal());
            var held = DocValues.getNumeric(reader, IndexFields.SIGNS);
            for (int document = held.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = held.nextDoc()) {
                signs[document] = (short) held.longValue();
            }
            principals = new byte[reader.maxDoc()];
            var counted = DocValues.getNumeric(reader, IndexFields.PRINCIPALS);
            for (int document = counted.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = counted.nextDoc()) {
                principals[document] = (byte) Math.min(Byte.MAX_VALUE, counted.longValue());
            }
            unplaced = new FixedBitSet(reader.maxDoc());
            var placed = DocValues.getNumeric(reader, IndexFields.PLACED);
            for (int document = placed.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = placed.nextDoc()) {
                if (placed.longValue() == 0) {
                    unplaced.set(document);
                }
            }
            present = new FixedBitSet(reader.maxDoc());
            var items = reader.postings(new Term(IndexFields.RECORD, IndexFields.ITEM));
            for (int document = items == null ? DocIdSetIterator.NO_MORE_DOCS : items.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = items.nextDoc()) {
                present.set(document);
            }
            lasting = IntStream.range(0, from.length).filter(document -> (long) to[document] - from[document] > SHORT).toArray();
            actors = ActorNames.read(reader);
        }

        /** The number of documents at the beginning that may be there on this day or earlier. */
        int until(long day) {
            int low = 0;
            for (int high = from.length; low < high;) {
                int middle = (low + high) >>> 1;
                if (from[middle] <= day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** From this document on all that lasts no longer than {@link #SHORT} days may still be there on this day. */
        int from(long day) {
            return day == FourDays.MINUS_INFINITY ? 0 : until(day - SHORT - 1);
        }

        /** How many of those that last longer stand before this document. */
        int lastingBefore(int document) {
            int at = Arrays.binarySearch(lasting, document);
            return at >= 0 ? at : -at - 1;
        }

        /** @param open reads this segment now: the one that its other columns were read with may be closed */
        LaneColumn lanes(LeafReader open, String field) throws IOException {
            var known = lanes.get(field);
            if (known == null) {
                known = LaneColumn.read(open, field, numbers(field));
                lanes.put(field, known);
            }
            return known;
        }

        /**
         * What a query finds here, deleted documents too: a view that is moved asks the same again and again.
         */
        FixedBitSet found(Query query, Weighing weighing, LeafReaderContext leaf) {
            return found.of(query, () -> {
                try {
                    var bits = new FixedBitSet(from.length);
                    var scorer = weighing.weight().scorer(leaf);
                    if (scorer != null) {
                        bits.or(scorer.iterator());
                    }
                    return bits;
                } catch (IOException failed) {
                    throw new UncheckedIOException("The search index can't be read", failed);
                }
            });
        }

        private static int[] days(LeafReader reader, Field field) throws IOException {
            var days = new int[reader.maxDoc()];
            NumericDocValues values = DocValues.getNumeric(reader, field.word());
            for (int document = values.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = values.nextDoc()) {
                days[document] = day(values.longValue());
            }
            return days;
        }
    }

    /** Gives each key of a lane a number of its own, the same in all segments and as long as the index is open. */
    static final class Numbers {
        static final List<String> BESIDE = List.of(Lanes.EVENTS, Lanes.JOINT, Lanes.UNKNOWN, ItemKind.STATEMENT.word(), ItemKind.EVENT.word());

        private static final int MOST_USUAL = 64;

        private List<Integer> usual = IntStream.range(0, BESIDE.size()).boxed().toList();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> keys = new ArrayList<>();

        Numbers() {
            BESIDE.forEach(this::of);
        }

        synchronized int of(String key) {
            var known = numbers.get(key);
            if (known == null) {
                known = keys.size();
                keys.add(key);
                numbers.put(key, known);
            }
            return known;
        }

        synchronized String key(int number) {
            return keys.get(number);
        }

        /** The lanes that were lately shown. */
        synchronized List<Integer> usual() {
            return usual;
        }

        synchronized void use(List<Integer> shown) {
            usual = Stream.concat(shown.stream(), usual.stream()).distinct().limit(MOST_USUAL).toList();
        }

        synchronized int size() {
            return keys.size();
        }
    }

    Numbers numbers(String field) {
        return numbers.computeIfAbsent(field, any -> new Numbers());
    }

    Segment of(LeafReader reader) throws IOException {
        var cache = reader.getCoreCacheHelper();
        var known = segments.get(cache.getKey());
        if (known != null) {
            return known;
        }
        var read = new Segment(reader);
        if (segments.putIfAbsent(cache.getKey(), read) == null) {
            cache.addClosedListener(segments::remove);
        }
        return segments.getOrDefault(cache.getKey(), read);
    }

    ActorNames.All actors(IndexSearcher searcher) throws IOException {
        return named(searcher).actors;
    }

    /** The items in which actors with such names take part: kept, since a view that is moved asks for the same words again and again. */
    Query withActorsCalled(Query names, IndexSearcher searcher) throws IOException {
        var called = named(searcher).called;
        var known = called.get(names);
        if (known == null) {
            var ids = new ArrayList<BytesRef>();
            LuceneIds.each(searcher, names, (id, slug) -> ids.add(new BytesRef(id.toString())));
            known = ids.isEmpty() ? new MatchNoDocsQuery("nobody is called so") : new TermInSetQuery(Field.ACTOR.word(), ids);
            if (called.size() >= MOST_CALLED) {
                called.clear();
            }
            called.put(names, known);
        }
        return known;
    }

    private Named named(IndexSearcher searcher) throws IOException {
        var known = named;
        if (known.reader != searcher.getIndexReader()) {
            known = new Named(searcher.getIndexReader(), ActorNames.all(searcher, this), new ConcurrentHashMap<>());
            named = known;
        }
        return known;
    }

    /** What is known of all that this searcher finds. */
    WholeIndex whole(IndexSearcher searcher) {
        var known = whole;
        if (!known.isOf(searcher.getIndexReader())) {
            known = new WholeIndex(searcher.getIndexReader());
            whole = known;
        }
        return known;
    }

    static int day(long day) {
        return day == FourDays.MINUS_INFINITY ? Integer.MIN_VALUE : day == FourDays.PLUS_INFINITY ? Integer.MAX_VALUE : Math.toIntExact(day);
    }
}
