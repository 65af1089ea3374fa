package org.demarche.source;

import java.util.List;

import org.demarche.text.AnchorState;

/**
 * One anchor in words.
 *
 * @param part 'passage' or 'quotation'
 * @param place 'characters 1,102 to 1,209'; null where unknown
 * @param exact null where the words are not held
 */
public record Passage(String part, String place, String exact, String state) {

    public static List<Passage> of(List<AnchorRecord> anchors) {
        return anchors.stream().map(Passage::of).toList();
    }

    private static Passage of(AnchorRecord anchor) {
        // People count from 1 and include the last one.
        var place = anchor.start() == null ? null : "characters %,d to %,d".formatted(anchor.start() + 1, anchor.end());
        return new Passage("QUOTE".equals(anchor.part()) ? "quotation" : "passage", place, anchor.exact(),
                anchor.state() == null ? AnchorState.UNVERIFIED.label() : AnchorState.valueOf(anchor.state()).label());
    }
}
