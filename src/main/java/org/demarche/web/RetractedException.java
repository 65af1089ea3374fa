package org.demarche.web;

/** The address names a record that was retracted: answered with 410, since its history is still here. */
public class RetractedException extends RuntimeException {

    /** @param what the record, as a noun with its id or slug: {@code statement 0186…} */
    public RetractedException(String what) {
        super("The " + what + " was retracted.");
    }
}
