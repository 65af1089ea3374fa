package org.demarche.history;

import java.util.Locale;

/** The roots of the domain: each change of one makes one revision. In the order in which an archive holds them, what is referred to first. */
public enum RecordKind {
    SOURCE, DOCUMENT, ACTOR, TOPIC, AFFILIATION, EVENT, STATEMENT, NEGATIVE_FINDING, COLLECTION;

    /** Also the name of its table, but for what shares one. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it: 'negative finding'. */
    public String label() {
        return word().replace('_', ' ');
    }

    /** Where its pages and its JSON stand: {@code statements}, {@code negative-findings}. */
    public String path() {
        return word().replace('_', '-') + "s";
    }
}
