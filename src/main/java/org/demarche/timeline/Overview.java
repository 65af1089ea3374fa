package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.demarche.coding.StanceSign;
import org.demarche.item.ItemKind;
import org.demarche.item.Lanes;
import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.Window;

/**
 * A strip that shows how many items there are over a span. All that lies along it is in hundredths of its width, so that it fits any page;
 * the bars are SVG path data, 1000 wide, to be drawn out.
 *
 * @param other statements that are neither supportive nor critical, where nothing else is
 * @param brush what is shown below; null where that is the whole span
 */
record Overview(Window span, String supportive, String critical, String other, String events, List<Tick> ticks, Brush brush) {
    /** Hundredths of the width that a label needs: of a strip across the page, and of one across a phone. */
    static final double ROOM_ON_PAGE = 6.5;
    static final double ROOM_ON_PHONE = 24;

    /** Above and below the middle line, in pixels. */
    private static final double MIDDLE = 17;
    private static final double REACH = 15;
    /** So many items at least have to stand for the full height, so that a single one does not fill it. */
    private static final long LEAST_HIGHEST = 4;
    private static final int MOST_STEPS = 340;
    private static final double LEAST_BRUSH = .6;
    private static final double LEAST_BAR = 3;
    /** Of the room for a label: what a step needs at least to have one. */
    private static final double ROOM_OF_PART = .8;

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

    /**
     * @param counts by kind, for the {@link #steps} of the span
     * @param room hundredths of the width that a label needs
     */
    static Overview of(Lanes counts, Window span, Window shown, Links links, double room) {
        var steps = steps(span);
        long highest = counts.lanes().stream().filter(lane -> !isOfEvents(lane)).flatMap(lane -> lane.steps().stream())
                .mapToLong(step -> Math.max(up(step), down(step))).max().orElse(0);
        double unit = REACH / Math.max(LEAST_HIGHEST, highest);
        var supportive = new Boxes();
        var critical = new Boxes();
        var other = new Boxes();
        var events = new Boxes();
        for (var lane : counts.lanes()) {
            for (int number = 0; number < steps.number(); number++) {
                var step = lane.steps().get(number);
                double x = 10 * percent(span, steps.bounds().get(number));
                double width = Math.max(LEAST_BAR, 10 * percent(span, steps.bounds().get(number + 1)) - x);
                if (isOfEvents(lane)) {
                    events.add(x, MIDDLE + 4, width, Arrays.stream(step.surely()).sum() > 0 ? 6 : 0);
                } else {
                    supportive.add(x, MIDDLE - up(step) * unit, width, up(step) * unit);
                    critical.add(x, MIDDLE, width, down(step) * unit);
                    other.add(x, MIDDLE - 2, width, up(step) + down(step) == 0 && rest(step) > 0 ? 2 : 0);
                }
            }
        }
        return new Overview(span, supportive.toString(), critical.toString(), other.toString(), events.toString(), ticks(span, links, room), brush(span, shown));
    }

    private static boolean isOfEvents(Lanes.Lane lane) {
        return lane.key().equals(ItemKind.EVENT.word());
    }

    private static long up(Lanes.Step step) {
        return all(step, StanceSign.SUPPORTIVE) + all(step, StanceSign.MIXED);
    }

    private static long down(Lanes.Step step) {
        return all(step, StanceSign.CRITICAL) + all(step, StanceSign.MIXED);
    }

    private static long rest(Lanes.Step step) {
        return all(step, StanceSign.NEUTRAL) + all(step, StanceSign.NONE);
    }

    private static long all(Lanes.Step step, StanceSign sign) {
        return (long) step.surely(sign) + step.possibly(sign);
    }

    private static List<Tick> ticks(Window span, Links links, double room) {
        var steps = Steps.of(span, (int) (100 / room));
        var ticks = new ArrayList<Tick>();
        for (int number = 0; number < steps.number(); number++) {
            long day = steps.bounds().get(number);
            double x = percent(span, day);
            // The first and the last step may be parts of units, too narrow for their label.
            if (percent(span, steps.bounds().get(number + 1)) - x >= room * ROOM_OF_PART) {
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
