package org.demarche.web;

/** The address names a record that never was: answered with 404. */
public class UnknownRecordException extends RuntimeException {

    /** @param what the record, as a noun with its id or slug: {@code statement 0186…}, {@code actor atlantis} */
    public UnknownRecordException(String what) {
        super("There is no " + what + ".");
    }
}
