package org.demarche.text;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike the words of two texts are, as where two outlets print one sentence: the share of the shorter one's words, and of its pairs of
 * neighbouring words, that the other has too. Case, accents, endings and punctuation are set aside; Chinese, Japanese and Korean writing
 * counts by pairs of characters. Texts of two languages are never alike.
 */
public final class Likeness {
    /** From here on two texts of one speaker on one day are mostly two printings of the same. */
    public static final double LIKELY = 0.5;
    /** Two words alone are alike by chance. */
    private static final int FEWEST = 4;

    private Likeness() {
    }

    /** @return 0 to 1; 0 for null, and for texts of fewer than four words */
    public static double of(String one, String other) {
        var first = shingles(one);
        var second = shingles(other);
        var shorter = first.size() < second.size() ? first : second;
        var longer = shorter == first ? second : first;
        // So many words make twice as many shingles, less one.
        if (shorter.size() < 2 * FEWEST - 1) {
            return 0;
        }
        return (double) shorter.stream().filter(longer::contains).count() / shorter.size();
    }

    private static Set<String> shingles(String text) {
        var terms = Words.terms(text);
        var shingles = new HashSet<>(terms);
        for (int index = 1; index < terms.size(); index++) {
            shingles.add(terms.get(index - 1) + ' ' + terms.get(index));
        }
        return shingles;
    }
}
