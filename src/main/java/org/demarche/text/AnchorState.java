package org.demarche.text;

/** What became of an anchor when it was last looked for in its document. */
public enum AnchorState {
    /** Everything that the anchor says agrees at one place. */
    EXACT,
    /** More than one place fits, and nothing tells which is meant. */
    AMBIGUOUS,
    /** No place fits. */
    ORPHANED,
    /** Nobody could look: the text is not held, or the anchor does not say what stands there. */
    UNVERIFIED
}
