package org.demarche.source;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/**
 * A citation in words.
 *
 * @param document null where it was retracted since
 * @param attests the day on which it attests the fact, in words; null where it gives none
 */
public record CitedDocument(Documents.DocumentName document, String attests, List<Passage> passages) {

    public static List<CitedDocument> of(List<CitationRecord> citations, Map<UUID, Documents.DocumentName> documents) {
        return citations.stream().map(citation -> new CitedDocument(documents.get(citation.document()),
                citation.date() == null ? null : DateWords.words(EdtfDate.parse(citation.date())), Passage.of(citation.anchors(), documents.get(citation.document())))).toList();
    }
}
