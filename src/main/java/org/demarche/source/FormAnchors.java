package org.demarche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.demarche.text.AnchorState;
import org.demarche.text.Anchors;
import org.demarche.text.Quotations;
import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;
import org.demarche.web.RecordLimits;

/** Makes the anchors of words: of the whole, and of each passage in quotation marks. */
public final class FormAnchors {
    /** Code points kept before and after, enough to find the place again when the text around it changes. */
    private static final int CONTEXT = 32;
    private static final int MOST_QUOTES = RecordLimits.PARTS - 1;

    private FormAnchors() {
    }

    /**
     * @param words in normal form, as they are kept
     * @param text of the document in normal form, null where it is not held
     * @param selected where in the text the words were selected, null where they were not; without effect where other words stand there now
     */
    public static List<AnchorRecord> of(String words, String text, TextPositionSelector selected) {
        if (Texts.length(words) > RecordLimits.WORDS) {
            return List.of();
        }
        var places = text == null ? List.<Anchors.Location>of() : places(words, text, selected);
        var anchors = new ArrayList<AnchorRecord>();
        var passages = Quotations.find(words).stream().limit(MOST_QUOTES).toList();
        if (places.size() == 1) {
            int start = places.get(0).position().start();
            anchors.add(placed("WHOLE", places.get(0)));
            passages.forEach(passage -> Anchors.locate(text, new TextPositionSelector(start + passage.start(), start + passage.end()), CONTEXT)
                    .ifPresent(place -> anchors.add(placed("QUOTE", place))));
            return anchors;
        }
        var state = text == null ? AnchorState.UNVERIFIED : places.isEmpty() ? AnchorState.ORPHANED : AnchorState.AMBIGUOUS;
        anchors.add(unplaced("WHOLE", words, state));
        passages.forEach(passage -> anchors.add(unplaced("QUOTE", passage.text(), state)));
        return anchors;
    }

    /** The one place that was selected; else where the words stand, no more than two: they say already that nobody knows which is meant. */
    private static List<Anchors.Location> places(String words, String text, TextPositionSelector selected) {
        return Optional.ofNullable(selected).flatMap(place -> Anchors.locate(text, place, CONTEXT)).filter(place -> place.quote().exact().equals(words)).map(List::of)
                .orElseGet(() -> Anchors.locateAll(text, words, CONTEXT, 2));
    }

    private static AnchorRecord placed(String part, Anchors.Location place) {
        var quote = place.quote();
        return new AnchorRecord(part, place.position().start(), place.position().end(), quote.exact(), quote.prefix(), quote.suffix(), null, AnchorState.EXACT.name());
    }

    private static AnchorRecord unplaced(String part, String exact, AnchorState state) {
        return new AnchorRecord(part, null, null, exact, null, null, null, state.name());
    }
}
