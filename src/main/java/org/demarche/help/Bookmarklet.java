package org.demarche.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The bookmark that opens the form beside a page that is read: a script, written as an address. */
final class Bookmarklet {
    private static final String SCRIPT = "/help/bookmarklet.js";
    private static final String ADDRESS = "ADDRESS";

    private Bookmarklet() {
    }

    /** @param server where this server is asked, as {@code http://localhost:8080} */
    static String href(String server) {
        return "javascript:" + URLEncoder.encode(script().replace(ADDRESS, server), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String script() {
        try (var resource = Bookmarklet.class.getResourceAsStream(SCRIPT)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.startsWith("//"))
                    .collect(Collectors.joining(" "));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
