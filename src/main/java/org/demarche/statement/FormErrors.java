package org.demarche.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.demarche.web.FormToken;
import org.demarche.web.Violation;
import org.demarche.web.Violations;

/** What is wrong, by field of the form; of several faults of one field the first that was found. */
final class FormErrors {
    private final Map<String, String> byField = new LinkedHashMap<>();

    void add(String field, String message) {
        byField.putIfAbsent(field, message);
    }

    void addAll(List<Violation> violations, UnaryOperator<String> field) {
        violations.forEach(violation -> add(field.apply(violation.field()), violation.message()));
    }

    void addAll(Violations violations) {
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
    void dropMissing(FormFields fields) {
        byField.keySet().removeIf(fields::isBlank);
    }

    void clear() {
        byField.clear();
    }

    /** The id of a field in the page: {@code targets[0].actor} is {@code targets-0-actor}. */
    static String id(String field) {
        return field.replace("[", "-").replace("].", "-").replace("]", "").replace('.', '-');
    }
}
