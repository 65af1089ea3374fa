package org.demarche.exchange.out;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HTML for tools that take it as it is: only what is written here is markup. */
final class EntryHtml {
    private EntryHtml() {
    }

    static String of(ChronicleEntry entry) {
        var words = entry.words() == null ? null : "<blockquote" + (entry.language() == null ? "" : " lang=\"" + escaped(entry.language()) + "\"") + " dir=\"auto\">" + lines(entry.words()) + "</blockquote>";
        return Stream.of(paragraph(entry.who()), words, paragraph(entry.summary()), paragraph(entry.about()), paragraph(entry.note())).filter(part -> part != null).collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String paragraph(String text) {
        return text == null || text.isEmpty() ? null : "<p>" + lines(text) + "</p>";
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>");
    }
}
