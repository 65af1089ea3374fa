package org.demarche.time;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of day where something was said or done.
 *
 * @param offset from UTC, null where it is not known
 */
public record TimeOfDay(LocalTime time, ZoneOffset offset) {

    private static final Pattern FORM =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)(?:([+-])(0\\d|1[0-4]):([0-5]\\d))?");

    /** @throws EdtfException unless it is written {@code 15:00} or {@code 15:00+08:00} */
    public static TimeOfDay parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text, reason(text));
        }
        LocalTime time = LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        if (form.group(3) == null) {
            return new TimeOfDay(time, null);
        }
        int minutes = 60 * Integer.parseInt(form.group(4)) + Integer.parseInt(form.group(5));
        boolean west = form.group(3).equals("-");
        if (minutes > 14 * 60) {
            throw refused(text, "offsets from UTC end at 14:00");
        }
        if (west && minutes == 0) {
            throw refused(text, "UTC itself is written +00:00");
        }
        return new TimeOfDay(time, ZoneOffset.ofTotalSeconds((west ? -60 : 60) * minutes));
    }

    /** Since midnight where it was, whatever the offset. */
    public int minutes() {
        return 60 * time.getHour() + time.getMinute();
    }

    @Override
    public String toString() {
        return time + (offset == null ? "" : offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    }

    private static String reason(String text) {
        if (text.endsWith("Z") || text.endsWith("z")) {
            return "UTC is written as an offset, +00:00";
        }
        if (text.matches("(?i).*[ap]\\.?m\\.?")) {
            return "the hours run from 00 to 23";
        }
        if (text.matches("\\d{1,2}:\\d{2}:\\d{2}.*")) {
            return "it has no seconds";
        }
        if (text.startsWith("24")) {
            return "midnight is 00:00 of the day that begins";
        }
        return "hours and minutes have two digits each";
    }

    private static EdtfException refused(String text, String reason) {
        return new EdtfException("“" + EdtfException.shortened(text) + "” cannot be read as a time of day: " + reason
                + ". Write for example 15:00, or 15:00+08:00 with its offset from UTC.");
    }
}
