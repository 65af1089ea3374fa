package org.demarche.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.demarche.history.RecordChecks;
import org.demarche.text.AnchorState;
import org.demarche.text.Texts;
import org.demarche.web.RecordLimits;

/** Checks citations and anchors on behalf of whatever record holds them. */
public final class CitationChecks {
    private static final List<String> PARTS = List.of("WHOLE", "QUOTE");
    private static final int CONTEXT = 1_000;

    private CitationChecks() {
    }

    /** @param documents those that the citations may name, looked up for all at once */
    public static List<CitationRecord> citations(String field, List<CitationRecord> given, CitableDocuments documents, RecordChecks checks) {
        checks.parts(field, given);
        var checked = new ArrayList<CitationRecord>();
        for (int index = 0; index < given.size(); index++) {
            var citation = given.get(index);
            var at = checks.at(field + "[" + index + "].");
            document("document", citation.document(), documents, at);
            var date = at.date("date", citation.date());
            checked.add(new CitationRecord(citation.document(), date == null ? null : date.toString(),
                    anchors("anchors", citation.anchors(), citation.document(), documents, at)));
        }
        return checked;
    }

    public static void document(String field, UUID id, CitableDocuments documents, RecordChecks checks) {
        if (id == null) {
            checks.add(field, "Name the document");
        } else if (documents.named(id) == null) {
            checks.add(field, "There is no document ‘" + id + "’");
        }
    }

    /**
     * Whatever is said of its state, an anchor has the one that the text of the document gives it, and the place: where no text is held,
     * nobody could look.
     */
    public static List<AnchorRecord> anchors(String field, List<AnchorRecord> given, UUID document, CitableDocuments documents, RecordChecks checks) {
        checks.parts(field, given);
        var checked = new ArrayList<AnchorRecord>();
        for (int index = 0; index < given.size(); index++) {
            var anchor = anchor(given.get(index), checks.at(field + "[" + index + "]."));
            checked.add(anchor == null ? given.get(index) : documents.keepAnchors() ? anchor : anchor.in(documents.text(document), anchor.stands()));
        }
        return checked;
    }

    public static Collection<UUID> documentsOf(Collection<CitationRecord> citations) {
        return citations.stream().map(CitationRecord::document).filter(java.util.Objects::nonNull).toList();
    }

    /** Null where its place is none. */
    private static AnchorRecord anchor(AnchorRecord given, RecordChecks checks) {
        var part = checks.oneOf("part", given.part(), PARTS, "WHOLE");
        boolean placed = given.start() != null || given.end() != null;
        if (placed && (given.start() == null || given.end() == null || given.start() < 0 || given.end() < given.start())) {
            checks.add("start", "An anchor starts at 0 or later and ends after it starts, or has neither start nor end");
            return null;
        }
        var exact = raw("exact", given.exact(), RecordLimits.WORDS, checks);
        var hash = checks.hash("sha256", given.sha256());
        return new AnchorRecord(part, given.start(), given.end(), exact, raw("prefix", given.prefix(), CONTEXT, checks),
                raw("suffix", given.suffix(), CONTEXT, checks), exact != null ? null : hash,
                checks.oneOf("state", given.state(), AnchorState.class, AnchorState.UNVERIFIED.name()));
    }

    /** A document and words of it keep the blanks at their ends: they are compared letter by letter. */
    static String raw(String field, String value, int most, RecordChecks checks) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        var text = Texts.normalise(value);
        var problem = Texts.problem(text);
        if (problem.isPresent()) {
            checks.add(field, problem.get());
            return null;
        }
        if (Texts.length(text) > most) {
            checks.add(field, "Longer than %,d characters".formatted(most));
            return null;
        }
        return text;
    }
}
