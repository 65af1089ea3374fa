package org.demarche.item;

import java.util.List;
import java.util.Map;

/**
 * How many items each value of each facet would leave, were it the only value of its facet: all other filters hold.
 *
 * @param counts every value with at least one item, those with most items first, then by name; one list for each facet that was asked about
 */
public record Facets(Map<Facet, List<Count>> counts) {

    /**
     * @param value as a query has it
     * @param name what people call it; null where the value itself says it or stands for a word
     */
    public record Count(String value, String name, long items) {
    }

    public List<Count> of(Facet facet) {
        return counts.getOrDefault(facet, List.of());
    }
}
