package org.demarche.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** Lets a form's template ask what is wrong with one field; {@code {#fault violations field="date" /}} prints it. */
@TemplateExtension
final class Faults {

    private Faults() {
    }

    /** @return the messages for exactly this field, in the order in which they were found */
    static List<String> faults(List<Violation> violations, String field) {
        return violations.stream().filter(violation -> violation.field().equals(field)).map(Violation::message).toList();
    }
}
