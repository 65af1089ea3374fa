package org.demarche.event;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;

/**
 * A link from a statement or event, kept with its later end.
 *
 * @param kind RESPONDS_TO, REBUTS, SUPPORTS, REPEATS, CLARIFIES, RETRACTS, CONTRADICTS or AFTER
 * @param to a statement or event
 * @param basis STATED, INFERRED or EXTERNAL
 * @param citations never null
 */
public record LinkRecord(String kind, UUID to, String basis, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CitationRecord> citations) {
    public LinkRecord {
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** With its anchors in that document as this gives them. */
    public LinkRecord reanchored(UUID document, UnaryOperator<AnchorRecord> anchor) {
        return new LinkRecord(kind, to, basis, citations.stream().map(citation -> citation.reanchored(document, anchor)).toList());
    }
}
