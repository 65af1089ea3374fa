package org.demarche.event;

/** What a link says of the later item toward the earlier; AFTER only orders two that have no dates. */
public enum LinkKind {
    RESPONDS_TO, REBUTS, SUPPORTS, REPEATS, CLARIFIES, RETRACTS, CONTRADICTS, AFTER
}
