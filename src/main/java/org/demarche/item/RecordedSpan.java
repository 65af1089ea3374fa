package org.demarche.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * When something was recorded here: the parameter {@code recorded}.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record RecordedSpan(Instant from, Instant until) {
    private static final String FORM = "write two days or instants as 2023-02-01/2023-02-28 or 2023-02-01T08:00:00Z/..";

    /** Reads {@code from/to}, each a day (UTC) or an instant, an end left out or {@code ..} where it is open; one day alone is that day. */
    static RecordedSpan read(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2) {
            return ParameterValues.refuse(Parameter.RECORDED, FORM);
        }
        var span = new RecordedSpan(start(parts[0]), end(parts[parts.length - 1]));
        if (span.from.isAfter(span.until)) {
            return ParameterValues.refuse(Parameter.RECORDED, "ends before it starts");
        }
        return span;
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    private static Instant start(String text) {
        return open(text) ? Instant.MIN : isDay(text) ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant() : instant(text);
    }

    private static Instant end(String text) {
        return open(text) ? Instant.MAX : after(text, Parameter.RECORDED, FORM);
    }

    /** The first instant after a day or instant. */
    static Instant after(String text, Parameter parameter, String form) {
        try {
            return isDay(text) ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text).plusNanos(1);
        } catch (DateTimeException notOne) {
            return ParameterValues.refuse(parameter, "‘" + text + "’ is neither a day nor an instant; " + form);
        }
    }

    private static boolean open(String text) {
        return text.isEmpty() || text.equals("..");
    }

    private static boolean isDay(String text) {
        return text.length() == 10;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return ParameterValues.refuse(Parameter.RECORDED, "‘" + text + "’ is no day; " + FORM);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            return ParameterValues.refuse(Parameter.RECORDED, "‘" + text + "’ is neither a day nor an instant; " + FORM);
        }
    }
}
