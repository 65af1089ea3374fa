package org.demarche.source;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;
import org.demarche.web.FormFields;

/**
 * Words that were selected in the text of a document: an address hands their place to a form ({@code document}, {@code start} and
 * {@code end}, in code points), and the form keeps it beside them. So it is known which is meant where the same words stand twice.
 */
@ApplicationScoped
public class FormSelection {
    private static final String NUMBER = "\\d{1,8}";

    @Inject
    Documents documents;

    /** Words without the blanks at their ends, and where they stand. */
    private record Selected(String words, TextPositionSelector place) {
    }

    /**
     * Fills in the words and their place; does nothing where the parameters name no place in a text that is held, or another quotation.
     *
     * @param prefix of the form's fields {@code words}, {@code start} and {@code end}
     */
    public void begin(String prefix, FormFields parameters, FormFields fields) {
        var quote = parameters.value("quote");
        var document = FormSources.uuid(parameters.value("document"));
        Optional.ofNullable(place("", parameters)).flatMap(place -> document.flatMap(id -> selected(id, place)))
                .filter(selected -> quote == null || quote.equals(selected.words))
                .ifPresent(selected -> fields.put(prefix + "words", selected.words).put(prefix + "start", selected.place.start()).put(prefix + "end", selected.place.end()));
    }

    /** Where the words of the form were selected; null where they were not. */
    public static TextPositionSelector place(String prefix, FormFields fields) {
        var start = fields.text(prefix + "start");
        var end = fields.text(prefix + "end");
        return start.matches(NUMBER) && end.matches(NUMBER) && Integer.parseInt(start) < Integer.parseInt(end)
                ? new TextPositionSelector(Integer.parseInt(start), Integer.parseInt(end)) : null;
    }

    private Optional<Selected> selected(UUID document, TextPositionSelector place) {
        var text = documents.text(document);
        if (place.end() > Texts.length(text)) {
            return Optional.empty();
        }
        var words = Texts.slice(text, place.start(), place.end());
        var stripped = words.strip();
        int start = place.start() + Texts.length(words) - Texts.length(words.stripLeading());
        return stripped.isEmpty() ? Optional.empty() : Optional.of(new Selected(stripped, new TextPositionSelector(start, start + Texts.length(stripped))));
    }
}
