package org.demarche.web;

import java.util.List;
import java.util.stream.Collectors;

/** A record was read but may not be stored: answered with 422 and every violation, each beside its field. */
public class InvalidRecordException extends RuntimeException {

    private final transient List<Violation> violations;

    public InvalidRecordException(List<Violation> violations) {
        super(violations.stream().map(v -> v.field() + ": " + v.message()).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
