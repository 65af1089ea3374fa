package org.demarche.time;

/**
 * The first and last day on which something may have started (s1, s2) and ended (e1, e2), as days since 1970-01-01.
 * Always s1 ≤ s2, e1 ≤ e2 and s1 ≤ e2.
 */
public record FourDays(long s1, long s2, long e1, long e2) {

    public static final long MINUS_INFINITY = Long.MIN_VALUE;
    public static final long PLUS_INFINITY = Long.MAX_VALUE;

    public FourDays {
        if (s1 > s2 || e1 > e2 || s1 > e2) {
            throw new IllegalArgumentException("Days out of order: " + s1 + ", " + s2 + ", " + e1 + ", " + e2);
        }
    }

    /** One unknown day from first to last. */
    public static FourDays within(long first, long last) {
        return new FourDays(first, last, first, last);
    }

    /**
     * The days of a tie from since to until, both included.
     *
     * @param since a single date, qualified or not; null or empty where unknown, {@code ..} where open
     * @param until likewise
     * @throws EdtfException when either cannot be read, is an interval or a set, or until is before since
     */
    public static FourDays ofSinceAndUntil(String since, String until) {
        return EdtfDate.ofSinceAndUntil(since, until).days();
    }

    /** Whether some day of the window, both ends included, may be one of these days. */
    public boolean possiblyIn(long from, long to) {
        return s1 <= to && e2 >= from;
    }

    /** Whether some day of the window is one of these days for certain; never where {@link #unplaced()}. */
    public boolean definitelyIn(long from, long to) {
        return !unplaced() && s2 <= to && e1 >= from;
    }

    /** Whether every day from first to last, both included, lies between start and end for certain. */
    public boolean surelyCovers(long first, long last) {
        return s2 <= first && e1 >= last;
    }

    /** Neither bound is known, so that the dates alone say nothing of where this stands. */
    public boolean unplaced() {
        return s1 == MINUS_INFINITY && e2 == PLUS_INFINITY;
    }

    /** What remains when it is attested to have held on each of two days: s2 is pulled back, e1 on, never out of bounds. */
    public FourDays attested(long first, long last) {
        return new FourDays(s1, Math.max(s1, Math.min(s2, first)), Math.min(e2, Math.max(e1, last)), e2);
    }

    /** These days pulled to one day: where an unplaced item stands. */
    public static FourDays onDay(long day) {
        return within(day, day);
    }
}
