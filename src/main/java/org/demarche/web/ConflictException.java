package org.demarche.web;

/** What is asked for does not go together with what others have saved since: answered with 409. */
public class ConflictException extends RuntimeException {

    private final transient Object current;

    /**
     * @param message a sentence for the reader
     * @param current the record as it stands now, which the answer carries, or null where there is none to show
     */
    public ConflictException(String message, Object current) {
        super(message);
        this.current = current;
    }

    public Object current() {
        return current;
    }
}
