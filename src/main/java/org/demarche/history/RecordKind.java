package org.demarche.history;

import java.util.Locale;

/** The roots of the domain: each change of one makes one revision. In the order in which an archive holds them, what is referred to first. */
public enum RecordKind {
    SOURCE, DOCUMENT, ACTOR, TOPIC, AFFILIATION, EVENT, STATEMENT, COLLECTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its pages and its JSON stand: {@code statements}. */
    public String path() {
        return word() + "s";
    }
}
