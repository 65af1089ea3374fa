package org.demarche.exchange.in.slides;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;

/** A date of TimelineJS, part by part as it stands there; blank where there is none. */
record SlideDate(String year, String month, String day, String time) {
    private static final int LAST_YEAR = 9_999;
    private static final Pattern NUMBER = Pattern.compile("([-−]?)([0-9]{1,12})(?:\\.0*)?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{1,2})(?::[0-9]{1,2}(?:\\.[0-9]+)?)?\\s*([AaPp])?(?:\\.?[Mm]\\.?)?");

    /** Of version 2: {@code 2011,12,10,15,30}. */
    static SlideDate ofCommas(String text) {
        var parts = text.strip().split("\\s*,\\s*", -1);
        return new SlideDate(parts[0].strip(), parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", parts.length > 3 && !parts[3].isBlank() ? clock(parts[3], parts.length > 4 ? parts[4] : "") : "");
    }

    static String clock(String hour, String minute) {
        return hour.isBlank() ? "" : hour.strip() + ":" + (minute.isBlank() ? "00" : minute.strip());
    }

    boolean isBlank() {
        return Stream.of(year, month, day, time).allMatch(String::isBlank);
    }

    /** As it stands, for the file of wrong rows. */
    String cell() {
        return Stream.of(year, month, day).filter(part -> !part.isBlank()).collect(Collectors.joining("-")) + (time.isBlank() ? "" : " " + time);
    }

    /**
     * EDTF, as exactly as it is told. TimelineJS counts as people do, so that -44 is 44 BC.
     *
     * @throws IllegalArgumentException with a sentence
     */
    String edtf() {
        if (year.isBlank()) {
            throw new IllegalArgumentException("It has no year");
        }
        long number = number(year, "year");
        if (number == 0) {
            throw new IllegalArgumentException("There is no year 0: the year before 1 is -1");
        }
        long counted = number < 0 ? number + 1 : number;
        if (Math.abs(counted) > LAST_YEAR) {
            throw new IllegalArgumentException("Years run from -10000 to 9999");
        }
        if (month.isBlank() && !day.isBlank()) {
            throw new IllegalArgumentException("It has a day without a month");
        }
        var text = (counted < 0 ? "-" : "") + "%04d".formatted(Math.abs(counted)) + (month.isBlank() ? "" : "-%02d".formatted(number(month, "month"))) + (day.isBlank() ? "" : "-%02d".formatted(number(day, "day")));
        if (!month.isBlank() && number(month, "month") > 12) {
            throw new IllegalArgumentException("There is no month ‘" + Texts.cut(month, 20) + "’");
        }
        return EdtfDate.parse(text).toString();
    }

    /** As a record has it; null where none is told, or no day that it could belong to. */
    String clock() {
        if (time.isBlank() || day.isBlank()) {
            return null;
        }
        Matcher form = TIME.matcher(time.strip());
        int hour = form.matches() ? Integer.parseInt(form.group(1)) : 24;
        boolean halves = hour < 24 && form.group(3) != null;
        int minute = hour < 24 ? Integer.parseInt(form.group(2)) : 0;
        if (hour > 23 || minute > 59 || halves && (hour < 1 || hour > 12)) {
            throw new IllegalArgumentException("This is no time of day; for example: 15:00");
        }
        return "%02d:%02d".formatted(!halves ? hour : hour % 12 + (form.group(3).equalsIgnoreCase("p") ? 12 : 0), minute);
    }

    private static long number(String part, String called) {
        Matcher form = NUMBER.matcher(part.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("The " + called + " ‘" + Texts.cut(part, 40) + "’ is no whole number");
        }
        long number = new BigDecimal(form.group(2)).longValueExact();
        return form.group(1).isEmpty() ? number : -number;
    }
}
