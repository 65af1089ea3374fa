package org.demarche.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers everything that is wrong with one record, so that its sender hears of all of it at once.
 * Not for use by several threads.
 */
public final class Violations {

    private final List<Violation> all;
    private final String prefix;

    public Violations() {
        this(new ArrayList<>(), "");
    }

    private Violations(List<Violation> all, String prefix) {
        this.all = all;
        this.prefix = prefix;
    }

    /** @return this, so that calls can be chained */
    public Violations add(String field, String message) {
        all.add(new Violation(prefix + field, message));
        return this;
    }

    /**
     * A view of the same violations for one part of the record.
     *
     * @param prefix put before each field, with its dot: {@code speakers[0].}; prefixes of views of views add up
     */
    public Violations at(String prefix) {
        return new Violations(all, this.prefix + prefix);
    }

    /** Of the whole record, also when asked of a view. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Of the whole record, in the order in which they were found, also when asked of a view. */
    public List<Violation> list() {
        return List.copyOf(all);
    }

    /** @throws InvalidRecordException with all of them, unless there are none */
    public void orThrow() {
        if (!isEmpty()) {
            throw new InvalidRecordException(list());
        }
    }
}
