package org.demarche.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    int number() {
        return bounds.size() - 1;
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

    private static long shortest(CalendarUnit unit) {
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
