package org.demarche.source;

import java.util.List;
import java.util.UUID;

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
}
