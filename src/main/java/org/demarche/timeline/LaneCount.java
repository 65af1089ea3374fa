package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.demarche.coding.StanceSign;
import org.demarche.item.Lanes;

/** What has been counted of one lane so far. */
final class LaneCount {
    private static final int SIGNS = StanceSign.values().length;

    private final String key;
    private final int steps;
    private final Set<String> holders;
    private final Set<String> toward;
    private final int[] surely;
    private final int[] possibly;
    private long total;
    private long events;
    private long joint;
    private long around;
    private long last;
    private final List<Integer> documents = new ArrayList<>();

    /**
     * Where an item falls.
     *
     * @param first the first step in which the item may be
     * @param last the last one
     * @param firstSure the first in which it definitely is, after {@code lastSure} where it is in none
     * @param joint whether it was said for several principals
     * @param shown whether it is in the window, and not only near it
     */
    record Placed(int first, int last, int firstSure, int lastSure, boolean event, boolean joint, boolean shown) {
    }

    /**
     * @param steps 0 where only totals are counted
     * @param holders ids of principals whose stances alone count; null where all do
     * @param toward ids of actors toward whom alone they count; null where all do
     */
    LaneCount(String key, int steps, Set<String> holders, Set<String> toward) {
        this.key = key;
        this.steps = steps;
        this.holders = holders;
        this.toward = toward;
        surely = new int[steps == 0 ? 0 : (steps + 1) * SIGNS];
        possibly = new int[surely.length];
    }

    String key() {
        return key;
    }

    /** In the window. */
    long total() {
        return total;
    }

    /** Between the bounds. */
    long around() {
        return around;
    }

    long events() {
        return events;
    }

    long joint() {
        return joint;
    }

    /** The numbers of the documents that were added with one. */
    List<Integer> documents() {
        return documents;
    }

    Set<String> holders() {
        return holders;
    }

    Set<String> toward() {
        return toward;
    }

    /** Whether this item has not been counted here yet. Items come one after the other, each with a number of its own above 0. */
    boolean isNew(long item) {
        boolean isNew = last != item;
        last = item;
        return isNew;
    }

    void add(Placed item) {
        around++;
        if (!item.shown) {
            return;
        }
        total++;
        events += item.event ? 1 : 0;
        joint += item.joint ? 1 : 0;
    }

    /** @param sign the ordinal of a {@link StanceSign} */
    void addToSteps(Placed item, int sign) {
        change(possibly, item.first, item.last, sign, 1);
        if (item.firstSure <= item.lastSure) {
            change(possibly, item.firstSure, item.lastSure, sign, -1);
            change(surely, item.firstSure, item.lastSure, sign, 1);
        }
    }

    void addDocument(int document) {
        documents.add(document);
    }

    /** To be called once, when all are counted. */
    List<Lanes.Step> steps() {
        var shown = new ArrayList<Lanes.Step>();
        for (int step = 0; step < steps; step++) {
            shown.add(new Lanes.Step(summed(surely, step), summed(possibly, step)));
        }
        return shown;
    }

    /** Until all are counted a step holds by how many it differs from the one before, so that long items take no longer than short ones. */
    private static void change(int[] counts, int first, int last, int sign, int by) {
        counts[first * SIGNS + sign] += by;
        counts[(last + 1) * SIGNS + sign] -= by;
    }

    private static int[] summed(int[] counts, int step) {
        for (int at = step * SIGNS; step > 0 && at < (step + 1) * SIGNS; at++) {
            counts[at] += counts[at - SIGNS];
        }
        return Arrays.copyOfRange(counts, step * SIGNS, (step + 1) * SIGNS);
    }
}
