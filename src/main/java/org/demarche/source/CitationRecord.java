package org.demarche.source;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Where a fact stands.
 *
 * @param date EDTF: the day on which the document attests the fact, null where it gives none
 * @param anchors never null
 */
public record CitationRecord(UUID document, String date, List<AnchorRecord> anchors) {
    public CitationRecord {
        anchors = anchors == null ? List.of() : List.copyOf(anchors);
    }

    /** With its anchors as this gives them, where it cites that document. */
    public CitationRecord reanchored(UUID cited, UnaryOperator<AnchorRecord> anchor) {
        return cited.equals(document) ? new CitationRecord(document, date, anchors.stream().map(anchor).toList()) : this;
    }
}
