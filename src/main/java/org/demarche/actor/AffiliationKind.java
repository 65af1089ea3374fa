package org.demarche.actor;

/** What ties one actor to another: a post, a membership, being part of it, a partnership, or coming after it. */
public enum AffiliationKind {
    OCCUPANCY, MEMBERSHIP, PART_OF, PARTNERSHIP, SUCCESSOR
}
