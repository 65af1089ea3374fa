package org.demarche.exchange.in.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.demarche.time.DateInput;
import org.demarche.time.EdtfDate;

/** How the dates of a column are written. */
enum DateForm {
    /** The year first, EDTF, or words: what can be read in one way only. */
    PLAIN("as they stand: 2023-02-01, 1 Feb 2023"),
    DAY_FIRST("day first: 13/02/2023"),
    MONTH_FIRST("month first: 02/13/2023"),
    COMPACT("in one: 20230213"),
    SERIAL("days since 1900, as spreadsheets count: 44970"),
    /** Day and month can't be told apart anywhere in the column. */
    UNDECIDED("day or month first? Nothing in the column tells");

    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([./\\- ])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[T ,].*)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([./])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
    private static final Pattern MOMENT = Pattern.compile("(-?\\d{4}-\\d{2}-\\d{2})[T ]\\d{1,2}:\\d{2}.*");
    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d+)?");
    private static final Pattern DAMAGED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

    private final String label;

    DateForm(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What a cell is, for finding out about its column. */
    static Shape shape(String cell) {
        var text = cell.strip();
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            int first = Integer.parseInt(figures.group(1));
            int second = Integer.parseInt(figures.group(3));
            return first > 12 && second <= 12 && first <= 31 ? Shape.DAY_FIRST : second > 12 && first <= 12 && second <= 31 ? Shape.MONTH_FIRST : first > 12 ? Shape.NONE
                    : first == second ? Shape.EITHER_ALIKE : Shape.EITHER;
        }
        if (EIGHT.matcher(text).matches()) {
            return read(COMPACT, text).isPresent() ? Shape.COMPACT : Shape.NONE;
        }
        if (DAMAGED.matcher(text).matches()) {
            return Shape.DAMAGED;
        }
        return read(PLAIN, text).isPresent() ? Shape.PLAIN : Shape.NONE;
    }

    /** What one cell tells. */
    enum Shape {
        PLAIN, DAY_FIRST, MONTH_FIRST,
        /** Both are possible, and differ. */
        EITHER,
        /** As 03/03/2023: it does not matter. */
        EITHER_ALIKE,
        COMPACT,
        /** A number that a spreadsheet has made of a date: 2.02E+13. */
        DAMAGED,
        NONE
    }

    static boolean isDamaged(String cell) {
        return DAMAGED.matcher(cell.strip()).matches();
    }

    /** A cell as EDTF; empty where it can't be read so. */
    static Optional<String> read(DateForm form, String cell) {
        var text = cell.strip();
        try {
            Matcher figures = FIGURES.matcher(text);
            if (figures.matches()) {
                return figures.group(4).length() == 2 ? Optional.empty() : switch (form) {
                    case DAY_FIRST -> Optional.of(day(figures.group(4), figures.group(3), figures.group(1)));
                    case MONTH_FIRST -> Optional.of(day(figures.group(4), figures.group(1), figures.group(3)));
                    case UNDECIDED, PLAIN, COMPACT, SERIAL -> figures.group(1).equals(figures.group(3)) ? Optional.of(day(figures.group(4), figures.group(1), figures.group(3))) : Optional.empty();
                };
            }
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return Optional.of(day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)));
            }
            Matcher moment = MOMENT.matcher(text);
            if (moment.matches()) {
                return Optional.of(EdtfDate.parse(moment.group(1)).toString());
            }
            Matcher eight = EIGHT.matcher(text);
            if (form == COMPACT && eight.matches()) {
                return Optional.of(day(eight.group(1), eight.group(2), eight.group(3)));
            }
            if (form == SERIAL && NUMBER.matcher(text).matches()) {
                return Optional.of(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(text)).toString());
            }
            return Optional.of(DateInput.read(text, null).date().toString());
        } catch (IllegalArgumentException | DateTimeException unread) {
            return Optional.empty();
        }
    }

    /** Why a cell can't be read. */
    static String reason(DateForm form, String cell) {
        var text = cell.strip();
        Matcher figures = FIGURES.matcher(text);
        if (isDamaged(text)) {
            return "A spreadsheet has made a number of this date; take it from the original again";
        }
        if (figures.matches()) {
            return figures.group(4).length() == 2 ? "The year has two figures only" : form == UNDECIDED || form == PLAIN
                    ? "It may be day and month or month and day, and nothing in the column tells: say which" : "There is no such day, where the column has the " + (form == DAY_FIRST ? "day" : "month") + " first";
        }
        try {
            DateInput.read(text, null);
            return "This is no date";
        } catch (IllegalArgumentException unread) {
            return unread.getMessage();
        }
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)).toString();
    }
}
