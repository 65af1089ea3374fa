package org.demarche.history;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/** What people call the fields of records, and what stands in them. */
final class FieldWords {
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)(?:\\[(\\d+)])?");

    private static final Set<String> DATES = Set.of("date", "published", "retrieved", "since", "until", "speaksUntil", "existedSince", "existedUntil");
    /** Their values are constants; the types of codings are codes, which stay as they are. */
    private static final Set<String> CONSTANTS = Set.of("dateBasis", "basis", "status", "kind", "instrument", "mode", "roles", "level", "part", "state");

    /** Only those that people call otherwise than the record does. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("dateBasis", "how the date is known"), Map.entry("instrument", "form"), Map.entry("renderings", "report"),
            Map.entry("speakers", "speaker"), Map.entry("behalf", "on behalf of"), Map.entry("as", "role"), Map.entry("targets", "about"),
            Map.entry("stances", "stance"), Map.entry("codings", "event code"), Map.entry("links", "link"), Map.entry("anchors", "passage"),
            Map.entry("citations", "citation"), Map.entry("participants", "participant"), Map.entry("override", "set by the analyst"),
            Map.entry("originalLanguage", "original language"), Map.entry("via", "reported via"),
            Map.entry("start", "first character"), Map.entry("end", "last character"), Map.entry("exact", "words"), Map.entry("sha256", "SHA-256"),
            Map.entry("short", "short name"), Map.entry("names", "further name"), Map.entry("iso", "ISO code"), Map.entry("cameo", "CAMEO code"),
            Map.entry("sector", "PLOVER sector"), Map.entry("existedSince", "existed since"), Map.entry("existedUntil", "existed until"),
            Map.entry("externalIds", "external id"), Map.entry("in", "belongs to"), Map.entry("speaks", "speaks for it"),
            Map.entry("speaksUntil", "spoke for it until"), Map.entry("url", "address"), Map.entry("archivedUrl", "archived address"),
            Map.entry("parent", "part of"), Map.entry("looked", "where it was looked for"));

    private FieldWords() {
    }

    /** @param path {@code speakers[0].as} */
    static String path(String path) {
        var words = new ArrayList<String>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            var word = WORDS.getOrDefault(step.group(1), step.group(1));
            words.add(step.group(2) == null ? word : word + " " + (Integer.parseInt(step.group(2)) + 1));
        }
        return String.join(", ", words);
    }

    static String value(String path, String value) {
        var field = path.substring(path.lastIndexOf('.') + 1);
        if (CONSTANTS.contains(field)) {
            return value.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? "yes" : "no";
        }
        return DATES.contains(field) && !value.isEmpty() && !value.equals("..") ? DateWords.words(EdtfDate.parse(value)) : value;
    }
}
