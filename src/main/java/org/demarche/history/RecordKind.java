package org.demarche.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** With its article: 'an event'. */
    public String phrase() {
        return ("AEIOU".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + label();
    }

    /** The page where those of its kind are found. */
    public String list() {
        return switch (this) {
            case STATEMENT, EVENT, NEGATIVE_FINDING -> "/timeline";
            case ACTOR, AFFILIATION -> "/actors";
            case SOURCE, DOCUMENT -> "/sources";
            case TOPIC -> "/topics";
            case COLLECTION -> "/collections";
        };
    }

    /** The kind whose {@link #path} this is. */
    public static Optional<RecordKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
