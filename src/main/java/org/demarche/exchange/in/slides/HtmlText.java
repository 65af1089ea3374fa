package org.demarche.exchange.in.slides;

import java.util.regex.Pattern;

import org.apache.commons.lang3.StringEscapeUtils;
import org.demarche.text.Texts;

/** What a browser shows of a line with marks of HTML in it. */
final class HtmlText {
    /** Longer ones are no lines; each of the patterns goes over a text once. */
    private static final int LONGEST = 20_000;
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style)\\b[^<>]*>.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern BREAK = Pattern.compile("(?i)</?(br|p|div|li|ul|ol|h[1-6]|tr|td|blockquote)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    private HtmlText() {
    }

    /** @throws IllegalArgumentException where it is far too long */
    @SuppressWarnings("deprecation") // the one decoder of entities that is here; what is told to take its place is not
    static String line(String html) {
        if (html.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than %,d characters".formatted(LONGEST));
        }
        var seen = UNSEEN.matcher(html).replaceAll("");
        return Texts.oneLine(Texts.normalise(StringEscapeUtils.unescapeHtml4(TAG.matcher(BREAK.matcher(seen).replaceAll(" ")).replaceAll(""))));
    }
}
