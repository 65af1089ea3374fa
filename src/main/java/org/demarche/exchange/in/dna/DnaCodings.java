package org.demarche.exchange.in.dna;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.demarche.coding.CodingRecord;

/**
 * What a statement of the Discourse Network Analyzer has beside speaker, organisation, concept and agreement: its type, its coder, the project's own variables, what is told of
 * those who speak. Each is a coding of a scheme of its name; what is too long for one, as notes are, is the coder's words and goes to the summary.
 */
final class DnaCodings {
    private static final String SCHEME = "DNA";
    private static final int LONGEST = 50;
    private static final int MOST = 20;

    private final Map<String, CodingRecord> codings = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private DnaValue only;

    /** @param isStance whether its agreement is a stance already */
    DnaCodings(DnaStatement statement, boolean isStance) {
        code(SCHEME, statement.type(), null);
        code(SCHEME + " coder", statement.coder(), null);
        for (var value : statement.values().values()) {
            boolean isSpoken = value == statement.part(DnaPart.SPEAKER) || value == statement.part(DnaPart.ORGANIZATION) || value == statement.part(DnaPart.CONCEPT);
            boolean isSaid = isStance && value == statement.part(DnaPart.AGREEMENT) && !value.variable().isInteger();
            if (!isSpoken && !isSaid) {
                variable(value);
            }
        }
        code(SCHEME + " section", statement.document().section(), null);
        code(SCHEME + " document type", statement.document().type(), null);
        for (var part : List.of(DnaPart.SPEAKER, DnaPart.ORGANIZATION, DnaPart.CONCEPT)) {
            var value = statement.part(part);
            if (value != null) {
                value.attributes().forEach((name, text) -> attribute(value, name, text));
            }
        }
    }

    /** Whether a scheme is one of these. */
    static boolean isOurs(String scheme) {
        return scheme.equals(SCHEME) || scheme.startsWith(SCHEME + " ");
    }

    List<CodingRecord> codings() {
        return List.copyOf(codings.values());
    }

    /** Null where there is nothing to say. */
    String summary() {
        return notes.isEmpty() ? null : notes.size() == 1 && only.variable().isLongText() ? only.text() : String.join("\n", notes);
    }

    private void variable(DnaValue value) {
        var score = value.variable().isInteger() && value.text().matches("-?\\d{1,15}") ? Double.valueOf(value.text()) : null;
        if (value.variable().isLongText() || !code(SCHEME + " " + value.variable().name(), value.text(), score)) {
            only = value;
            notes.add(value.variable().name() + ": " + value.text());
        }
    }

    /** An actor has its alias among its names; a record has no place for notes on one. */
    private void attribute(DnaValue value, String name, String text) {
        if (!name.equalsIgnoreCase("alias") && !name.equalsIgnoreCase("notes")) {
            code(SCHEME + " " + value.variable().name() + ": " + name, text, null);
        }
    }

    /** False where there is no room for it. */
    private boolean code(String scheme, String type, Double score) {
        if (type.isEmpty()) {
            return true;
        }
        return codings.size() < MOST && scheme.length() <= LONGEST && type.length() <= LONGEST && codings.putIfAbsent(scheme, new CodingRecord(scheme, type, null, List.of(), score, null)) == null;
    }
}
