package org.demarche.exchange.in.dna;

import java.util.Locale;

/**
 * A variable of a type of statements.
 *
 * @param kind short text, long text, integer or boolean
 * @param type the id of the type of statements
 */
record DnaVariable(long id, String name, String kind, long type) {
    boolean isCalled(String other) {
        return name.strip().toLowerCase(Locale.ROOT).equals(other);
    }

    boolean isText() {
        return kind.endsWith("text");
    }

    boolean isLongText() {
        return kind.equals("long text");
    }

    boolean isInteger() {
        return kind.equals("integer");
    }
}
