package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.demarche.item.Lanes;

/** Counts of lanes in all steps of a calendar unit that any item names, of which each view of everything shows a part. */
final class WholeSteps {
    /** Of some thousand lanes that are looked at one after the other not all are kept. */
    private static final int MOST_LANES = 200;

    /** One step more on each side than there are days: what is counted there has no bound, and is as far as one can look. */
    private final List<Long> bounds;
    private final Map<Integer, LaneCount.Steps> lanes = new HashMap<>();

    WholeSteps(List<Long> bounds) {
        this.bounds = bounds;
    }

    List<Long> bounds() {
        return bounds;
    }

    synchronized List<Integer> missing(List<Integer> asked) {
        return asked.stream().filter(lane -> !lanes.containsKey(lane)).toList();
    }

    synchronized void put(Map<Integer, LaneCount.Steps> counted) {
        if (lanes.size() + counted.size() > MOST_LANES) {
            lanes.clear();
        }
        lanes.putAll(counted);
    }

    /** The steps of a view of these lanes, which are of the same unit; null where not all of them are there any more. */
    synchronized Map<Integer, LaneCount.Steps> of(List<Integer> asked, List<Long> view) {
        var places = view.subList(0, view.size() - 1).stream().mapToInt(this::place).toArray();
        var shown = new HashMap<Integer, LaneCount.Steps>();
        for (int lane : asked) {
            var whole = lanes.get(lane);
            if (whole == null) {
                return null;
            }
            var steps = new ArrayList<Lanes.Step>(places.length);
            for (int place : places) {
                steps.add(whole.counts().get(place));
            }
            shown.put(lane, new LaneCount.Steps(steps, Arrays.stream(places).map(place -> whole.weightiest()[place]).toArray()));
        }
        return shown;
    }

    private int place(long day) {
        int at = Collections.binarySearch(bounds, day);
        return Math.max(0, Math.min(bounds.size() - 2, at >= 0 ? at : -at - 2));
    }
}
