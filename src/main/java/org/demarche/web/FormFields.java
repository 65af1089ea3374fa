package org.demarche.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.demarche.text.Texts;

/**
 * What stands in the fields of the form, as it was typed. The rows of a list are numbered ({@code targets[1].actor}), and the numbers
 * may have gaps.
 */
public final class FormFields {
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})](?:\\..+)?");
    private static final int LONGEST_NAME = 60;

    private final Map<String, List<String>> values;

    public FormFields(Map<String, List<String>> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The empty text where the field was not sent. */
    public String text(String name) {
        var all = values.get(name);
        return all == null || all.isEmpty() || all.get(0) == null ? "" : all.get(0);
    }

    /** Without blanks at its ends, null where nothing remains: as a record has it. */
    public String value(String name) {
        var text = text(name).strip();
        return text.isEmpty() ? null : text;
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream().filter(value -> value != null && !value.isBlank()).toList();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isBlank(String name) {
        return text(name).isBlank();
    }

    /** The numbers of the rows that were sent, in their order; no more than a record may have. */
    public List<Integer> rows(String list) {
        return values.keySet().stream().map(ROW::matcher).filter(row -> row.matches() && row.group(1).equals(list))
                .map(row -> Integer.parseInt(row.group(2))).distinct().sorted().limit(RecordLimits.PARTS + 1L).toList();
    }

    /**
     * Numbers the rows of a list from 0, as the parts of the record are, so that what is wrong with a part is wrong with its row. A row
     * in which all of these fields are blank is dropped.
     *
     * @return how many rows remain
     */
    public int numberRows(String list, String... deciding) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (int number : rows(list)) {
            if (Arrays.stream(deciding).anyMatch(field -> !isBlank(list + "[" + number + "]." + field))) {
                numbers.put(String.valueOf(number), numbers.size());
            }
        }
        var before = new LinkedHashMap<>(values);
        values.clear();
        before.forEach((name, all) -> {
            var row = ROW.matcher(name);
            if (!row.matches() || !row.group(1).equals(list)) {
                values.put(name, all);
            } else if (numbers.containsKey(row.group(2))) {
                values.put(list + "[" + numbers.get(row.group(2)) + name.substring(row.end(2)), all);
            }
        });
        return numbers.size();
    }

    /** Sets a field; null takes it off. */
    public FormFields put(String name, Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, List.of(value.toString()));
        }
        return this;
    }

    public FormFields putAll(String name, List<String> all) {
        values.put(name, List.copyOf(all));
        return this;
    }

    /** The same fields without the characters that can't be kept, each of which is noted. */
    public FormFields keepable(Violations violations) {
        var keepable = new LinkedHashMap<String, List<String>>();
        values.forEach((name, all) -> {
            if (Texts.problem(name).isPresent() || name.length() > LONGEST_NAME) {
                return;
            }
            var cleaned = new ArrayList<String>();
            for (var text : all) {
                var normal = text == null ? "" : Texts.normalise(text);
                Texts.problem(normal).ifPresent(problem -> violations.add(name, problem));
                cleaned.add(Texts.problem(normal).isEmpty() ? normal : withoutUnkeepable(normal));
            }
            keepable.put(name, cleaned);
        });
        return new FormFields(keepable);
    }

    private static String withoutUnkeepable(String text) {
        var kept = new StringBuilder();
        text.codePoints().filter(point -> Texts.problem(Character.toString(point)).isEmpty()).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
