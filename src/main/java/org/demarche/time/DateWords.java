package org.demarche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.time.Shape.Choice;
import org.demarche.time.Shape.End;
import org.demarche.time.Shape.One;
import org.demarche.time.Shape.Option;
import org.demarche.time.Shape.Span;

/** Every word that people read on dates comes from here, so that another language can follow. */
public final class DateWords {

    /** Ranges of a set up to this many days, months or years are told one by one: '29, 30 or 31 January'. */
    private static final int TOLD = 4;

    private DateWords() {
    }

    /** '24 February 2022', 'about May 2023', '31 January or 1 February 2023', 'since about February 2022'. */
    public static String words(EdtfDate date) {
        return words(date, Style.LONG);
    }

    /** As part of a sentence: 'on 24 February 2022', 'in May 2023', 'about May 2023', 'since about February 2022'. */
    public static String inSentence(EdtfDate date) {
        String words = words(date);
        if (date.shape() instanceof One one) {
            String preposition = preposition(one.term());
            return switch (one.qualifier()) {
                case NONE -> preposition + words;
                case UNCERTAIN -> "possibly " + preposition + new TermWords(Style.LONG).of(one.term());
                case APPROXIMATE, BOTH -> words;
            };
        }
        if (date.shape() instanceof Span span) {
            return span.start().isSure() && span.end().isSure() && !span.start().equals(span.end())
                    ? "from " + new TermWords(Style.LONG).rangeInWords(span.start().term(), span.end().term())
                    : words;
        }
        Option first = ((Choice) date.shape()).options().get(0);
        return words.startsWith("some ") ? "on " + words : preposition(first.from() == null ? first.to() : first.from()) + words;
    }

    /** '31 Jan or 1 Feb 2023', 'since about Feb 2022': short, but complete. */
    public static String shortWords(EdtfDate date) {
        return words(date, Style.SHORT);
    }

    /** '31 Jan or 1 Feb', '29, 30 or 31 Jan', '19–21 May': for marks on an axis that tells the year. Months and years keep theirs. */
    public static String label(EdtfDate date) {
        return words(date, Style.LABEL);
    }

