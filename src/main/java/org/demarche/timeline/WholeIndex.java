package org.demarche.timeline;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.IndexReader;

import org.demarche.item.Lanes;
import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;

/**
 * What is known of all present items of one state of the index, told once and kept until the next: a view of decades costs what its pixels do, and not a look
 * at each of a million items.
 */
final class WholeIndex {
    /** From this unit on a view shows so much of everything that telling all of it pays. */
    private static final CalendarUnit COARSE = CalendarUnit.MONTH;
    private static final int MOST_STEPS = 4_000;

    private final IndexReader reader;
    private final Map<Lanes.By, LaneTimes> times = new EnumMap<>(Lanes.By.class);
    private final Map<Unit, WholeSteps> steps = new HashMap<>();
    private Window extent;

    private record Unit(Lanes.By by, CalendarUnit unit, int times) {
    }

    WholeIndex(IndexReader reader) {
        this.reader = reader;
    }

    boolean isOf(IndexReader other) {
        return reader == other;
    }

    static boolean isCoarse(CalendarUnit unit) {
        return unit != null && unit.compareTo(COARSE) >= 0;
    }

    synchronized LaneTimes times(Lanes.By by, ItemWalk walk) throws IOException {
        var known = times.get(by);
        if (known == null) {
            var read = walk.all(() -> new LaneTimes(new LanePlaces(by, Predecessors.NOT_JOINED, walk.columns())));
            read.stream().skip(1).forEach(read.get(0)::add);
            known = read.get(0).sorted();
            times.put(by, known);
        }
        return known;
    }

    /** Null where items name days so far apart that there are too many steps between them. */
    synchronized WholeSteps steps(Lanes.By by, CalendarUnit unit, int number, ItemWalk walk) throws IOException {
        if (extent == null) {
            var read = walk.all(() -> new LuceneSpans(false));
            read.stream().skip(1).forEach(read.get(0)::add);
            extent = read.get(0).extent().orElse(new Window(0, 0));
        }
        var around = extent.length() / Steps.shortest(unit) / number > MOST_STEPS ? null : Steps.beyond(extent, unit, number).bounds();
        return around == null ? null : steps.computeIfAbsent(new Unit(by, unit, number), any -> new WholeSteps(around));
    }
}
