package org.demarche.exchange.in.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.demarche.text.Texts;

/**
 * A component of a calendar as it stands there. The library's own model is not used: it refuses a whole calendar for one date that it can't read.
 *
 * @param row which entry of the file it is, counted from 1
 * @param kind VEVENT, VTODO, VTIMEZONE and so on
 */
record CalendarEntry(long row, String kind, List<Property> properties, List<CalendarEntry> parts) {
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+,");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    /**
     * One line, unfolded.
     *
     * @param parameters by their names in capitals, without the quotation marks around them
     * @param value with its escapes
     */
    record Property(String name, Map<String, String> parameters, String value) {
        String parameter(String wanted) {
            return parameters.getOrDefault(wanted, "");
        }

        String text() {
            return unescaped(value);
        }

        /** Several values, parted by commas. */
        List<String> values() {
            var values = new ArrayList<String>();
            var commas = COMMA.matcher(value);
            int from = 0;
            while (commas.find()) {
                values.add(unescaped(value.substring(from, commas.end() - 1)));
                from = commas.end();
            }
            values.add(unescaped(value.substring(from)));
            return values;
        }

        private static String unescaped(String value) {
            var text = ESCAPE.matcher(value).replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(escape.group(1).equalsIgnoreCase("n") ? "\n" : escape.group(1)));
            return Texts.normalise(text);
        }

        /** For the file of wrong rows. */
        String cell() {
            var before = new StringBuilder();
            parameters.forEach((key, given) -> before.append(key).append('=').append(given).append(';'));
            return before.isEmpty() ? value : before + " " + value;
        }
    }

    List<Property> all(String name) {
        return properties.stream().filter(property -> property.name().equals(name)).toList();
    }

    Optional<Property> first(String name) {
        return properties.stream().filter(property -> property.name().equals(name)).findFirst();
    }

    /** On one line; empty where there is none. */
    String line(String name) {
        return first(name).map(property -> Texts.oneLine(property.text())).orElse("");
    }
}
