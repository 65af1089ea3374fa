package org.demarche.item;

/**
 * How wide a text stands at 12 pixels, near enough to decide what fits: a server can't measure. The widths are those of Inter at that
 * size, by kind of character, rounded up.
 */
public final class TextWidth {
    /** Of a character of running English text. */
    static final double CHARACTER = 6.4;

    private static final String NARROW = "iljtfrI.,:;'|!()[]‘’-– ";
    private static final String BROAD = "mwMW@%—…";

    private TextWidth() {
    }

    public static double of(String text) {
        return text.codePoints().mapToDouble(TextWidth::of).sum();
    }

    private static double of(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 3.9;
        }
        if (BROAD.indexOf(character) >= 0) {
            return 10.8;
        }
        if (character >= 0x2E80) {
            return 12.5;
        }
        return Character.isUpperCase(character) ? 8.4 : 7;
    }
}
