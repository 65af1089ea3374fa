package org.demarche.actor;

import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/**
 * How long an actor existed.
 *
 * @param name short
 * @param since EDTF, null where unknown
 * @param until EDTF, null where unknown or not yet
 */
public record Lifetime(String name, String since, String until) {
    /** Of somebody of whom neither end is known. */
    public static Lifetime unknown(String name) {
        return new Lifetime(name, null, null);
    }

    /** The first day on which it may have existed. */
    public long first() {
        return since == null ? FourDays.MINUS_INFINITY : EdtfDate.parse(since).days().s1();
    }

    /** The last day on which it may have existed. */
    public long last() {
        return until == null ? FourDays.PLUS_INFINITY : EdtfDate.parse(until).days().e2();
    }

    /** 'Soviet Union: 30 December 1922 – 26 December 1991'. */
    public String words() {
        return name + ": " + DateWords.sinceAndUntil(since, until);
    }
}
