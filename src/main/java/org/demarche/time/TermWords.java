package org.demarche.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words for years, seasons, months and days in one style; what the next term says anyway is left out. */
record TermWords(Style style) {

    String of(Term term) {
        if (term.hasUnknownDigits()) {
            return withUnknownDigits(term);
        }
        LocalDate first = term.firstDay();
        return switch (term.precision()) {
            case YEAR -> year(first.getYear());
            case SEASON -> season(first);
            case MONTH -> month(first.getMonth()) + " " + year(first.getYear());
            case DAY -> day(first) + " " + month(first.getMonth()) + (style == Style.LABEL ? "" : " " + year(first.getYear()));
        };
    }

    /** '29', '30', '31 January 2023': for a list that is joined later. */
    List<String> listed(List<Term> terms) {
        List<String> words = new ArrayList<>();
        boolean isOneYear = terms.stream().map(term -> term.firstDay().getYear()).distinct().count() == 1;
        TermWords spelled = style == Style.LABEL && !isOneYear ? new TermWords(Style.SHORT) : this;
        for (int place = 0; place < terms.size(); place++) {
            Term term = terms.get(place);
            words.add(place == terms.size() - 1 ? spelled.of(term) : spelled.before(term, terms.get(place + 1)));
        }
        return words;
    }

    /** '19–21 May 2023', '29 January to 1 February 2023', '1945 to 2025'. */
    String range(Term from, Term to) {
        List<String> ends = listed(List.of(from, to));
        boolean isTight = from.precision() == to.precision()
                && (from.precision() == Precision.YEAR && style.isShort() || style != Style.WEEKDAY && isSameMonth(from, to));
        return String.join(isTight ? "–" : style.isShort() ? " – " : " to ", ends);
    }

    /** As {@link #range}, always joined with a word. */
    String rangeInWords(Term from, Term to) {
        return String.join(" to ", listed(List.of(from, to)));
    }

    /** Without the month or year that the next one has too. */
    private String before(Term term, Term next) {
        boolean isAlike = term.precision() == next.precision() && !term.hasUnknownDigits() && !next.hasUnknownDigits()
                && term.firstDay().getYear() == next.firstDay().getYear();
        if (isAlike && term.precision() == Precision.DAY) {
            return isSameMonth(term, next) ? day(term.firstDay()) : day(term.firstDay()) + " " + month(term.firstDay().getMonth());
        }
        return isAlike && term.precision() == Precision.MONTH ? month(term.firstDay().getMonth()) : of(term);
    }

    private static boolean isSameMonth(Term one, Term other) {
        return one.precision() == Precision.DAY && !one.hasUnknownDigits() && !other.hasUnknownDigits()
                && one.firstDay().withDayOfMonth(1).equals(other.firstDay().withDayOfMonth(1));
    }

    private String day(LocalDate day) {
        String number = String.valueOf(day.getDayOfMonth());
        return style == Style.WEEKDAY ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + number : number;
    }

    private String month(Month month) {
        String name = monthName(month);
        return style.isShort() ? name.substring(0, 3) : name;
    }

    static String monthName(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The year 0 of EDTF is 1 BC. */
    static String year(int year) {
        return year <= 0 ? (1 - year) + " BC" : year < 1000 ? "AD " + year : String.valueOf(year);
    }

    private static String season(LocalDate first) {
        int year = first.getYear();
        return switch (first.getMonth()) {
            case MARCH -> "spring " + year(year);
            case JUNE -> "summer " + year(year);
            case SEPTEMBER -> "autumn " + year(year);
            default -> year < 1000 ? "winter " + year(year)
                    : "winter " + year + "–" + (year % 100 == 99 ? String.valueOf(year + 1) : String.format(Locale.ROOT, "%02d", (year + 1) % 100));
        };
    }

    private String withUnknownDigits(Term term) {
        String text = term.text();
        TermWords whole = style == Style.LABEL || style == Style.WEEKDAY ? new TermWords(style.isShort() ? Style.SHORT : Style.LONG) : this;
        if (text.matches("[1-9]\\d\\dX")) {
            return "the " + text.replace('X', '0') + "s";
        }
        if (text.matches("-?\\d{4}-XX")) {
            return "some month of " + year(term.firstDay().getYear());
        }
        if (text.matches("-?\\d{4}-XX-XX")) {
            return "some day of " + year(term.firstDay().getYear());
        }
        if (text.matches("-?\\d{4}-\\d{2}-XX")) {
            return "some day of " + whole.month(term.firstDay().getMonth()) + " " + year(term.firstDay().getYear());
        }
        return switch (term.precision()) {
            case YEAR -> text.matches("-?[1-9]\\d*X+")
                    ? "some year from " + year(term.firstDay().getYear()) + " to " + year(term.lastDay().getYear())
                    : "some year from " + year(term.firstDay().getYear()) + " to " + year(term.lastDay().getYear()) + " (" + text + ")";
            case SEASON, MONTH, DAY -> "some " + term.precision().name().toLowerCase(Locale.ROOT) + " from "
                    + whole.range(Term.ofDay(term.firstDay()), Term.ofDay(term.lastDay())) + " (" + text + ")";
        };
    }
}
