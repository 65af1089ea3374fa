package org.demarche.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/** Takes the words of one date apart, in whatever order they stand. */
final class PartialDateReader {

    private static final List<String> RELATIVE_DAYS = List.of("yesterday", "today", "tomorrow");

    private final String typed;
    private String edtf;
    private Integer offset;
    private Integer season;
    private DayOfWeek weekday;
    private Integer day;
    private Month month;
    private Integer year;
    private boolean monthFirst;

    private PartialDateReader(String typed) {
        this.typed = typed;
    }

    /** @param words in lower case, without full stops and commas */
    static PartialDate read(List<String> words, String typed) {
        PartialDateReader reader = new PartialDateReader(typed);
        words.forEach(reader::take);
        return reader.partialDate();
    }

    private void take(String word) {
        if (season != null && year == null && word.matches("\\d{4}-(\\d{2}|\\d{4})")) {
            year = yearOfWinter(word);
        } else if (year == null && word.matches("\\d{4}")) {
            year = Integer.valueOf(word);
        } else if (day == null && word.matches("\\d{1,2}(st|nd|rd|th)?")) {
            day = Integer.valueOf(word.replaceAll("\\D", ""));
        } else if (edtf == null && word.matches("\\d{3}0s")) {
            edtf = word.substring(0, 3) + "X";
        } else if (edtf == null && word.matches("-?[\\dx]{4}(-.*)?")) {
            edtf = word.replace('x', 'X');
        } else if (month == null && CalendarNames.month(word).isPresent()) {
            month = CalendarNames.month(word).get();
            monthFirst = day == null;
        } else if (weekday == null && CalendarNames.weekday(word).isPresent()) {
            weekday = CalendarNames.weekday(word).get();
        } else if (season == null && CalendarNames.season(word).isPresent()) {
            season = CalendarNames.season(word).get();
        } else if (offset == null && RELATIVE_DAYS.contains(word)) {
            offset = RELATIVE_DAYS.indexOf(word) - 1;
        } else {
            throw notUnderstood(word);
        }
    }

    private PartialDate partialDate() {
        if (season != null) {
            if (year == null || edtf != null) {
                throw new EdtfException(typed, "a season needs its year", "spring 2023 or 2023-21");
            }
            edtf = "%04d-%d".formatted(year, season);
            year = null;
        }
        boolean isCalendarDate = weekday != null || day != null || month != null || year != null;
        if (edtf != null && offset != null || (edtf != null || offset != null) && isCalendarDate) {
            throw new EdtfException(typed, "it mixes two ways to write a date", "1 February 2023 or 2023-02-01");
        }
        if (edtf == null && offset == null && !isCalendarDate) {
            throw new EdtfException(typed, "a date is missing", "1 February 2023 or 2023-02-01");
        }
        return new PartialDate(typed, edtf, offset, weekday, day, month, year, monthFirst);
    }

    /** 'winter 2022-23' is that of 2022. */
    private int yearOfWinter(String years) {
        int first = Integer.parseInt(years.substring(0, 4));
        int second = Integer.parseInt(years.substring(5));
        if (second != (years.length() == 7 ? (first + 1) % 100 : first + 1)) {
            throw new EdtfException(typed, "a winter has two years that follow each other", "winter 2022–23 or 2022-24");
        }
        return first;
    }

    private EdtfException notUnderstood(String word) {
        return switch (word) {
            case "early", "late", "mid", "middle", "beginning", "start", "end" -> new EdtfException(typed,
                    "‘" + word + "’ has no certain bounds; give those that you mean, or the whole",
                    "2023, about 2023, or January, February or March 2023");
            case "last", "next", "this", "previous", "ago", "week" -> new EdtfException(typed,
                    "‘" + word + "’ is understood in several ways",
                    "Tuesday, for the one in the week up to the document’s day, or 31 January 2023");
            case "am", "pm", "noon", "midnight" -> new EdtfException(typed, "put the time in its own field", "1 February 2023");
            case "between" -> new EdtfException(typed, "‘between’ may mean all the time or one day of it",
                    "19 to 21 May 2023, or 19, 20 or 21 May 2023");
            case "bc", "ad", "bce", "ce" -> new EdtfException(typed,
                    "years before 1000 are written in EDTF, where 0000 is 1 BC", "0476 or -0479");
            default -> word.matches("\\d{1,2}")
                    ? new EdtfException(typed, "a date has one day, and a year has four digits", "1 February 2023")
                    : word.contains(":")
                    ? new EdtfException(typed, "put the time in its own field", "1 February 2023")
                    : new EdtfException(typed, "‘" + EdtfException.shortened(word) + "’ is not understood",
                            "1 February 2023, Tuesday, May 2023, about May 2023, 31 Jan or 1 Feb, 19–21 May 2023 or 2023-02-01");
        };
    }
}
