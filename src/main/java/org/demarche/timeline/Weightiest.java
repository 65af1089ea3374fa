package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.demarche.item.Lanes;
import org.demarche.item.View;

/** The item that stands for all that may begin in a step of a counted lane; a view has them for the fullest step of each lane in its window, then the second, and so on, events apart. */
record Weightiest(LuceneLanes.Lane lane, int step, int document, int items) {
    /** Each takes some sixty bytes of an answer. */
    private static final int MOST = 36;
    private static final int MOST_EVENTS = 24;
    private static final Comparator<Weightiest> FULLEST = Comparator.comparingInt(one -> -one.items);

    /** @param rank among those of its lane, the fullest step first */
    private record Ranked(Weightiest one, int rank) {
    }

    static List<Weightiest> of(List<LuceneLanes.Lane> lanes, View.Frame frame) {
        var all = new ArrayList<Ranked>();
        for (var lane : lanes) {
            var steps = new ArrayList<Weightiest>();
            for (int step = 0; lane.steps() != null && step < lane.steps().weightiest().length; step++) {
                int document = lane.steps().weightiest()[step];
                if (document >= 0 && frame.bounds().get(step) <= frame.window().to() && frame.bounds().get(step + 1) > frame.window().from()) {
                    steps.add(new Weightiest(lane, step, document, items(lane.steps().counts().get(step))));
                }
            }
            steps.sort(FULLEST);
            IntStream.range(0, steps.size()).forEach(rank -> all.add(new Ranked(steps.get(rank), rank)));
        }
        all.sort(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::one, FULLEST));
        return Stream.concat(all.stream().map(Ranked::one).filter(one -> !one.isOfEvents()).limit(MOST), all.stream().map(Ranked::one).filter(Weightiest::isOfEvents).limit(MOST_EVENTS)).toList();
    }

    private boolean isOfEvents() {
        return LaneNames.isOfAllEvents(lane.key());
    }

    private static int items(Lanes.Step step) {
        int items = 0;
        for (int sign = 0; sign < step.surely().length; sign++) {
            items += step.surely()[sign] + step.possibly()[sign];
        }
        return items;
    }
}
