package org.demarche.exchange.in.dna;

import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;

import com.ibm.icu.text.Normalizer2;

/**
 * The text of a document as DNA has it, and in the form that is kept. DNA counts UTF-16 units of the one, anchors count code points of the other: line ends
 * and letters with accents may be shorter there.
 */
final class DnaText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final String given;
    private final String normal;
    private int measured;
    private int characters;

    DnaText(String text) {
        given = kept(text);
        normal = Texts.normalise(given);
    }

    /** Letter for letter, but for what can't be kept: a new page is a new line, any other becomes the sign for a letter that is lost. */
    static String kept(String text) {
        var kept = new StringBuilder(text);
        for (int index = 0; index < kept.length(); index++) {
            char unit = kept.charAt(index);
            if (unit == '\f' || unit == 0x0B) {
                kept.setCharAt(index, '\n');
            } else if (unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r' || unit >= 0xFFFE || Character.isSurrogate(unit) && !isWhole(kept, index)) {
                kept.setCharAt(index, '\uFFFD');
            }
        }
        return kept.toString();
    }

    private static boolean isWhole(StringBuilder text, int index) {
        return Character.isHighSurrogate(text.charAt(index)) ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    String normal() {
        return normal;
    }

    /** How many units DNA counts. */
    int length() {
        return given.length();
    }

    /** Where a passage lies in the normal form; one that cuts a letter in two has the whole of it. */
    TextPositionSelector place(int start, int stop) {
        int from = start;
        while (!isBoundary(from)) {
            from--;
        }
        int to = stop;
        while (!isBoundary(to)) {
            to++;
        }
        int first = charactersBefore(from);
        return new TextPositionSelector(first, first + Texts.length(Texts.normalise(given.substring(from, to))));
    }

    /** From one boundary to the next, normal forms are put together as texts are. */
    private boolean isBoundary(int index) {
        if (index == 0 || index == given.length()) {
            return true;
        }
        boolean isWithin = Character.isSurrogatePair(given.charAt(index - 1), given.charAt(index)) || given.charAt(index - 1) == '\r' && given.charAt(index) == '\n';
        return !isWithin && NFC.hasBoundaryBefore(given.codePointAt(index));
    }

    /** Statements mostly follow each other as they stand in the text: what was counted is not counted again. */
    private int charactersBefore(int index) {
        if (index < measured) {
            measured = 0;
            characters = 0;
        }
        characters += Texts.length(Texts.normalise(given.substring(measured, index)));
        measured = index;
        return characters;
    }
}
