package org.demarche.web;

import java.util.Optional;

import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;

/**
 * What a form says of a date while it stands in a field.
 *
 * @param words 'September 2022'
 */
public record DateEcho(String words, String edtf) {
    private static final String OPEN = "..";

    /** Empty where nothing is typed or it can't be read. */
    public static Optional<DateEcho> of(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(told(read(typed)));
        } catch (EdtfException unread) {
            return Optional.empty();
        }
    }

    /** What is typed in a field for a date, as the record has it: EDTF, {@code ..} for an open end; null where it is empty or wrong, which is noted. */
    public static String edtf(FormFields fields, String name, FormErrors errors) {
        try {
            return fields.isBlank(name) ? null : read(fields.text(name));
        } catch (EdtfException unread) {
            errors.add(name, unread.getMessage());
            return null;
        }
    }

    private static String read(String typed) {
        return typed.strip().equals(OPEN) ? OPEN : DateInput.read(typed, null).date().toString();
    }

    private static DateEcho told(String edtf) {
        return new DateEcho(edtf.equals(OPEN) ? "open: there is no such day" : DateWords.words(EdtfDate.parse(edtf)), edtf);
    }
}
