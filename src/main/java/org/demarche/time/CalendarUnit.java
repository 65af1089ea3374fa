package org.demarche.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The named steps of the timeline, shortest first. */
public enum CalendarUnit {
    DAY, WEEK, MONTH, QUARTER, HALF, YEAR, DECADE;

    /** The unit, as a window, in which the day lies; weeks begin on Monday. */
    public Window containing(long day) {
        LocalDate start = start(LocalDate.ofEpochDay(day));
        return new Window(start.toEpochDay(), next(start).toEpochDay() - 1);
    }

    private LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case HALF -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
            case YEAR -> day.withDayOfYear(1);
            case DECADE -> LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1);
        };
    }

    private LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case HALF -> start.plusMonths(6);
            case YEAR -> start.plusYears(1);
            case DECADE -> start.plus(1, ChronoUnit.DECADES);
        };
    }
}
