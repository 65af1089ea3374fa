package org.demarche.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is wrong, by field of the form; of several faults of one field the first that was found. */
public final class FormErrors {
    private final Map<String, String> byField = new LinkedHashMap<>();

    public void add(String field, String message) {
        byField.putIfAbsent(field, message);
    }

    public void addAll(List<Violation> violations, UnaryOperator<String> field) {
        violations.forEach(violation -> add(field.apply(violation.field()), violation.message()));
    }

    public void addAll(Violations violations) {
        addAll(violations.list(), UnaryOperator.identity());
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** For the page: each with the id of its field, empty where no field is at fault. */
    public List<Violation> list() {
        return byField.entrySet().stream().map(entry -> new Violation(entry.getKey().equals(FormToken.NAME) ? "" : id(entry.getKey()), entry.getValue())).toList();
    }

    /** While somebody still types, nobody is told what is missing. */
    public void dropMissing(FormFields fields) {
        byField.keySet().removeIf(fields::isBlank);
    }

    public void clear() {
        byField.clear();
    }

    /** The id of a field in the page: {@code targets[0].actor} is {@code targets-0-actor}. */
    public static String id(String field) {
        return field.replace("[", "-").replace("].", "-").replace("]", "").replace('.', '-');
    }
}
