package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReaderContext;


/** Counts the items of chosen lanes in each step and, on the way, of all lanes how many there are. */
final class LaneSteps extends ItemWalk.Visitor {
    private final LaneActivity activity;
    private final LanePlaces places;
    private final LaneCount[] counts;
    private final int[] bounds;
    private final boolean definitely;
    private final Signs signsOf;
    private ItemColumns.Segment segment;
    private LuceneSigns signs;
    private int base;
    /** The step in which the item before may begin: in a segment no later one begins earlier. */
    private int near;

    /** How the stances of a segment are read. */
    interface Signs {
        LuceneSigns of(LeafReaderContext leaf, ItemColumns.Segment segment) throws IOException;
    }

    /**
     * @param activity null where that is known
     * @param counts by the numbers of lanes, null where one is not chosen; the last place is the last chosen lane's
     * @param bounds the first day of each step and the day after the last
     * @param definitely whether only what must be between the bounds counts
     */
    LaneSteps(LaneActivity activity, LanePlaces places, LaneCount[] counts, long[] bounds, boolean definitely, Signs signsOf) {
        this.activity = activity;
        this.places = places;
        this.counts = counts;
        this.bounds = Arrays.stream(bounds).mapToInt(ItemColumns::day).toArray();
        this.definitely = definitely;
        this.signsOf = signsOf;
    }

    @Override
    void begin(LeafReaderContext leaf, ItemColumns.Segment begun) throws IOException {
        segment = begun;
        base = leaf.docBase;
        near = 0;
        places.begin(leaf.reader(), begun);
        signs = signsOf.of(leaf, begun);
        if (activity != null) {
            activity.begin(leaf, begun);
        }
    }

    @Override
    void visit(int document) throws IOException {
        int from = segment.from[document];
        int to = segment.to[document];
        int end = bounds[bounds.length - 1];
        if (from >= end || to < bounds[0] || definitely && (segment.fromSure[document] >= end || segment.toSure[document] < bounds[0])) {
            return;
        }
        if (activity != null) {
            activity.visit(document);
        }
        boolean isRead = false;
        for (int place = 0, count = places.count(document); place < count; place++) {
            int number = places.lane(place);
            var lane = number < counts.length ? counts[number] : null;
            if (lane == null) {
                continue;
            }
            if (!isRead) {
                signs.read(document);
                isRead = true;
            }
            add(lane, document, from, to, signs.sign(places.term(place), lane.holders(), lane.toward()));
        }
    }

    private void add(LaneCount lane, int document, int from, int to, int sign) {
        while (near + 2 < bounds.length && from >= bounds[near + 1]) {
            near++;
        }
        int last = to < bounds[near + 1] ? near : lastStep(to);
        lane.add(base + document, near, last, firstStep(segment.fromSure[document], near), lastStep(segment.toSure[document], near), sign, IndexedStance.weight(segment.signs[document]));
    }

    /** The first step that does not end before the day. */
    private int firstStep(int day, int guess) {
        if (day < bounds[guess + 1] && (guess == 0 || day >= bounds[guess])) {
            return guess;
        }
        int at = Arrays.binarySearch(bounds, day);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    /** The last step that does not begin after the day. */
    private int lastStep(int day, int guess) {
        return day >= bounds[guess] && day < bounds[guess + 1] ? guess : lastStep(day);
    }

    private int lastStep(int day) {
        int at = Arrays.binarySearch(bounds, day);
        return Math.min(bounds.length - 2, at >= 0 ? at : -at - 2);
    }

    /** Takes over what another counted. */
    void add(LaneSteps other) {
        for (int lane = 0; lane < counts.length; lane++) {
            if (counts[lane] != null) {
                counts[lane].add(other.counts[lane]);
            }
        }
        if (activity != null) {
            activity.add(other.activity);
        }
    }

    LaneActivity activity() {
        return activity;
    }

    /** Null where the lane was not chosen. */
    LaneCount of(int lane) {
        return lane < counts.length ? counts[lane] : null;
    }
}
