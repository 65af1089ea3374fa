package org.demarche.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;

/**
 * The calendar along a drawing.
 *
 * @param rests where Saturdays and Sundays are, while days can be told apart
 */
record Axis(List<Tick> ticks, List<Rest> rests) {
    /** Pixels that a label needs; a day with its weekday needs more than one without. */
    private static final double ROOM = 58;
    private static final double ROOM_FOR_DAY = 40;
    private static final double ROOM_FOR_WEEKDAY = 76;
    private static final double ROOM_FOR_YEAR = 36;
    private static final double ROOM_FOR_CHARACTER = 6.4;
    private static final double LEAST_FOR_REST = 6;

    /** @param label the empty text where there is no room for it before the next */
    record Tick(double x, String label) {
        public double labelX() {
            return Scale.rounded(x + 8);
        }
    }

    record Rest(double x, double width) {
    }

    static Axis of(Scale scale) {
        var steps = steps(scale);
        var ticks = new ArrayList<Tick>();
        double end = 0;
        for (int number = 0; number < steps.number(); number++) {
            long day = steps.bounds().get(number);
            boolean first = end == 0;
            var label = steps.unit() == CalendarUnit.DAY && !first && scale.dayWidth() < ROOM_FOR_WEEKDAY
                    ? DateWords.tick(day, CalendarUnit.DAY, false).replaceFirst("^\\w+ ", "") : DateWords.tick(day, steps.unit(), first);
            double x = scale.x(day);
            double next = scale.x(steps.bounds().get(number + 1));
            // The first step may begin in the middle of a unit, with hardly any room; the first label tells the year, and may need the room of the next.
            boolean fits = x >= end && next - x >= ROOM_FOR_YEAR;
            end = fits ? x + label.length() * ROOM_FOR_CHARACTER : end;
            ticks.add(new Tick(x, fits ? label : ""));
        }
        return new Axis(List.copyOf(ticks), rests(scale));
    }

    private static Steps steps(Scale scale) {
        if (scale.dayWidth() >= ROOM_FOR_DAY) {
            return Steps.cut(scale.window(), CalendarUnit.DAY, 1);
        }
        var steps = Steps.of(scale.window(), (int) (scale.width() / ROOM));
        return steps.unit() == CalendarUnit.YEAR || steps.unit() == CalendarUnit.DECADE ? Steps.of(scale.window(), (int) (scale.width() / ROOM_FOR_YEAR)) : steps;
    }

    private static List<Rest> rests(Scale scale) {
        if (scale.dayWidth() < LEAST_FOR_REST) {
            return List.of();
        }
        return LongStream.rangeClosed(scale.window().from(), scale.window().to())
                .filter(day -> LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
                .mapToObj(day -> new Rest(scale.x(day), Scale.rounded(scale.dayWidth()))).toList();
    }
}
