package org.demarche.source;

import org.demarche.text.AnchorState;
import org.demarche.text.Anchors;
import org.demarche.text.TextPositionSelector;
import org.demarche.text.TextQuoteSelector;
import org.demarche.text.Texts;

/**
 * Where in a document something stands, by its words and by its place (W3C TextQuoteSelector and TextPositionSelector).
 *
 * @param part WHOLE or QUOTE
 * @param start in code points from 0, null where unknown
 * @param end exclusive
 * @param exact the words, null where they are not held
 * @param sha256 of the exact words where these are not held
 * @param state EXACT, AMBIGUOUS, ORPHANED or UNVERIFIED; null is UNVERIFIED
 */
public record AnchorRecord(String part, Integer start, Integer end, String exact, String prefix, String suffix, String sha256, String state) {

    /** Whether it stands word for word where it says. */
    public boolean stands() {
        return AnchorState.EXACT.name().equals(state);
    }

    /**
     * What becomes of it in a text. Where it is found it has the place and the surroundings that it has there; else it keeps what it
     * says, so that a later text can be asked.
     *
     * @param text in its normal form, null where none is held
     * @param placesHold whether places are known to be those of just this text, so that one alone is proof
     */
    AnchorRecord in(String text, boolean placesHold) {
        var position = start == null || end == null ? null : new TextPositionSelector(start, end);
        var found = Anchors.resolve(text, new TextQuoteSelector(exact, prefix, suffix), position, sha256);
        boolean onlyPlaced = found.state() == AnchorState.UNVERIFIED && found.start() != null;
        var state = onlyPlaced && placesHold ? AnchorState.EXACT : found.state();
        return state == AnchorState.EXACT
                ? new AnchorRecord(part, found.start(), found.end(), exact, before(text, found.start()), after(text, found.end()), sha256, state.name())
                : new AnchorRecord(part, start, end, exact, prefix, suffix, sha256, state.name());
    }

    private String before(String text, int start) {
        return prefix == null ? null : emptyAsNull(Texts.slice(text, Math.max(0, start - Texts.length(prefix)), start));
    }

    private String after(String text, int end) {
        return suffix == null ? null : emptyAsNull(Texts.slice(text, end, Math.min(Texts.length(text), end + Texts.length(suffix))));
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
