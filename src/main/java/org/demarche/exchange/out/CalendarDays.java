package org.demarche.exchange.out;

import java.time.LocalDate;
import java.util.Optional;

import org.demarche.item.Item;
import org.demarche.time.FourDays;

/**
 * A date as tools have it that know days alone.
 *
 * @param first the first day on which it may have begun, else the last one on which it may have ended
 * @param last for what lasted, else the same day; for one of several days the last of them
 * @param exact whether these days say all that is known
 */
record CalendarDays(LocalDate first, LocalDate last, boolean exact) {
    /** Empty where no bound is known, not even that of the document which attests it. */
    static Optional<CalendarDays> of(Item item) {
        var date = item.when().date();
        var days = item.when().stands();
        if (days.s1() == FourDays.MINUS_INFINITY && days.e2() == FourDays.PLUS_INFINITY) {
            return Optional.empty();
        }
        long first = days.s1() == FourDays.MINUS_INFINITY ? days.e2() : days.s1();
        long last = days.e2() == FourDays.PLUS_INFINITY ? first : days.e2();
        boolean exact = !item.when().unplaced() && days.s1() == days.s2() && days.e1() == days.e2() && first <= last && !date.isQualified()
                && days.s1() != FourDays.MINUS_INFINITY && days.e2() != FourDays.PLUS_INFINITY;
        return Optional.of(new CalendarDays(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last), exact));
    }

    boolean isOneDay() {
        return first.equals(last);
    }

    /** Whether it is some day of just this month. */
    boolean isMonth() {
        return first.getDayOfMonth() == 1 && first.withDayOfMonth(first.lengthOfMonth()).equals(last);
    }

    /** Whether it is some day of just this year. */
    boolean isYear() {
        return first.getDayOfYear() == 1 && first.withDayOfYear(first.lengthOfYear()).equals(last);
    }
}
