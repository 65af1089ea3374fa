package org.demarche.time;

/** A date, window or time of day that cannot be read. Its message is for people: what is wrong, and a right form. */
public class EdtfException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 60;

    /** For a message that already names the text and a right form. */
    EdtfException(String message) {
        super(message);
    }

    /**
     * @param reason what is wrong, a sentence without its full stop
     * @param right a form that would have been accepted
     */
    EdtfException(String text, String reason, String right) {
        super("“" + shortened(text) + "” cannot be read as a date: " + reason + ". Write for example " + right + ".");
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
