package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How words that are said to stand in a text differ from what stands there.
 *
 * @param stands the passage that comes nearest, null where none comes near
 * @param parts what that has and the words do not is left out, what only the words have is added; empty where the two are too long to be compared
 */
public record Discrepancy(String stands, List<WordDifferences.Part> parts) {
    private static final int MOST_TOLD = 3;
    private static final int SHOWN = 60;

    /** Empty where the words stand in the text, as a whole or, where they are several passages in quotation marks, each of them. */
    public static Optional<Discrepancy> between(String text, String words) {
        var passages = Quotations.find(words);
        boolean stands = text.contains(words) || passages.size() > 1 && passages.stream().allMatch(passage -> text.contains(passage.text()));
        return stands ? Optional.empty() : Optional.of(NearestPassage.of(text, words).map(nearest -> new Discrepancy(nearest, compared(nearest, words)))
                .orElseGet(() -> new Discrepancy(null, List.of())));
    }

    /** In one sentence, with the first few differences. */
    public String message() {
        if (stands == null) {
            return "The text of the document has nothing like these words";
        }
        var told = told();
        return told.isEmpty() ? "The text of the document has other words there"
                : "The text of the document has " + told.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
                        + (told.size() > MOST_TOLD ? "; and " + (told.size() - MOST_TOLD) + " more" : "");
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (int index = 0; index < parts.size(); index++) {
            var part = parts.get(index);
            boolean replaced = part.isLeftOut() && index + 1 < parts.size() && parts.get(index + 1).isAdded();
            if (replaced) {
                told.add("‘" + shown(part) + "’ where these words have ‘" + shown(parts.get(++index)) + "’");
            } else if (part.isLeftOut()) {
                told.add("‘" + shown(part) + "’, which these words leave out");
            } else if (part.isAdded()) {
                told.add("no ‘" + shown(part) + "’");
            }
        }
        return told;
    }

    private static String shown(WordDifferences.Part part) {
        return Texts.cut(part.text().strip(), SHOWN);
    }

    /** What the passage has before and behind the words is none of their business. */
    private static List<WordDifferences.Part> compared(String nearest, String words) {
        var parts = new ArrayList<>(WordDifferences.exactly(nearest, words));
        if (parts.size() > 1 && parts.get(0).isLeftOut() && !parts.get(1).isAdded()) {
            parts.remove(0);
        }
        int last = parts.size() - 1;
        if (last > 0 && parts.get(last).isLeftOut()) {
            parts.remove(last);
        }
        return List.copyOf(parts);
    }
}
