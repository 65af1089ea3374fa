package org.demarche.exchange.in.dna;

import java.util.Map;

/**
 * What a variable of one statement holds.
 *
 * @param text never empty; of a number or truth value its figures
 * @param attributes what the project tells of the entity: its type, alias, notes; without empty ones
 */
record DnaValue(DnaVariable variable, String text, Map<String, String> attributes) {
    /** What it tells under a name in lower case; null where it tells nothing. */
    String attribute(String name) {
        return attributes.entrySet().stream().filter(attribute -> attribute.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse(null);
    }
}
