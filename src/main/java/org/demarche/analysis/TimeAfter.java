package org.demarche.analysis;

import org.demarche.time.FourDays;

/** How long after something began something else was said, as far as the dates of both tell. */
final class TimeAfter {
    private TimeAfter() {
    }

    /** 'the same day', '2 days after', '1 to 3 days after', 'up to 2 days after', '1 day before'; 'at an unknown time' where a date has no bound. */
    static String words(FourDays began, FourDays said) {
        if (began.s1() == FourDays.MINUS_INFINITY || said.e2() == FourDays.PLUS_INFINITY || said.s1() == FourDays.MINUS_INFINITY) {
            return "at an unknown time";
        }
        // A qualified beginning may have been at any time after its first day: then only that bounds it.
        long least = began.s2() == FourDays.PLUS_INFINITY ? 0 : said.s1() - began.s2();
        long most = said.e2() - began.s1();
        if (least == most) {
            return most == 0 ? "the same day" : days(Math.abs(most)) + (most > 0 ? " after" : " before");
        }
        if (most <= 0) {
            return "before it";
        }
        return least <= 0 ? "up to " + days(most) + " after" : least + " to " + days(most) + " after";
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }
}
