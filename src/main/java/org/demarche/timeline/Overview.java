package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.demarche.coding.StanceSign;
import org.demarche.item.Lanes;
import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.Window;

/**
 * A strip that shows how many items there are over a span. All that lies along it is in hundredths of its width, so that it fits any page.
 *
 * @param brush what is shown below; null where that is the whole span
 */
record Overview(Window span, List<Box> boxes, List<Tick> ticks, Brush brush) {
    /** Above and below the middle line, in pixels of a strip of 44. */
    private static final double MIDDLE = 17;
    private static final double REACH = 15;
    private static final int MOST_STEPS = 340;
    /** Hundredths of the width that a label needs: of a strip across the page, and of one across a phone. */
    static final double ROOM_ON_PAGE = 6.5;
    static final double ROOM_ON_PHONE = 24;
    private static final double LEAST_BRUSH = .6;
    private static final double LEAST_BAR = .3;

    record Box(double x, double width, double y, double height, String look) {
    }

    /** @param href a window of what begins here */
    record Tick(double x, String label, String href) {
    }

    record Brush(double x, double width) {
    }

    /** The years that hold a span; the months where it is less than one. */
    static Window span(Window extent) {
        var unit = extent.length() > 400 ? CalendarUnit.YEAR : extent.length() > 70 ? CalendarUnit.QUARTER : CalendarUnit.MONTH;
        return new Window(unit.containing(extent.from()).from(), unit.containing(extent.to()).to());
    }

    static Steps steps(Window span) {
        return Steps.of(span, MOST_STEPS);
    }

    /** @param room hundredths of the width that a label needs */
    static Overview of(Lanes counts, Window span, Window shown, Links links, double room) {
        var steps = steps(span);
        long highest = counts.lanes().stream().flatMap(lane -> lane.steps().stream()).mapToLong(step -> Math.max(up(step), down(step))).max().orElse(1);
        double unit = REACH / Math.max(4, highest);
        var boxes = new ArrayList<Box>();
        for (var lane : counts.lanes()) {
            for (int number = 0; number < steps.number(); number++) {
                add(boxes, lane, number, steps, span, unit);
            }
        }
        return new Overview(span, List.copyOf(boxes), ticks(span, links, room), brush(span, shown));
    }

    private static void add(List<Box> boxes, Lanes.Lane lane, int number, Steps steps, Window span, double unit) {
        var step = lane.steps().get(number);
        double x = percent(span, steps.bounds().get(number));
        double width = Math.max(LEAST_BAR, percent(span, steps.bounds().get(number + 1)) - x);
        if (lane.key().equals("event") || lane.key().equals(Lanes.EVENTS)) {
            if (Arrays.stream(step.surely()).sum() > 0) {
                boxes.add(new Box(x, width, MIDDLE + 4, 6, "event-mark"));
            }
            return;
        }
        if (up(step) > 0) {
            boxes.add(new Box(x, width, MIDDLE - up(step) * unit, up(step) * unit, "supportive"));
        }
        if (down(step) > 0) {
            boxes.add(new Box(x, width, MIDDLE, down(step) * unit, "critical"));
        }
        long other = step.surely(StanceSign.NEUTRAL) + step.surely(StanceSign.NONE) + step.possibly(StanceSign.NEUTRAL) + step.possibly(StanceSign.NONE);
        if (up(step) + down(step) == 0 && other > 0) {
            boxes.add(new Box(x, width, MIDDLE - 2, 2, "neutral"));
        }
    }

    private static long up(Lanes.Step step) {
        return step.surely(StanceSign.SUPPORTIVE) + step.surely(StanceSign.MIXED) + step.possibly(StanceSign.SUPPORTIVE) + step.possibly(StanceSign.MIXED);
    }

    private static long down(Lanes.Step step) {
        return step.surely(StanceSign.CRITICAL) + step.surely(StanceSign.MIXED) + step.possibly(StanceSign.CRITICAL) + step.possibly(StanceSign.MIXED);
    }

    private static List<Tick> ticks(Window span, Links links, double room) {
        var steps = Steps.of(span, (int) (100 / room));
        var ticks = new ArrayList<Tick>();
        for (int number = 0; number < steps.number(); number++) {
            long day = steps.bounds().get(number);
            double x = percent(span, day);
            // The first and the last step may be parts of units, too narrow for their label.
            if (percent(span, steps.bounds().get(number + 1)) - x >= room / 2) {
                ticks.add(new Tick(x, DateWords.tick(day, steps.unit(), ticks.isEmpty()), links.to(steps.step(number))));
            }
        }
        return List.copyOf(ticks);
    }

    private static Brush brush(Window span, Window shown) {
        double from = Math.max(0, percent(span, Math.max(span.from(), shown.from())));
        double to = Math.min(100, percent(span, Math.min(span.to(), shown.to()) + 1));
        if (to <= 0 || from >= 100 || shown.from() <= span.from() && shown.to() >= span.to()) {
            return null;
        }
        return new Brush(from, Math.max(LEAST_BRUSH, Math.round((to - from) * 100) / 100.0));
    }

    private static double percent(Window span, long day) {
        return Math.round((day - span.from()) * 10_000.0 / span.length()) / 100.0;
    }
}
