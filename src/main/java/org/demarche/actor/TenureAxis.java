package org.demarche.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.demarche.time.FourDays;

/**
 * The years along which the bars of ties are drawn, in per cent of the width: the same for all ties of a page. An end that is open or not
 * known lies at the axis's end.
 *
 * @param first day of the axis, as days since 1970-01-01
 * @param last its last day
 */
record TenureAxis(long first, long last, List<Tick> ticks) {
    private static final int MOST_TICKS = 6;
    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000};
    /** Of the width, on either side, for what has no end there. */
    private static final double MARGIN = .06;
    private static final double LEAST = .5;
    private static final double WHOLE = 100;

    /** @param x in per cent */
    record Tick(String x, String year) {
    }

    /** How one end of a bar is drawn. */
    enum End {
        KNOWN, OPEN, UNKNOWN
    }

    /**
     * A tie along the axis: filled where it held for certain, hollow where it may have held.
     *
     * @param x where it may have begun, in per cent
     * @param width to where it may have ended
     * @param sure where it held for certain; null where that is nowhere
     */
    record Bar(String x, String width, String sure, String sureWidth, End start, End end, boolean contested) {
        public boolean isOpenAtStart() {
            return start == End.OPEN;
        }

        public boolean isOpenAtEnd() {
            return end == End.OPEN;
        }

        public boolean isUnknownAtStart() {
            return start == End.UNKNOWN;
        }

        public boolean isUnknownAtEnd() {
            return end == End.UNKNOWN;
        }

        /** Where its end is, in per cent. */
        public String right() {
            return percent(Double.parseDouble(x) + Double.parseDouble(width));
        }
    }

    /** Null where none of the ties has a date. */
    static TenureAxis of(Stream<FourDays> ties, long today) {
        var days = ties.toList();
        var known = days.stream().flatMapToLong(tie -> LongStream.of(tie.s1(), tie.s2(), tie.e1(), tie.e2())).filter(TenureAxis::isFinite).summaryStatistics();
        if (known.getCount() == 0) {
            return null;
        }
        boolean goesOn = days.stream().anyMatch(tie -> tie.e2() == FourDays.PLUS_INFINITY);
        boolean wasBefore = days.stream().anyMatch(tie -> tie.s1() == FourDays.MINUS_INFINITY);
        long last = goesOn ? Math.max(known.getMax(), today) : known.getMax();
        double margin = Math.max(30, (last - known.getMin()) * MARGIN);
        long from = Math.round(known.getMin() - (wasBefore ? margin : 0));
        long to = Math.round(last + (goesOn ? margin : 0)) + 1;
        return new TenureAxis(from, to, ticks(from, to));
    }

    Bar bar(AffiliationRecord record) {
        var days = Tenure.held(record);
        double left = place(days.s1());
        double right = Math.max(place(days.e2()), left + LEAST);
        boolean isSure = days.s2() <= days.e1();
        double sure = place(days.s2());
        double sureRight = Math.max(place(days.e1()), sure + LEAST);
        return new Bar(percent(left), percent(right - left), isSure ? percent(sure) : null, isSure ? percent(sureRight - sure) : null,
                end(record.since(), days.s1(), days), end(record.until(), days.e2(), days), Boolean.TRUE.equals(record.contested()));
    }

    private static End end(String typed, long day, FourDays days) {
        boolean always = days.e1() == FourDays.PLUS_INFINITY && days.s2() == FourDays.MINUS_INFINITY;
        return isFinite(day) ? End.KNOWN : "..".equals(typed) || always ? End.OPEN : End.UNKNOWN;
    }

    private double place(long day) {
        return day <= first ? 0 : day >= last ? WHOLE : WHOLE * (day - first) / (last - first);
    }

    private static List<Tick> ticks(long from, long to) {
        int first = LocalDate.ofEpochDay(from).getYear();
        int last = LocalDate.ofEpochDay(to).getYear();
        int step = YEARS[YEARS.length - 1];
        for (int index = YEARS.length - 1; index >= 0 && (last - first) / YEARS[index] <= MOST_TICKS; index--) {
            step = YEARS[index];
        }
        var axis = new TenureAxis(from, to, List.of());
        int each = step;
        return LongStream.rangeClosed(Math.floorDiv(first, each), Math.floorDiv(last, each)).mapToObj(number -> LocalDate.of((int) number * each, 1, 1))
                .filter(year -> year.toEpochDay() >= from && year.toEpochDay() < to)
                .map(year -> new Tick(percent(axis.place(year.toEpochDay())), String.valueOf(year.getYear()))).toList();
    }

    private static boolean isFinite(long day) {
        return day != FourDays.MINUS_INFINITY && day != FourDays.PLUS_INFINITY;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
