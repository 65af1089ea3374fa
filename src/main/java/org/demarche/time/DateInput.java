package org.demarche.time;

/** Reads what people type into the date field of a form. */
public final class DateInput {

    private DateInput() {
    }

    /** What was read, and how the date would be known when it stands like that in a source. */
    public record Reading(EdtfDate date, DateBasis basis) {
    }

    /**
     * @param documentDate the date of the document, from which weekdays and days without a year count; null where unknown
     * @throws EdtfException with a message for people when it cannot be read, or can be read in two ways
     */
    public static Reading read(String typed, EdtfDate documentDate) {
        EdtfDate date = EdtfDate.parse(typed.strip());
        return new Reading(date, date.isSet() ? DateBasis.INFERRED : DateBasis.EXPLICIT);
    }
}
