package org.demarche.text;

/** What became of an anchor when it was last looked for in its document. */
public enum AnchorState {
    /** Everything that the anchor says agrees at one place. */
    EXACT("found word for word"),
    /** More than one place fits, and nothing tells which is meant. */
    AMBIGUOUS("found in more than one place"),
    /** No place fits. */
    ORPHANED("not found in the text as it was cited"),
    /** Nobody could look: the text is not held, or the anchor does not say what stands there. */
    UNVERIFIED("not checked against the text");

    private final String label;

    AnchorState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
