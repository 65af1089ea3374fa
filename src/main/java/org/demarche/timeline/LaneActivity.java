package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReaderContext;

import org.demarche.item.Items;
import org.demarche.time.Window;

/** Counts how many items each lane has, in a window and around it, to tell which lanes are to be shown. */
final class LaneActivity extends ItemWalk.Visitor {
    private final LanePlaces places;
    private final int first;
    private final int last;
    private final int windowFrom;
    private final int windowTo;
    private final boolean definitely;
    private int[] around = {};
    private int[] total = {};
    private int[] events = {};
    private int[] joint = {};
    private int shown;
    private int shownEvents;
    private ItemColumns.Segment segment;

    /**
     * @param places null where nothing is walked over
     * @param span what is counted at all
     * @param window what is in view of that
     * @param definitely whether only what must be in the window is
     */
    LaneActivity(LanePlaces places, Window span, Window window, boolean definitely) {
        this.places = places;
        first = ItemColumns.day(span.from());
        last = ItemColumns.day(span.to());
        windowFrom = ItemColumns.day(window.from());
        windowTo = ItemColumns.day(window.to());
        this.definitely = definitely;
    }

    @Override
    void begin(LeafReaderContext leaf, ItemColumns.Segment begun) throws IOException {
        segment = begun;
        places.begin(leaf.reader(), begun);
        int size = places.size();
        around = Arrays.copyOf(around, size);
        total = Arrays.copyOf(total, size);
        events = Arrays.copyOf(events, size);
        joint = Arrays.copyOf(joint, size);
    }

    @Override
    void visit(int document) {
        int from = segment.from[document];
        int to = segment.to[document];
        boolean isAround = definitely ? segment.fromSure[document] <= last && segment.toSure[document] >= first : from <= last && to >= first;
        if (!isAround) {
            return;
        }
        boolean isShown = definitely ? segment.fromSure[document] <= windowTo && segment.toSure[document] >= windowFrom : from <= windowTo && to >= windowFrom;
        boolean isEvent = segment.principals[document] == IndexFields.EVENT_HAS_NONE;
        boolean isJoint = segment.principals[document] > 1;
        if (isShown) {
            shown++;
            shownEvents += isEvent ? 1 : 0;
        }
        for (int place = 0, count = places.count(document); place < count; place++) {
            int lane = places.lane(place);
            around[lane]++;
            if (isShown) {
                total[lane]++;
                events[lane] += isEvent ? 1 : 0;
                joint[lane] += isJoint ? 1 : 0;
            }
        }
    }

    /**
     * Says what is known of a lane.
     *
     * @param lane −1 for all items, each once
     */
    void set(int lane, int lanes, int around, int statements, int jointly, int events) {
        if (lane < 0) {
            shown = statements + jointly + events;
            shownEvents = events;
            this.around = new int[lanes];
            this.total = new int[lanes];
            this.events = new int[lanes];
            this.joint = new int[lanes];
            return;
        }
        this.around[lane] = around;
        this.total[lane] = statements + jointly + events;
        this.events[lane] = events;
        this.joint[lane] = jointly;
    }

    /** Takes over what another counted. */
    void add(LaneActivity other) {
        around = sum(around, other.around);
        total = sum(total, other.total);
        events = sum(events, other.events);
        joint = sum(joint, other.joint);
        shown += other.shown;
        shownEvents += other.shownEvents;
    }

    private static int[] sum(int[] one, int[] other) {
        var sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int at = 0; at < other.length; at++) {
            sum[at] += other[at];
        }
        return sum;
    }

    Items.Total shown() {
        return new Items.Total(shown - shownEvents, shownEvents);
    }

    /** Lanes have numbers below this. */
    int size() {
        return around.length;
    }

    int around(int lane) {
        return around[lane];
    }

    int total(int lane) {
        return total[lane];
    }

    int events(int lane) {
        return events[lane];
    }

    int joint(int lane) {
        return joint[lane];
    }
}
