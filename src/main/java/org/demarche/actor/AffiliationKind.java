package org.demarche.actor;

/** What ties one actor to another: a post, a membership, being part of it, a partnership, or coming after it. */
public enum AffiliationKind {
    OCCUPANCY("holds a post in", "post held by"),
    MEMBERSHIP("member of", "member"),
    PART_OF("part of", "part"),
    PARTNERSHIP("partner of", "partner"),
    SUCCESSOR("successor of", "succeeded by");

    private final String label;
    private final String inverse;

    AffiliationKind(String label, String inverse) {
        this.label = label;
        this.inverse = inverse;
    }

    public String label() {
        return label;
    }

    /** Of the same tie, seen from what the member belongs to. */
    public String inverse() {
        return inverse;
    }
}
