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
    /** A later document has a smaller number below this. */
    private static final long FIRST = Integer.MAX_VALUE;

    private final int steps;
    private final Set<String> holders;
    private final Set<String> toward;
    /** Null as long as nothing is counted: of the lanes that lately were shown many have nothing in a short window. */
    private int[] surely;
    private int[] possibly;
    private long[] weightiest;
    private final int mostNoted;
    private final List<Integer> documents = new ArrayList<>();

    /**
     * @param holders ids of principals whose stances alone count; null where all do
     * @param toward ids of actors toward whom alone they count; null where all do
     * @param mostNoted of how many documents the numbers are noted
     */
    LaneCount(int steps, Set<String> holders, Set<String> toward, int mostNoted) {
        this.steps = steps;
        this.holders = holders;
        this.toward = toward;
        this.mostNoted = mostNoted;
    }

    Set<String> holders() {
        return holders;
    }

    Set<String> toward() {
        return toward;
    }

    /** All, as long as they are no more than are noted. */
    List<Integer> documents() {
        return documents;
    }

    /**
     * @param first the first step in which the item may be
     * @param firstSure the first in which it definitely is, after {@code lastSure} where it is in none
     * @param sign the ordinal of a {@link StanceSign}
     */
    void add(int document, int first, int last, int firstSure, int lastSure, int sign, int weight) {
        begin();
        weightiest[first] = Math.max(weightiest[first], (long) weight << Integer.SIZE | FIRST - document);
        if (firstSure > first || lastSure < last) {
            change(possibly, first, last, sign, 1);
            if (firstSure <= lastSure) {
                change(possibly, firstSure, lastSure, sign, -1);
            }
        }
        if (firstSure <= lastSure) {
            change(surely, firstSure, lastSure, sign, 1);
        }
        if (documents.size() < mostNoted) {
            documents.add(document);
        }
    }

    /** Takes over what another counted of the same lane. */
    void add(LaneCount other) {
        if (surely == null) {
            surely = other.surely;
            possibly = other.possibly;
            weightiest = other.weightiest;
        } else if (other.surely != null) {
            for (int at = 0; at < surely.length; at++) {
                surely[at] += other.surely[at];
                possibly[at] += other.possibly[at];
            }
            for (int step = 0; step < steps; step++) {
                weightiest[step] = Math.max(weightiest[step], other.weightiest[step]);
            }
        }
        documents.addAll(other.documents);
    }

    private void begin() {
        if (surely == null) {
            surely = new int[(steps + 1) * SIGNS];
            possibly = new int[surely.length];
            weightiest = new long[steps];
        }
    }

    /**
     * What has been counted, of each step with the number of the document of the weightiest item that may begin in it, of several the first; −1 where none does.
     */
    record Steps(List<Lanes.Step> counts, int[] weightiest) {
    }

    /** To be called once, when all are counted. */
    Steps steps() {
        begin();
        var shown = new ArrayList<Lanes.Step>(steps);
        for (int step = 0; step < steps; step++) {
            shown.add(new Lanes.Step(summed(surely, step), summed(possibly, step)));
        }
        return new Steps(shown, Arrays.stream(weightiest).mapToInt(one -> one == 0 ? -1 : (int) (FIRST - (one & FIRST))).toArray());
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
