package org.demarche.item;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.demarche.web.BadParameterException;

/** Reads the part of a URL behind its question mark. */
final class QueryStrings {
    private QueryStrings() {
    }

    static Map<String, List<String>> read(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : (text.startsWith("?") ? text.substring(1) : text).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new BadParameterException("query", "‘" + text + "’ is not percent-encoded as a URL should be");
        }
    }
}
