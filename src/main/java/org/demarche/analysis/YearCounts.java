package org.demarche.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.demarche.coding.StanceSign;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;

/**
 * How many statements of a query fall in each year, as the index counts them; in each decade where the years are too many.
 *
 * @param unit 'year' or 'decade'
 */
record YearCounts(String unit, List<Year> years) {
    private static final int MOST = 60;
    /** Pixels of the highest bar. */
    private static final int HIGHEST = 40;

    /**
     * @param number of the statements that may fall in it; one that may fall in two counts in both
     * @param words '3', or '3, 1 of them possibly'
     * @param height in pixels
     */
    record Year(String name, long number, String words, int height, String href) {
        /** Where the bar begins, from the top. */
        public int top() {
            return HIGHEST - height;
        }
    }

    private record Counted(Window window, long surely, long possibly) {
    }

    /** @param href the page of a query */
    static YearCounts of(Items items, TimelineQuery statements, Function<TimelineQuery, String> href) {
        var extent = items.extent(statements);
        if (extent.isEmpty()) {
            return new YearCounts("year", List.of());
        }
        var unit = years(extent.get()) <= MOST ? CalendarUnit.YEAR : CalendarUnit.DECADE;
        var steps = steps(extent.get(), unit);
        var bounds = new ArrayList<Long>(steps.stream().map(Window::from).toList());
        bounds.add(steps.get(steps.size() - 1).to() + 1);
        var counts = items.lanes(statements.with(Parameter.LANES, "kind"), bounds, 1).lanes().stream().filter(lane -> lane.key().equals("statement")).findFirst();
        var counted = new ArrayList<Counted>();
        for (int step = 0; step < steps.size(); step++) {
            int place = step;
            counted.add(new Counted(steps.get(step), counts.map(lane -> surely(lane.steps().get(place))).orElse(0L), counts.map(lane -> possibly(lane.steps().get(place))).orElse(0L)));
        }
        long most = counted.stream().mapToLong(year -> year.surely + year.possibly).max().orElse(0);
        return new YearCounts(unit == CalendarUnit.YEAR ? "year" : "decade", counted.stream().map(year -> year(year, unit, most, href.apply(statements.within(year.window)))).toList());
    }

    private static long years(Window window) {
        return window.length() / 365 + 1;
    }

    /** At most {@link #MOST}: what is left of longer times is all in the last. */
    private static List<Window> steps(Window extent, CalendarUnit unit) {
        var steps = new ArrayList<Window>();
        var at = unit.containing(extent.from());
        steps.add(at);
        while (at.to() < extent.to() && steps.size() < MOST) {
            at = unit.containing(at.to() + 1);
            steps.add(at);
        }
        if (at.to() < extent.to()) {
            steps.set(steps.size() - 1, new Window(at.from(), extent.to()));
        }
        return steps;
    }

    private static Year year(Counted counted, CalendarUnit unit, long most, String href) {
        long number = counted.surely + counted.possibly;
        int year = LocalDate.ofEpochDay(counted.window.from()).getYear();
        var words = ItemWords.number(number) + (counted.possibly == 0 ? "" : ", " + ItemWords.number(counted.possibly) + " of them possibly");
        int height = number == 0 ? 0 : (int) Math.max(2, HIGHEST * number / most);
        return new Year(unit == CalendarUnit.YEAR ? String.valueOf(year) : year + "s", number, words, height, number == 0 ? null : href);
    }

    private static long surely(Lanes.Step step) {
        long sum = 0;
        for (var sign : StanceSign.values()) {
            sum += step.surely(sign);
        }
        return sum;
    }

    private static long possibly(Lanes.Step step) {
        long sum = 0;
        for (var sign : StanceSign.values()) {
            sum += step.possibly(sign);
        }
        return sum;
    }
}
