package org.demarche.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/**
 * The empty places of a drawing, at which something can be added: each a day, month, year or decade, as exact as the zoom can show.
 *
 * @param bounds pixels where each begins and, last, where the last one ends
 * @param dates EDTF, one for each
 */
record Cells(List<Double> bounds, List<String> dates) {
    /** What is narrower can't be pointed at. */
    private static final double LEAST_WIDTH = 7;

    static Cells of(Scale scale) {
        var unit = unit(scale);
        var steps = Steps.cut(scale.window(), unit, 1);
        var dates = new ArrayList<String>();
        steps.bounds().stream().limit(steps.number()).forEach(day -> dates.add(date(day, unit)));
        return new Cells(steps.bounds().stream().map(scale::x).toList(), List.copyOf(dates));
    }

    /** For an attribute of the drawing. */
    public String boundsText() {
        return bounds.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    public String datesText() {
        return String.join(" ", dates);
    }

    /** The same for people, with a bar between them: no date has one. */
    public String words() {
        return dates.stream().map(date -> DateWords.words(EdtfDate.parse(date))).collect(Collectors.joining("|"));
    }

    private static CalendarUnit unit(Scale scale) {
        return scale.dayWidth() >= LEAST_WIDTH ? CalendarUnit.DAY : scale.dayWidth() * 30 >= LEAST_WIDTH ? CalendarUnit.MONTH
                : scale.dayWidth() * 365 >= LEAST_WIDTH ? CalendarUnit.YEAR : CalendarUnit.DECADE;
    }

    private static String date(long day, CalendarUnit unit) {
        var text = LocalDate.ofEpochDay(day).toString();
        var year = text.substring(0, text.length() - 6);
        return switch (unit) {
            case DAY, WEEK -> text;
            case MONTH, QUARTER, HALF -> text.substring(0, text.length() - 3);
            case YEAR -> year;
            case DECADE -> year.startsWith("-") ? year : year.substring(0, year.length() - 1) + "X";
        };
    }
}
