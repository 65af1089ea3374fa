package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

import org.demarche.coding.StanceSign;
import org.demarche.item.Clause.Field;
import org.demarche.item.ItemKind;
import org.demarche.item.Lanes;

/**
 * Counts the items of a query for each lane and step, in two walks over the columns of the index: the first finds the most active lanes,
 * the second counts the steps of these alone, so that thousands of lanes cost no memory.
 */
final class LuceneLanes extends SimpleCollector {
    private static final int ANY = -1;
    private static final int SIGNS = StanceSign.values().length;
    /** From so many principals on, a joint statement has no part in the lanes of single ones. */
    static final int JOINT_FROM = 4;
    private static final Set<String> OF_NO_ACTOR = Set.of(Lanes.EVENTS, Lanes.JOINT, Lanes.UNKNOWN, ItemKind.STATEMENT.word(), ItemKind.EVENT.word());

    private final String by;
    private final long[] bounds;
    private final Set<String> targets;
    private final Map<String, Counts> lanes = new HashMap<>();
    /** The actors whose lanes are counted step by step; null while they are being chosen. */
    private Set<String> chosen;

    private LaneTerms members;
    private LuceneSigns signs;
    private NumericDocValues principals;
    private NumericDocValues earliest;
    private NumericDocValues latest;
    private NumericDocValues latestStart;
    private NumericDocValues earliestEnd;

    /**
     * @param by {@code principal}, {@code actor} or {@code kind}
     * @param bounds the first day of each step and the day after the last
     * @param targets ids of actors: only stances toward these count; null where all do
     */
    LuceneLanes(String by, List<Long> bounds, Set<String> targets) {
        this.by = by;
        this.bounds = bounds.stream().mapToLong(Long::longValue).toArray();
        this.targets = targets;
    }

    /** @param most lanes of actors at most */
    Lanes count(IndexSearcher searcher, Query items, int most) throws IOException {
        if (!by.equals("kind")) {
            searcher.search(items, this);
        }
        var slugs = slugs(searcher);
        var order = Comparator.comparingLong((Counts lane) -> -lane.total).thenComparing(lane -> slugs.getOrDefault(lane.key, lane.key));
        long actors = lanes.keySet().stream().filter(key -> !OF_NO_ACTOR.contains(key)).count();
        chosen = lanes.values().stream().filter(lane -> !OF_NO_ACTOR.contains(lane.key)).sorted(order).limit(most).map(lane -> lane.key).collect(Collectors.toSet());
        lanes.clear();
        searcher.search(items, this);
        return new Lanes(Arrays.stream(bounds).boxed().toList(),
                lanes.values().stream().sorted(order).map(lane -> lane.shown(slugs.getOrDefault(lane.key, lane.key))).toList(), actors - chosen.size());
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        var reader = leaf.reader();
        members = new LaneTerms(DocValues.getSortedSet(reader, by.equals("principal") ? IndexFields.PRINCIPAL : Field.ACTOR.word()));
        signs = LuceneSigns.of(reader, targets);
        principals = DocValues.getNumeric(reader, IndexFields.PRINCIPALS);
        earliest = DocValues.getNumeric(reader, Field.EARLIEST.word());
        latest = DocValues.getNumeric(reader, Field.LATEST.word());
        latestStart = DocValues.getNumeric(reader, Field.LATEST_START.word());
        earliestEnd = DocValues.getNumeric(reader, Field.EARLIEST_END.word());
    }

    @Override
    public void collect(int document) throws IOException {
        int first = firstStep(value(earliest, document));
        int last = lastStep(value(latest, document));
        if (first > last) {
            return;
        }
        long speakFor = value(principals, document);
        var placed = chosen == null ? new Placed(first, last, 0, 0, speakFor > 1)
                : new Placed(first, last, firstStep(value(latestStart, document)), lastStep(value(earliestEnd, document)), speakFor > 1);
        if (chosen != null) {
            signs.read(document);
        }
        boolean event = speakFor == IndexFields.EVENT_HAS_NONE;
        if (by.equals("kind")) {
            add(lane((event ? ItemKind.EVENT : ItemKind.STATEMENT).word()), placed, ANY);
        } else if (event) {
            add(lane(Lanes.EVENTS), placed, ANY);
        } else if (by.equals("principal") && speakFor >= JOINT_FROM) {
            add(lane(Lanes.JOINT), placed, ANY);
        } else {
            addToMembers(document, placed);
        }
    }

