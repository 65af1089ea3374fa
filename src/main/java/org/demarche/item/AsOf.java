package org.demarche.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.demarche.time.DateWords;

/**
 * The moment as of which records are asked for, as they were known then: the parameter {@code as_of}.
 *
 * @param text as it was asked, a day or an instant
 * @param until the first instant after it, that of a day the start of the next one in UTC
 */
public record AsOf(String text, Instant until) {
    private static final String FORM = "write a day as 2023-02-10 or an instant as 2023-02-10T08:00:00Z";

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * The moment that a parameter of a page names.
     *
     * @param text null or blank where it names none
     * @return null where it names none
     * @throws org.demarche.web.BadParameterException where it is neither a day nor an instant
     */
    public static AsOf of(String text) {
        return text == null || text.isBlank() ? null : read(text.strip());
    }

    /** @throws org.demarche.web.BadParameterException where it is neither a day nor an instant */
    public static AsOf read(String text) {
        var until = RecordedSpan.after(text, Parameter.AS_OF, FORM);
        return until.isBefore(EARLIEST) || until.isAfter(LATEST) ? ParameterValues.refuse(Parameter.AS_OF, "‘" + text + "’ is too far away; " + FORM) : new AsOf(text, until);
    }

    /** The day of the moment in UTC, as a day number. */
    public long day() {
        return LocalDate.ofInstant(until.minusNanos(1), ZoneOffset.UTC).toEpochDay();
    }

    /** '10 February 2023', '10 February 2023, 08:00 UTC'. */
    public String words() {
        var moment = until.minusNanos(1);
        return isDay() ? DateWords.day(day()) : DateWords.moment(moment);
    }

    /** What stands behind the address of a page that has no other parameters. */
    public String behind() {
        return "?" + TimelineQuery.ALL.asKnown(this);
    }

    private boolean isDay() {
        return until.equals(LocalDate.ofEpochDay(day() + 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
