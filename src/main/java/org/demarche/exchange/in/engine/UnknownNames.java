package org.demarche.exchange.in.engine;

/** What becomes of a name in the rows that nobody has, unless the analyst decides of it. */
public enum UnknownNames {
    /** Rows that name it are refused until somebody decides. */
    ASK("ask me"),
    /** Its actor, publisher or topic is made. */
    CREATE("make them"),
    /** It is left out; a speaker stays as a description. */
    LEAVE("leave them out");

    private final String label;

    UnknownNames(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
