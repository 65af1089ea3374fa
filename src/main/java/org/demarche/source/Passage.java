package org.demarche.source;

import java.util.List;

import org.demarche.text.AnchorState;

/**
 * One anchor in words.
 *
 * @param part 'passage' or 'quotation'
 * @param place 'characters 1,102 to 1,209'; null where unknown
 * @param exact null where the words are not held
 * @param inText where it is shown in the text of its document, null where that is not held or does not have it
 */
public record Passage(String part, String place, String exact, String state, String inText) {

    /** @param document in which they are, null where it was retracted since */
    public static List<Passage> of(List<AnchorRecord> anchors, Documents.DocumentName document) {
        return anchors.stream().map(anchor -> of(anchor, document)).toList();
    }

    private static Passage of(AnchorRecord anchor, Documents.DocumentName document) {
        // People count from 1 and include the last one.
        var place = anchor.start() == null ? null : "characters %,d to %,d".formatted(anchor.start() + 1, anchor.end());
        return new Passage("QUOTE".equals(anchor.part()) ? "quotation" : "passage", place, anchor.exact(),
                anchor.state() == null ? AnchorState.UNVERIFIED.label() : AnchorState.valueOf(anchor.state()).label(),
                document == null || !document.held() || !anchor.stands() || anchor.start() == null ? null
                        : "/documents/%s?at=%d-%d".formatted(document.id(), anchor.start(), anchor.end()));
    }
}
