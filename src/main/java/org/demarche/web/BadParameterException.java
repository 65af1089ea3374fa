package org.demarche.web;

/** A parameter of a query can't be understood, or is not known: answered with 400, naming it. */
public class BadParameterException extends RuntimeException {

    private final String parameter;

    /** @param message a sentence for the reader, which says what is wrong and shows a right form */
    public BadParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
