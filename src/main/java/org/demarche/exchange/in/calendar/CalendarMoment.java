package org.demarche.exchange.in.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.demarche.text.Texts;
import org.demarche.time.TimeOfDay;

/**
 * A date of a calendar.
 *
 * @param local where it is; its midnight where only the day is told
 * @param offset null where it is not known, and of whole days
 */
record CalendarMoment(LocalDateTime local, boolean wholeDay, ZoneOffset offset) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T([0-9]{2}):?([0-9]{2})(?::?[0-9]{2})?([Zz])?)?");
    private static final int FARTHEST = 14 * 3_600;

    /** @throws IllegalArgumentException with a sentence */
    static CalendarMoment read(String text, String zone, CalendarZones zones) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("This is no date of a calendar, as 20230201 or 20230201T150000Z");
        }
        try {
            var day = LocalDate.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
            if (form.group(4) == null) {
                return new CalendarMoment(day.atStartOfDay(), true, null);
            }
            var local = day.atTime(LocalTime.of(Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5))));
            return new CalendarMoment(local, false, form.group(6) != null ? ZoneOffset.UTC : zone.isEmpty() ? null : zones.offset(zone, local));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("There is no such day or time: " + Texts.cut(text, 40), none);
        }
    }

    /** The same for the same moment, in whatever zone it is written. */
    String key() {
        return wholeDay ? local.toLocalDate().toString() : offset == null ? local.toString() : local.toInstant(offset).toString();
    }

    /** As a record has it; null for whole days. Offsets with seconds, of before there were zones, are left out. */
    String time() {
        if (wholeDay) {
            return null;
        }
        boolean told = offset != null && offset.getTotalSeconds() % 60 == 0 && Math.abs(offset.getTotalSeconds()) <= FARTHEST;
        return new TimeOfDay(local.toLocalTime(), told ? offset : null).toString();
    }
}
