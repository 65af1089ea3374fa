package org.demarche.text;

/**
 * A place in a text, as the W3C Web Annotation model has it.
 *
 * @param start the first code point, 0-based
 * @param end the code point after the last
 */
public record TextPositionSelector(int start, int end) {

    public TextPositionSelector {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A position from " + start + " to " + end + " is not a place in a text");
        }
    }

    public int length() {
        return end - start;
    }
}
