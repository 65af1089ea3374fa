package org.demarche.text;

/**
 * Words with what stands before and after them, as the W3C Web Annotation model has it. An absent part is the empty string.
 *
 * @param exact the words, empty where they are not held
 * @param prefix what stands immediately before them
 * @param suffix what stands immediately after them
 */
public record TextQuoteSelector(String exact, String prefix, String suffix) {

    public TextQuoteSelector {
        exact = exact == null ? "" : exact;
        prefix = prefix == null ? "" : prefix;
        suffix = suffix == null ? "" : suffix;
    }
}
