package org.demarche.item;

import java.util.List;
import java.util.UUID;

/**
 * Finds records by what people type of their names, in any script, case and accents set aside; supplied by the index. Whole names come
 * first, then names that begin so, then those of which a word does, then those with all words in another order; among equals the one
 * with most items. Where nothing begins so, names that differ by a letter or two are found.
 */
public interface Finding {
    /** Ids of actors, by any of their names. */
    List<UUID> actors(String typed, int from, int most);

    /** The actors one of whose names is exactly this, those with most items first. */
    List<UUID> actorsCalled(String typed, int most);

    /** The actors of whom a whole name, or all of it from some word on, stands in a text, by its first two hundred words. */
    List<UUID> actorsNamedIn(String text, int most);

    /** Ids of events, by their titles; among equals the latest. */
    List<UUID> events(String typed, int most);

    /** Words as they are printed in texts and names that differ little from this one, which itself is in none; the nearest first. */
    List<String> nearWords(String word, int most);
}
