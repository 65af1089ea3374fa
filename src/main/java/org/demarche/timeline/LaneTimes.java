package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReaderContext;

import org.demarche.time.Window;

/**
 * From when to when the items of each lane go, in ascending order of both: so that how many of them fall in any window takes a few look-ups, however
 * many there are.
 */
final class LaneTimes extends ItemWalk.Visitor {
    private static final int STATEMENTS = 0;
    private static final int JOINT = 1;
    private static final int EVENTS = 2;
    private static final int GROUPS = 3;

    private final LanePlaces places;
    /** By the numbers of lanes; each item once in the lane that no number is of, the first one. */
    private Times[] lanes = {new Times()};
    private ItemColumns.Segment segment;

    private static final class Times {
        private final int[][] from = new int[GROUPS][4];
        private final int[][] to = new int[GROUPS][4];
        private final int[] number = new int[GROUPS];

        void add(int group, int first, int last) {
            if (number[group] == from[group].length) {
                from[group] = Arrays.copyOf(from[group], 2 * number[group]);
                to[group] = Arrays.copyOf(to[group], 2 * number[group]);
            }
            from[group][number[group]] = first;
            to[group][number[group]++] = last;
        }

        void add(Times other) {
            for (int group = 0; group < GROUPS; group++) {
                for (int at = 0; at < other.number[group]; at++) {
                    add(group, other.from[group][at], other.to[group][at]);
                }
            }
        }

        void sort() {
            for (int group = 0; group < GROUPS; group++) {
                Arrays.sort(from[group], 0, number[group]);
                Arrays.sort(to[group], 0, number[group]);
            }
        }

        /** Those that have begun by its end, but for those that were over by its beginning. */
        int in(int group, int first, int last) {
            return upTo(from[group], number[group], last) - (first == Integer.MIN_VALUE ? 0 : upTo(to[group], number[group], first - 1));
        }

        private static int upTo(int[] days, int number, int day) {
            int low = 0;
            for (int high = number; low < high;) {
                int middle = (low + high) >>> 1;
                if (days[middle] <= day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    LaneTimes(LanePlaces places) {
        this.places = places;
    }

    @Override
    void begin(LeafReaderContext leaf, ItemColumns.Segment begun) throws IOException {
        segment = begun;
        places.begin(leaf.reader(), begun);
        lanes = Arrays.copyOf(lanes, places.size() + 1);
    }

    @Override
    void visit(int document) {
        int principals = segment.principals[document];
        int group = principals == IndexFields.EVENT_HAS_NONE ? EVENTS : principals > 1 ? JOINT : STATEMENTS;
        lanes[0].add(group, segment.from[document], segment.to[document]);
        for (int place = 0, count = places.count(document); place < count; place++) {
            int lane = places.lane(place) + 1;
            if (lanes[lane] == null) {
                lanes[lane] = new Times();
            }
            lanes[lane].add(group, segment.from[document], segment.to[document]);
        }
    }

    void add(LaneTimes other) {
        lanes = Arrays.copyOf(lanes, Math.max(lanes.length, other.lanes.length));
        for (int lane = 0; lane < other.lanes.length; lane++) {
            if (lanes[lane] == null) {
                lanes[lane] = other.lanes[lane];
            } else if (other.lanes[lane] != null) {
                lanes[lane].add(other.lanes[lane]);
            }
        }
    }

    /** To be called once, when all are there. */
    LaneTimes sorted() {
        Arrays.stream(lanes).parallel().filter(lane -> lane != null).forEach(Times::sort);
        return this;
    }

    /** What a walk would have told. */
    LaneActivity activity(Window span, Window window) {
        var activity = new LaneActivity(null, span, window, false);
        for (int lane = 0; lane < lanes.length; lane++) {
            if (lanes[lane] != null) {
                var times = lanes[lane];
                int around = 0;
                for (int group = 0; group < GROUPS; group++) {
                    around += times.in(group, ItemColumns.day(span.from()), ItemColumns.day(span.to()));
                }
                int first = ItemColumns.day(window.from());
                int last = ItemColumns.day(window.to());
                activity.set(lane - 1, lanes.length - 1, around, times.in(STATEMENTS, first, last), times.in(JOINT, first, last), times.in(EVENTS, first, last));
            }
        }
        return activity;
    }
}
