package org.demarche.source;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.demarche.time.DateBasis;
import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/**
 * When it was, as a form has it that knows a document which tells of it.
 *
 * @param date null where it can't be read, or neither the form nor the document says
 * @param basis null where there is no date
 */
public record FormDate(EdtfDate date, DateBasis basis) {

    /** A day that the form proposes, with why. */
    public record Offer(String words, String why) {
    }

    /** The document's day, the day before, and either of the two; none where that is not one known day. */
    public static List<Offer> offers(Documents.DocumentName document) {
        var published = published(document);
        if (published == null || !published.isKnownDay()) {
            return List.of();
        }
        long day = published.days().s1();
        var either = EdtfDate.parse("[" + iso(day - 1) + ".." + iso(day) + "]");
        return List.of(new Offer(DateWords.day(day), "the document’s day"), new Offer(DateWords.day(day - 1), "the day before"),
                new Offer(DateWords.words(either), "either of the two"));
    }

    /**
     * Reads the fields {@code date} and {@code dateBasis}. An empty one is the document's day; what is taken from an offer, or not given at
     * all, is inferred.
     *
     * @param document null where none is known
     * @param before the date that the record had, null where it is new; its basis stays while the date does
     */
    public static FormDate read(FormFields fields, Documents.DocumentName document, String before, String beforeBasis, FormErrors errors) {
        var typed = fields.value("date");
        var published = published(document);
        if (typed == null) {
            if (published == null) {
                errors.add("date", document == null ? "Say when it was" : "Say when it was: the document has no date");
                return new FormDate(null, null);
            }
            return new FormDate(published, basis(fields, DateBasis.INFERRED, errors));
        }
        try {
            var reading = DateInput.read(typed, published);
            if (reading.date().toString().equals(before)) {
                return new FormDate(reading.date(), basis(fields, DateBasis.valueOf(beforeBasis), errors));
            }
            boolean offered = offers(document).stream().map(Offer::words).anyMatch(typed::equals);
            return new FormDate(reading.date(), basis(fields, offered ? DateBasis.INFERRED : reading.basis(), errors));
        } catch (EdtfException unread) {
            errors.add("date", unread.getMessage());
            return new FormDate(null, null);
        }
    }

    /** For the sentence below the field. */
    public String words() {
        return DateWords.words(date);
    }

    public String basisWords() {
        return DateWords.basis(basis);
    }

    public String edtf() {
        return date.toString();
    }

    private static DateBasis basis(FormFields fields, DateBasis follows, FormErrors errors) {
        var chosen = fields.value("dateBasis");
        if (chosen == null) {
            return follows;
        }
        var known = Stream.of(DateBasis.values()).filter(basis -> basis.name().equals(chosen)).findFirst();
        if (known.isEmpty()) {
            errors.add("dateBasis", "Choose how the date is known");
        }
        return known.orElse(follows);
    }

    private static EdtfDate published(Documents.DocumentName document) {
        return document == null || document.published() == null ? null : EdtfDate.parse(document.published());
    }

    private static String iso(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
