package org.demarche.history;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.demarche.text.Slugs;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** Reads the fields of a record into their normal form and notes what is wrong with each; a field with a fault is read as null. */
public final class RecordChecks {
    private final Violations violations;

    public RecordChecks(Violations violations) {
        this.violations = violations;
    }

    /** A text of one line, blanks around it taken off; null where nothing remains. */
    public String line(String field, String value, int most) {
        var text = text(field, value, most);
        return text == null ? null : Texts.oneLine(text);
    }

    /** A text of one or more lines; null where it is blank. */
    public String text(String field, String value, int most) {
        if (value == null) {
            return null;
        }
        var normal = Texts.normalise(value);
        var problem = Texts.problem(normal);
        if (problem.isPresent()) {
            violations.add(field, problem.get());
            return null;
        }
        var text = normal.strip();
        if (Texts.length(text) > most) {
            violations.add(field, "Longer than %,d characters".formatted(most));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** Notes that a field which must be there is not. */
    public <T> T required(String field, T value, Object given, String message) {
        boolean faultNotedAlready = given != null && !given.toString().isBlank() && value == null;
        if (value == null && !faultNotedAlready) {
            violations.add(field, message);
        }
        return value;
    }

    /** The value where it is one of the constants; the fallback where it is absent; null with a fault where it is another. */
    public <E extends Enum<E>> String oneOf(String field, String value, Class<E> constants, String fallback) {
        return oneOf(field, value, Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList(), fallback);
    }

    public String oneOf(String field, String value, List<String> allowed, String fallback) {
        if (value == null || value.isBlank()) {
            return fallback;
        }
        if (!allowed.contains(value)) {
            violations.add(field, "‘" + Texts.cut(printable(value), 60) + "’ is none of " + String.join(", ", allowed));
            return null;
        }
        return value;
    }

    /** An EDTF date; null where it is absent or can't be read. */
    public EdtfDate date(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return EdtfDate.parse(value.strip());
        } catch (IllegalArgumentException unread) {
            violations.add(field, unread.getMessage());
            return null;
        }
    }

    /** A BCP 47 tag in its usual spelling. */
    public String language(String field, String value) {
        var tag = line(field, value, 35);
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException unread) {
            violations.add(field, "‘" + tag + "’ is no language tag; for example: en, zh-Hant");
            return null;
        }
    }

    /** A web address, only {@code http} and {@code https}. */
    public String address(String field, String value) {
        var address = line(field, value, RecordLimits.ADDRESS);
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address);
            if (uri.getHost() != null && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException unread) {
            // said below
        }
        violations.add(field, "This is no web address; for example: https://example.org/article");
        return null;
    }

    /** A slug as it is given; null where it is absent, so that one is made. */
    public String slug(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!Slugs.isSlug(value)) {
            violations.add(field, "A slug has small letters, digits and single hyphens only; for example: south-korea");
            return null;
        }
        return value;
    }

    public String hash(String field, String value) {
        var hash = line(field, value, 64);
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            violations.add(field, "A SHA-256 has 64 hexadecimal digits in small letters");
            return null;
        }
        return hash;
    }

    /** Notes a list that is longer than a record may have. */
    public void parts(String field, List<?> parts) {
        if (parts.size() > RecordLimits.PARTS) {
            violations.add(field, "More than " + RecordLimits.PARTS);
        }
    }

    public void add(String field, String message) {
        violations.add(field, message);
    }

    public RecordChecks at(String prefix) {
        return new RecordChecks(violations.at(prefix));
    }

    /** What a slug names, by a map that was looked up for all slugs of the record at once; null with a fault where it names nothing. */
    public <T> T named(String field, String slug, Map<String, T> known, String what) {
        var found = slug == null || slug.isBlank() ? null : known.get(slug);
        if (found == null) {
            violations.add(field, slug == null || slug.isBlank() ? "Name " + what : "There is no " + what.replaceFirst("^an? ", "") + " ‘" + Texts.cut(printable(slug), 60) + "’");
        }
        return found;
    }

    private static String printable(String value) {
        return Texts.problem(value).isPresent() ? "…" : value;
    }
}
