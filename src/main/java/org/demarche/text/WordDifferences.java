package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import com.github.difflib.DiffUtils;
import com.ibm.icu.text.BreakIterator;

/** How one wording differs from another, word by word; no part begins or ends within a character as readers see it. */
public final class WordDifferences {
    /** Words and signs of the longest text that is compared: beyond it a comparison takes long, and nobody would read it. */
    private static final int MOST = 1_500;

    private WordDifferences() {
    }

    public enum Change {
        KEPT, ADDED, LEFT_OUT
    }

    /** A run of words that were all kept, added or left out, with the spaces behind them. */
    public record Part(Change change, String text) {
        public boolean isAdded() {
            return change == Change.ADDED;
        }

        public boolean isLeftOut() {
            return change == Change.LEFT_OUT;
        }
    }

    /**
     * For readers: straight and curly quotation marks are the same, and so is all white space.
     *
     * @return all of the later text with what was left out where it stood; empty where either text is too long to be compared
     */
    public static List<Part> between(String before, String after) {
        return between(before, after, WordDifferences::asRead);
    }

    /** As {@link #between}, but every character counts. */
    public static List<Part> exactly(String before, String after) {
        return between(before, after, word -> word);
    }

    private static List<Part> between(String before, String after, UnaryOperator<String> compared) {
        var earlier = words(before);
        var later = words(after);
        if (earlier.size() > MOST || later.size() > MOST) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        for (var delta : DiffUtils.diff(earlier.stream().map(compared).toList(), later.stream().map(compared).toList(), true).getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            var gone = String.join("", earlier.subList(source.getPosition(), source.getPosition() + source.size()));
            var come = String.join("", later.subList(target.getPosition(), target.getPosition() + target.size()));
            switch (delta.getType()) {
                case EQUAL -> add(parts, Change.KEPT, come);
                case DELETE -> add(parts, Change.LEFT_OUT, gone);
                case INSERT -> add(parts, Change.ADDED, come);
                case CHANGE -> {
                    add(parts, Change.LEFT_OUT, gone.stripTrailing() + " ");
                    add(parts, Change.ADDED, come);
                }
            }
        }
        return List.copyOf(parts);
    }

    /** Words and signs, each with the white space behind it; also of scripts that write no spaces. */
    private static List<String> words(String text) {
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        var words = new ArrayList<String>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var word = text.substring(start, end);
            if (word.isBlank() && !words.isEmpty()) {
                words.set(words.size() - 1, words.get(words.size() - 1) + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static String asRead(String word) {
        return word.strip().replaceAll("[“”„«»]", "\"").replaceAll("[‘’‚]", "'");
    }

    private static void add(List<Part> parts, Change change, String text) {
        if (text.isEmpty()) {
            return;
        }
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).change == change) {
            parts.set(last, new Part(change, parts.get(last).text + text));
        } else {
            parts.add(new Part(change, text));
        }
    }
}
