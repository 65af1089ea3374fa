package org.demarche.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * What was typed of one date; null where it was left out.
 *
 * @param edtf a date in EDTF, which leaves nothing out
 * @param offset days from the document's: yesterday is −1
 * @param monthFirst as in 'Feb 1': days that follow in a list are of the month before them
 */
record PartialDate(String typed, String edtf, Integer offset, DayOfWeek weekday, Integer day, Month month, Integer year,
        boolean monthFirst) {

    /** It means the same whatever the document's day. */
    boolean hasYear() {
        return edtf != null || year != null;
    }

    boolean isDayAlone() {
        return day != null && month == null;
    }

    PartialDate of(Month other) {
        return new PartialDate(typed, edtf, offset, weekday, day, other, year, monthFirst);
    }

    /**
     * The date in EDTF: what was left out is such that it is the nearest at or before a day.
     *
     * @param latest the document's day, or the date that follows in a list; null where there is neither
     */
    String before(LocalDate latest) {
        if (edtf != null) {
            return edtf;
        }
        if (offset != null) {
            return required(latest, "it counts from the document’s day, which is not known").plusDays(offset).toString();
        }
        if (isDayAlone()) {
            throw new EdtfException(typed, "the month is missing", "1 February 2023");
        }
        if (day != null) {
            return dayBefore(latest);
        }
        if (weekday == null) {
            return month == null ? fourDigits(year) : monthBefore(latest);
        }
        if (month != null || year != null) {
            throw new EdtfException(typed, "a weekday stands alone or with a day", "Wednesday or Wednesday 1 February 2023");
        }
        return required(latest, "it counts from the document’s day, which is not known")
                .with(TemporalAdjusters.previousOrSame(weekday)).toString();
    }

    private String monthBefore(LocalDate latest) {
        if (year != null) {
            return fourDigits(year) + "-%02d".formatted(month.getValue());
        }
        LocalDate from = required(latest, "the year is missing");
        YearMonth candidate = YearMonth.of(from.getYear(), month);
        return (candidate.atDay(1).isAfter(from) ? candidate.minusYears(1) : candidate).toString();
    }

    private String dayBefore(LocalDate latest) {
        LocalDate date = year == null ? nearest(required(latest, "the year is missing")) : inYear(year);
        if (date == null) {
            YearMonth of = YearMonth.of(year == null ? latest.getYear() : year, month);
            throw new EdtfException(typed, CalendarNames.of(month) + (year == null ? "" : " " + year) + " has "
                    + of.lengthOfMonth() + " days", DateWords.day(of.atEndOfMonth().toEpochDay()));
        }
        if (weekday != null && date.getDayOfWeek() != weekday) {
            throw new EdtfException(typed, DateWords.day(date.toEpochDay()) + " is a " + CalendarNames.of(date.getDayOfWeek()),
                    DateWords.weekdayAndDay(date.toEpochDay()));
        }
        return date.toString();
    }

    /** Null when the month never has that day; 29 February may lie eight years back. */
    private LocalDate nearest(LocalDate latest) {
        return Stream.iterate(latest.getYear(), candidate -> candidate - 1).limit(9)
                .map(this::inYear)
                .filter(date -> date != null && !date.isAfter(latest))
                .findFirst().orElse(null);
    }

    private LocalDate inYear(int candidate) {
        YearMonth of = YearMonth.of(candidate, month);
        return of.isValidDay(day) ? of.atDay(day) : null;
    }

    private LocalDate required(LocalDate latest, String reason) {
        if (latest == null) {
            throw new EdtfException(typed, reason, "1 February 2023 or 2023-02-01");
        }
        return latest;
    }

    private static String fourDigits(int year) {
        return "%04d".formatted(year);
    }
}
