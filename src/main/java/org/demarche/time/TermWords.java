package org.demarche.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The words for years, seasons, months and days in one style; what the next term says anyway is left out. */
record TermWords(Style style) {

    String of(Term term) {
        if (term.hasUnknownDigits()) {
            return withUnknownDigits(term);
        }
        LocalDate first = term.firstDay();
        return switch (term.precision()) {
            case YEAR -> year(first.getYear());
            case SEASON -> season(term);
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

    /** Without the month or year that the next one has too; whole where the next one is no later, which nobody would expect. */
    private String before(Term term, Term next) {
        boolean isAlike = term.last() < next.first() && term.precision() == next.precision()
                && !term.hasUnknownDigits() && !next.hasUnknownDigits()
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
        return style == Style.WEEKDAY ? CalendarNames.of(day.getDayOfWeek()) + " " + number : number;
    }

    private String month(Month month) {
        return style.isShort() ? CalendarNames.shortOf(month) : CalendarNames.of(month);
    }

    /** The year 0 of EDTF is 1 BC. */
    static String year(int year) {
        return year <= 0 ? (1 - year) + " BC" : year < 1000 ? "AD " + year : String.valueOf(year);
    }

    private static String season(Term term) {
        int year = term.firstDay().getYear();
        String name = nameOfSeason(term);
        boolean spansYears = name.equals("winter") && year >= 1000;
        return name + " " + (spansYears ? year + "–" + secondYear(year) : year(year));
    }

    private static String nameOfSeason(Term term) {
        return CalendarNames.ofSeason(Integer.parseInt(term.text().substring(term.text().length() - 2)));
    }

    private static String secondYear(int first) {
        return first % 100 == 99 ? String.valueOf(first + 1) : "%02d".formatted((first + 1) % 100);
    }

    /** In words where the X stand at the end, else as the range in which it lies, with the text itself. */
    private String withUnknownDigits(Term term) {
        String text = term.text();
        LocalDate first = term.firstDay();
        TermWords whole = new TermWords(style.isShort() ? Style.SHORT : Style.LONG);
        if (text.matches("[1-9]\\d\\dX")) {
            return "the " + text.replace('X', '0') + "s";
        }
        if (text.matches("-?\\d{4}-XX")) {
            return "some month of " + year(first.getYear());
        }
        if (text.matches("-?\\d{4}-XX-XX")) {
            return "some day of " + year(first.getYear());
        }
        if (text.matches("-?\\d{4}-\\d{2}-XX")) {
            return "some day of " + whole.month(first.getMonth()) + " " + year(first.getYear());
        }
        return switch (term.precision()) {
            case YEAR -> "some year from " + years(term);
            case SEASON -> nameOfSeason(term) + " of some year from " + years(term);
            case MONTH -> "some month from "
                    + whole.rangeInWords(Term.ofMonth(YearMonth.from(first)), Term.ofMonth(YearMonth.from(term.lastDay())));
            case DAY -> "some day from " + whole.rangeInWords(Term.ofDay(first), Term.ofDay(term.lastDay()));
        } + " (" + text + ")";
    }

    private static String years(Term term) {
        return year(term.firstDay().getYear()) + " to " + year(term.lastDay().getYear());
    }
}
