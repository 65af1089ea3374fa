package org.demarche.text;

import java.util.Collection;
import java.util.List;

/** The terms of one text by position. Made by {@link Words#index} and {@link Words#indexExactly}. */
public final class IndexedWords {

    private final List<List<String>> positions;

    IndexedWords(List<List<String>> positions) {
        this.positions = positions;
    }

    /** Whether the terms stand here one after another. No terms stand everywhere. */
    public boolean containsPhrase(List<String> terms) {
        if (terms.isEmpty()) {
            return true;
        }
        for (int start = 0; start + terms.size() <= positions.size(); start++) {
            if (standsAt(start, terms)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each of these phrases stands here, wherever. */
    public boolean containsAll(Collection<List<String>> phrases) {
        return phrases.stream().allMatch(this::containsPhrase);
    }

    private boolean standsAt(int start, List<String> terms) {
        for (int index = 0; index < terms.size(); index++) {
            if (!positions.get(start + index).contains(terms.get(index))) {
                return false;
            }
        }
        return true;
    }
}
