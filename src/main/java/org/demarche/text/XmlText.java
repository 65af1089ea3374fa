package org.demarche.text;

import java.util.regex.Pattern;

/** Texts for XML, which may not hold every character that the text of a record may: not even as a reference. */
public final class XmlText {
    /** Of what the strictest reader of XML takes. */
    private static final Pattern NO_CHARACTER = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {
    }

    /** With U+FFFD, the replacement character, in place of each character that XML can't hold. */
    public static String of(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }
}
