package org.demarche.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.Window;

/**
 * A window cut into calendar units, the first and last of them perhaps not whole.
 *
 * @param times how many units a step has: 1, but for decades where even these are too many
 * @param bounds the first day of each step and, last, the day after the window
 */
record Steps(CalendarUnit unit, int times, List<Long> bounds) {
    /** Of the years that dates may have, twice as far, so that what is around them can be shown. */
    private static final long FIRST_DAY = LocalDate.of(-30_000, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(30_000, 1, 1).toEpochDay();
    private static final int[] TIMES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

    /** The shortest unit of which the window has at most so many. */
    static Steps of(Window window, int most) {
        for (var unit : CalendarUnit.values()) {
            if (window.length() / shortest(unit) <= most + 1) {
                var steps = cut(window, unit, 1);
                if (steps.number() <= most) {
                    return steps;
                }
            }
        }
        for (int times : TIMES) {
            if (window.length() / (shortest(CalendarUnit.DECADE) * times) <= most + 1) {
                var steps = cut(window, CalendarUnit.DECADE, times);
                if (steps.number() <= most) {
                    return steps;
                }
            }
        }
        return new Steps(CalendarUnit.DECADE, TIMES[TIMES.length - 1], List.of(window.from(), window.to() + 1));
    }

    /** The window cut at the starts of a unit; of decades at each so many years. */
    static Steps cut(Window window, CalendarUnit unit, int times) {
        var bounds = new ArrayList<Long>();
        var at = unit.containing(window.from());
        bounds.add(window.from());
        while (at.to() < window.to()) {
            at = unit.containing(at.to() + 1);
            if (times == 1 || isEach(at.from(), times)) {
                bounds.add(at.from());
            }
        }
        bounds.add(window.to() + 1);
        return new Steps(unit, times, List.copyOf(bounds));
    }

    /**
     * The steps of a drawing that can be moved: of the shortest unit that has at least so many pixels, over three times the window, whole ones. Which unit
     * that is follows from the length of the window alone, and where they begin from the calendar, so that moving changes neither.
     */
    static Steps around(Window window, double width, double least) {
        double days = least * window.length() / width;
        var unit = Stream.of(CalendarUnit.values()).filter(one -> shortest(one) >= days).findFirst().orElse(CalendarUnit.DECADE);
        int times = unit != CalendarUnit.DECADE ? 1
                : IntStream.of(TIMES).filter(one -> shortest(CalendarUnit.DECADE) * one >= days).findFirst().orElse(TIMES[TIMES.length - 1]);
        return cut(whole(new Window(Math.max(FIRST_DAY, window.from() - window.length()), Math.min(LAST_DAY, window.to() + window.length())), unit, times), unit, times);
    }

    /** All whole steps of a unit that hold a window, and one more on each side. */
    static Steps beyond(Window window, CalendarUnit unit, int times) {
        var held = whole(window, unit, times);
        return cut(whole(new Window(held.from() - 1, held.to() + 1), unit, times), unit, times);
    }

    private static Window whole(Window window, CalendarUnit unit, int times) {
        if (times == 1) {
            return new Window(unit.containing(window.from()).from(), unit.containing(window.to()).to());
        }
        int years = times * 10;
        var first = LocalDate.of(Math.floorDiv(LocalDate.ofEpochDay(window.from()).getYear(), years) * years, 1, 1);
        var end = LocalDate.of((Math.floorDiv(LocalDate.ofEpochDay(window.to()).getYear(), years) + 1) * years, 1, 1);
        return new Window(first.toEpochDay(), end.toEpochDay() - 1);
    }

    int number() {
        return bounds.size() - 1;
    }

    /** The number of the step of a day, the first or the last where it lies outside. */
    int at(long day) {
        int at = Collections.binarySearch(bounds, day);
        return Math.max(0, Math.min(number() - 1, at >= 0 ? at : -at - 2));
    }

    Window step(int number) {
        return new Window(bounds.get(number), bounds.get(number + 1) - 1);
    }

    /** 'half a year', '20 decades': after 'each bar:'. */
    public String words() {
        return times == 1 ? DateWords.unit(unit) : times + " decades";
    }

    private static boolean isEach(long day, int times) {
        return Math.floorMod(LocalDate.ofEpochDay(day).getYear(), times * 10) == 0;
    }

    /** In days. */
    static long shortest(CalendarUnit unit) {
        return switch (unit) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 28;
            case QUARTER -> 90;
            case HALF -> 181;
            case YEAR -> 365;
            case DECADE -> 3652;
        };
    }
}
