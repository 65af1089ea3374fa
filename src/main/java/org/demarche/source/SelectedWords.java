package org.demarche.source;

import java.util.Optional;

import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;

/**
 * Words that somebody selected in the text of a document, as an address hands them to the form of a statement or an event.
 *
 * @param words without the blanks at their ends
 * @param place where they stand
 */
public record SelectedWords(String words, TextPositionSelector place) {

    /**
     * The words at a place, which is made smaller by the blanks at its ends.
     *
     * @param text null where it is not held
     * @param start in code points, as it stands in an address
     * @param end exclusive
     * @return empty where that is no place in the text, or a blank one
     */
    public static Optional<SelectedWords> of(String text, String start, String end) {
        var place = place(start, end);
        if (text == null || place == null || place.end() > Texts.length(text)) {
            return Optional.empty();
        }
        var words = Texts.slice(text, place.start(), place.end());
        int before = Texts.length(words) - Texts.length(words.stripLeading());
        var stripped = words.strip();
        return stripped.isEmpty() ? Optional.empty()
                : Optional.of(new SelectedWords(stripped, new TextPositionSelector(place.start() + before, place.start() + before + Texts.length(stripped))));
    }

    /** Null where the two are no place in any text. */
    public static TextPositionSelector place(String start, String end) {
        boolean numbers = start != null && end != null && start.matches("\\d{1,8}") && end.matches("\\d{1,8}");
        return numbers && Integer.parseInt(start) <= Integer.parseInt(end) ? new TextPositionSelector(Integer.parseInt(start), Integer.parseInt(end)) : null;
    }
}