    private void addToMembers(int document, Placed placed) throws IOException {
        int count = members.read(document);
        if (count == 0) {
            add(lane(Lanes.UNKNOWN), placed, ANY);
        }
        for (int index = 0; index < count; index++) {
            var lane = members.next();
            if (lane != null) {
                add(lane, placed, by.equals("principal") ? index : ANY);
            }
        }
    }

    /** @param place of the principal whose stances alone count, or {@link #ANY} */
    private void add(Counts lane, Placed placed, int place) {
        lane.total++;
        lane.joint += placed.joint ? 1 : 0;
        if (chosen != null) {
            lane.add(placed, place == ANY ? signs.common() : signs.heldBy(place, lane.key));
        }
    }

    /** The lane of this key; null where it was not chosen. */
    private Counts lane(String key) {
        return chosen == null || chosen.contains(key) || OF_NO_ACTOR.contains(key) ? lanes.computeIfAbsent(key, Counts::new) : null;
    }

    /** The first step that does not end before the day. */
    private int firstStep(long day) {
        int at = Arrays.binarySearch(bounds, day);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private int lastStep(long day) {
        int at = Arrays.binarySearch(bounds, day);
        return Math.min(bounds.length - 2, at >= 0 ? at : -at - 2);
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        values.advanceExact(document);
        return values.longValue();
    }

    /** The present slugs of the actors that lanes stand for, as the index holds them. */
    private Map<String, String> slugs(IndexSearcher searcher) throws IOException {
        var slugs = new HashMap<String, String>();
        if (by.equals("kind")) {
            return slugs;
        }
        var query = new BooleanQuery.Builder().add(LuceneClauses.records(IndexFields.NAMED_ACTOR), Occur.FILTER)
                .add(new TermInSetQuery(IndexFields.ID, lanes.keySet().stream().map(BytesRef::new).toList()), Occur.FILTER).build();
        LuceneIds.each(searcher, query, (id, slug) -> slugs.put(id.toString(), slug));
        return slugs;
    }

    /**
     * @param first the first step in which the item may be
     * @param last the last one
     * @param firstSure the first in which it definitely is, after {@code lastSure} where it is in none
     */
    private record Placed(int first, int last, int firstSure, int lastSure, boolean joint) {
    }

    private final class Counts {
        private final String key;
        private final int[] surely;
        private final int[] possibly;
        private long total;
        private long joint;

        Counts(String key) {
            this.key = key;
            surely = new int[chosen == null ? 0 : bounds.length * SIGNS];
            possibly = new int[surely.length];
        }

        void add(Placed item, int sign) {
            change(possibly, item.first, item.last, sign, 1);
            if (item.firstSure <= item.lastSure) {
                change(possibly, item.firstSure, item.lastSure, sign, -1);
                change(surely, item.firstSure, item.lastSure, sign, 1);
            }
        }

        /** Until all are counted a step holds by how many it differs from the one before, so that long items take no longer than short ones. */
        private void change(int[] counts, int first, int last, int sign, int by) {
            counts[first * SIGNS + sign] += by;
            counts[(last + 1) * SIGNS + sign] -= by;
        }

        Lanes.Lane shown(String shownKey) {
            var steps = new ArrayList<Lanes.Step>();
            for (int step = 0; step + 1 < bounds.length; step++) {
                steps.add(new Lanes.Step(summed(surely, step), summed(possibly, step)));
            }
            return new Lanes.Lane(shownKey, total, joint, steps);
        }

        private int[] summed(int[] counts, int step) {
            for (int at = step * SIGNS; step > 0 && at < (step + 1) * SIGNS; at++) {
                counts[at] += counts[at - SIGNS];
            }
            return Arrays.copyOfRange(counts, step * SIGNS, (step + 1) * SIGNS);
        }
    }

    /** The lanes of a segment's terms, each looked up once. */
    private final class LaneTerms {
        private final SortedSetDocValues terms;
        private final Counts[] counts;
        private final boolean[] known;

        LaneTerms(SortedSetDocValues terms) {
            this.terms = terms;
            this.counts = new Counts[Math.toIntExact(terms.getValueCount())];
            this.known = new boolean[counts.length];
        }

        int read(int document) throws IOException {
            return terms.advanceExact(document) ? terms.docValueCount() : 0;
        }

        /** The lane of the next term; null where it was not chosen. */
        Counts next() throws IOException {
            int term = (int) terms.nextOrd();
            if (!known[term]) {
                counts[term] = lane(terms.lookupOrd(term).utf8ToString());
                known[term] = true;
            }
            return counts[term];
        }
    }
}
