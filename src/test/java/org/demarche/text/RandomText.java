package org.demarche.text;

import java.util.Random;

/** Texts of every script and of what breaks careless code, from a seed that a failing test prints. */
final class RandomText {

    private static final String[] PIECES = {
        " ", " ", " ", "\n", "\n\n", "a", "sanctions", "Asia-Pacific", "don’t", "states’", "U.S.", "é", "ß", "Ω", "ж", "ש", "ع", "٣",
        "中", "東京", "か", "カ", "대한", "ไทย", "😀", "👩‍👩‍👧", "🇯🇵", "𝔘", "e\u0301", "\"", "“", "”", "„", "«", "»", "‘", "’", "「", "」", "『", "』", "-", ".", ",", "\u3000"
    };

    private final Random random;

    RandomText(long seed) {
        random = new Random(seed);
    }

    String ofAtMost(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(pieces + 1); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
