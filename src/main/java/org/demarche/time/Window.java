package org.demarche.time;

import static org.demarche.time.FourDays.MINUS_INFINITY;
import static org.demarche.time.FourDays.PLUS_INFINITY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** The days from one to another, both included, on which a list or the timeline looks; either bound may be infinite. */
public record Window(long from, long to) {

    /** What no {@code from} and no {@code to} mean. */
    public static final Window ALL = new Window(MINUS_INFINITY, PLUS_INFINITY);

    public Window {
        if (from > to) {
            throw new EdtfException("A window ends before it starts. Write for example 2023-01-28 and 2023-02-03.");
        }
    }

    /**
     * @param from its first day is the window's first; null or blank for no bound
     * @param to its last day is the window's last; null or blank for no bound
     * @throws EdtfException naming the bound, unless each is a day, month, season or year, and from is not after to
     */
    public static Window parse(String from, String to) {
        long first = isAbsent(from) ? MINUS_INFINITY : bound("from", from).s1();
        long last = isAbsent(to) ? PLUS_INFINITY : bound("to", to).e2();
        if (first > last) {
            throw new EdtfException("from (" + from + ") is after to (" + to
                    + "). Write for example from 2023-01-28 to 2023-02-03.");
        }
        return new Window(first, last);
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isBlank();
    }

    private static FourDays bound(String name, String text) {
        EdtfDate date;
        try {
            date = EdtfDate.parse(text);
        } catch (EdtfException refused) {
            throw new EdtfException(name + ": " + refused.getMessage());
        }
        if (date.isInterval() || date.isSet() || date.isQualified()) {
            throw new EdtfException(name + ": “" + text + "” bounds no window: it takes a day, month, season or year, "
                    + "without a qualifier. Write for example 2023-02-01, 2023-02, 2023-21 or 202X.");
        }
        return date.days();
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Both bounds are days. */
    public boolean isBounded() {
        return from != MINUS_INFINITY && to != PLUS_INFINITY;
    }

    public boolean contains(long day) {
        return from <= day && day <= to;
    }

    /** In days, 0 where a bound is infinite. */
    public long length() {
        return isBounded() ? to - from + 1 : 0;
    }

    /** The unit that this window is exactly, if it is one. */
    public Optional<CalendarUnit> unit() {
        return isBounded() ? Stream.of(CalendarUnit.values()).filter(unit -> unit.containing(from).equals(this)).findFirst()
                : Optional.empty();
    }

    /** The window as long that begins where this one ends: whole months move by months. The same where a bound is infinite. */
    public Window next() {
        return moved(1);
    }

    /** As {@link #next()}, backwards. */
    public Window previous() {
        return moved(-1);
    }

    private Window moved(int times) {
        if (!isBounded()) {
            return this;
        }
        LocalDate first = LocalDate.ofEpochDay(from);
        LocalDate end = LocalDate.ofEpochDay(to + 1);
        if (first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            long months = times * ChronoUnit.MONTHS.between(first, end);
            return new Window(first.plusMonths(months).toEpochDay(), end.plusMonths(months).toEpochDay() - 1);
        }
        return new Window(from + times * length(), to + times * length());
    }

    /** For the query {@code from}: a day, or empty where there is no bound. */
    public String fromText() {
        return from == MINUS_INFINITY ? "" : LocalDate.ofEpochDay(from).toString();
    }

    /** For the query {@code to}. */
    public String toText() {
        return to == PLUS_INFINITY ? "" : LocalDate.ofEpochDay(to).toString();
    }

    /** '28 January to 3 February 2023', '1945 to 2025', 'from 28 January 2023 on', 'all dates'. */
    public String words() {
        return DateWords.window(this, Style.LONG);
    }

    /** '28 Jan – 3 Feb 2023'. */
    public String shortWords() {
        return DateWords.window(this, Style.SHORT);
    }
}
