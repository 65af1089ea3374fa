package org.demarche.event;

/** What a link says of the later item toward the earlier; AFTER only orders two that have no dates. */
public enum LinkKind {
    RESPONDS_TO("responds to", "response"),
    REBUTS("rebuts", "rebutted by"),
    SUPPORTS("supports", "supported by"),
    REPEATS("repeats", "repeated by"),
    CLARIFIES("clarifies", "clarified by"),
    RETRACTS("takes back", "taken back by"),
    CONTRADICTS("contradicts", "contradicted by"),
    AFTER("comes after", "followed by");

    private final String label;
    private final String inverse;

    LinkKind(String label, String inverse) {
        this.label = label;
        this.inverse = inverse;
    }

    public String label() {
        return label;
    }

    /** Of the same link, seen from the earlier item. */
    public String inverse() {
        return inverse;
    }
}