    /** 'Tuesday 31 January or Wednesday 1 February 2023', 'Since about February 2022': over the items of a list. */
    public static String heading(EdtfDate date) {
        String words = words(date, Style.WEEKDAY);
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** '1 February 2023'. */
    public static String day(long day) {
        return new TermWords(Style.LONG).of(Term.ofDay(LocalDate.ofEpochDay(day)));
    }

    /** '1 Feb 2023'. */
    public static String shortDay(long day) {
        return new TermWords(Style.SHORT).of(Term.ofDay(LocalDate.ofEpochDay(day)));
    }

    /** 'Wednesday 1 February 2023'. */
    public static String weekdayAndDay(long day) {
        return new TermWords(Style.WEEKDAY).of(Term.ofDay(LocalDate.ofEpochDay(day)));
    }

    /** 'Wed 1 Feb 2023'. */
    public static String shortWeekdayAndDay(long day) {
        return CalendarNames.shortOf(LocalDate.ofEpochDay(day).getDayOfWeek()) + " " + shortDay(day);
    }

    /** '1 February 2023, 09:05 UTC': when something was recorded. */
    public static String moment(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        return "%s, %02d:%02d UTC".formatted(day(time.toLocalDate().toEpochDay()), time.getHour(), time.getMinute());
    }

    /**
     * The time of a tie: 'since September 2022', '1 October 2014 to 1 October 2024', 'dates unknown'.
     *
     * @param since as in {@link FourDays#ofSinceAndUntil}
     * @param until likewise
     */
    public static String sinceAndUntil(String since, String until) {
        EdtfDate date = EdtfDate.ofSinceAndUntil(since, until);
        Span span = (Span) date.shape();
        if (date.hasUnknownStart() && date.hasUnknownEnd()) {
            return "dates unknown";
        }
        if (span.start().isKnown() && date.hasUnknownEnd()) {
            return "since " + end(span.start(), Style.LONG);
        }
        if (date.hasUnknownStart() && span.end().isKnown()) {
            return "until " + end(span.end(), Style.LONG);
        }
        return words(date);
    }

    /** How the date is known: 'given by the source', 'inferred, not given by the source'. */
    public static String basis(DateBasis basis) {
        return switch (basis) {
            case EXPLICIT -> "given by the source";
            case EXPLICIT_RELATIVE -> "from words like “on Tuesday” in the source";
            case DERIVED -> "worked out from other dates in the source";
            case INFERRED -> "inferred, not given by the source";
            case EXTERNAL -> "from outside the source";
        };
    }

    /** 'day', 'week', …, 'half a year': after 'each bar:'. */
    public static String unit(CalendarUnit unit) {
        return unit == CalendarUnit.HALF ? "half a year" : unit.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What stands on an axis where a step begins: 'Sat 28 Jan 2023', then 'Sun 29' and 'Wed 1 Feb'; 'Jan 2023', then 'Feb'; '2023'. The
     * first one, and those that begin a year, tell the year.
     */
    public static String tick(long day, CalendarUnit unit, boolean first) {
        LocalDate date = LocalDate.ofEpochDay(day);
        boolean tellsYear = first || date.getDayOfYear() == 1 || unit == CalendarUnit.WEEK && date.getDayOfYear() <= 7;
        String year = tellsYear ? " " + TermWords.year(date.getYear()) : "";
        String month = CalendarNames.shortOf(date.getMonth());
        return switch (unit) {
            case DAY -> CalendarNames.shortOf(date.getDayOfWeek()) + " " + date.getDayOfMonth()
                    + (tellsYear || date.getDayOfMonth() == 1 ? " " + month : "") + year;
            case WEEK -> date.getDayOfMonth() + " " + month + year;
            case MONTH, QUARTER, HALF -> month + year;
            case YEAR, DECADE -> TermWords.year(date.getYear());
        };
    }

    static String window(Window window, Style style) {
        TermWords terms = new TermWords(style);
        if (window.isAll()) {
            return "all dates";
        }
        if (window.from() == FourDays.MINUS_INFINITY) {
            return "until " + terms.of(Term.ofDay(LocalDate.ofEpochDay(window.to())));
        }
        if (window.to() == FourDays.PLUS_INFINITY) {
            return "from " + terms.of(Term.ofDay(LocalDate.ofEpochDay(window.from()))) + " on";
        }
        LocalDate first = LocalDate.ofEpochDay(window.from());
        LocalDate end = LocalDate.ofEpochDay(window.to() + 1);
        Term from = Term.ofDay(first);
        Term to = Term.ofDay(end.minusDays(1));
        if (first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            boolean areYears = first.getMonthValue() == 1 && end.getMonthValue() == 1;
            from = areYears ? Term.ofYear(Year.from(first)) : Term.ofMonth(YearMonth.from(first));
            to = areYears ? Term.ofYear(Year.from(end.minusDays(1))) : Term.ofMonth(YearMonth.from(end.minusDays(1)));
        }
        return from.equals(to) ? terms.of(from) : terms.range(from, to);
    }

    private static String words(EdtfDate date, Style style) {
        if (date.shape() instanceof One one) {
            return qualified(one.qualifier(), new TermWords(style).of(one.term()));
        }
        return date.shape() instanceof Span span ? span(span, style) : choice((Choice) date.shape(), style);
    }

    private static String span(Span span, Style style) {
        End start = span.start();
        End end = span.end();
        return switch (start.kind()) {
            case KNOWN -> switch (end.kind()) {
                case KNOWN -> betweenKnownEnds(start, end, style);
                case OPEN -> "since " + end(start, style);
                case UNKNOWN -> "since " + end(start, style) + ", end unknown";
            };
            case OPEN -> switch (end.kind()) {
                case KNOWN -> "until " + end(end, style);
                case OPEN -> "always, still going on";
                case UNKNOWN -> "always before, end unknown";
            };
            case UNKNOWN -> switch (end.kind()) {
                case KNOWN -> "start unknown, until " + end(end, style);
                case OPEN -> "start unknown, still going on";
                case UNKNOWN -> "start and end unknown";
            };
        };
    }

    private static String betweenKnownEnds(End start, End end, Style style) {
        if (!start.isSure() || !end.isSure()) {
            return end(start, style) + " to " + end(end, style);
        }
        return start.term().equals(end.term())
                ? "the whole of " + new TermWords(style).of(start.term())
                : new TermWords(style).range(start.term(), end.term());
    }

    /** An end stands apart from the other one, so that it keeps its year even in a label. */
    private static String end(End end, Style style) {
        return qualified(end.qualifier(), new TermWords(style == Style.LABEL ? Style.SHORT : style).of(end.term()));
    }

    private static String choice(Choice choice, Style style) {
        TermWords terms = new TermWords(style);
        List<Term> told = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (Option option : choice.options()) {
            if (option.from() == null) {
                pieces.add(end(new End(End.Kind.KNOWN, option.to(), Qualifier.NONE), style) + " or earlier");
            } else if (option.to() == null) {
                pieces.add(end(new End(End.Kind.KNOWN, option.from(), Qualifier.NONE), style) + " or later");
            } else {
                List<Term> each = option.from().upTo(option.to(), TOLD);
                told.addAll(each);
                pieces.add(each.isEmpty() ? "some " + noun(option) + " from " + terms.rangeInWords(option.from(), option.to())
                        : joined(terms.listed(each)));
            }
        }
        boolean areAllTold = choice.options().stream().allMatch(option -> option.from() != null && option.to() != null
                && !option.from().upTo(option.to(), TOLD).isEmpty());
        return joined(areAllTold ? terms.listed(told) : pieces);
    }

    private static String noun(Option option) {
        return option.from().precision() == option.to().precision() ? option.from().precision().name().toLowerCase(Locale.ROOT) : "day";
    }

    /** '29, 30 or 31 January'. */
    private static String joined(List<String> pieces) {
        int last = pieces.size() - 1;
        return last == 0 ? pieces.get(0) : String.join(", ", pieces.subList(0, last)) + " or " + pieces.get(last);
    }

    private static String preposition(Term term) {
        return term.precision() == Precision.DAY ? "on " : "in ";
    }

    private static String qualified(Qualifier qualifier, String words) {
        return switch (qualifier) {
            case NONE -> words;
            case UNCERTAIN -> "possibly " + words;
            case APPROXIMATE -> "about " + words;
            case BOTH -> "possibly about " + words;
        };
    }
}
