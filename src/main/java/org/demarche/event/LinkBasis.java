package org.demarche.event;

/** How a link is known: the source states it, the analyst infers it, or another source has it. */
public enum LinkBasis {
    STATED("stated by the source"),
    INFERRED("inferred, not stated by the source"),
    EXTERNAL("from another source");

    private final String label;

    LinkBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
