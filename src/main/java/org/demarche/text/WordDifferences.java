package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
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
     * Two wordings beside each other, each as it is printed.
     *
     * @param before with what the other leaves out marked
     * @param after with what it puts in marked
     */
    public record Sides(List<Part> before, List<Part> after) {
        /** Whether anything is marked. */
        public boolean isMarked() {
            return Stream.concat(before.stream(), after.stream()).anyMatch(part -> part.change != Change.KEPT);
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

    /** As {@link #between}, each wording whole; without marks where either is too long to be compared. */
    public static Sides sides(String before, String after) {
        var runs = runs(before, after, WordDifferences::asRead);
        if (runs.isEmpty()) {
            return unmarked(before, after);
        }
        var earlier = new ArrayList<Part>();
        var later = new ArrayList<Part>();
        for (var run : runs) {
            add(earlier, run.same ? Change.KEPT : Change.LEFT_OUT, run.gone);
            add(later, run.same ? Change.KEPT : Change.ADDED, run.come);
        }
        return new Sides(List.copyOf(earlier), List.copyOf(later));
    }

    /** Two wordings that are not compared, as those of two languages. */
    public static Sides unmarked(String before, String after) {
        return new Sides(List.of(new Part(Change.KEPT, before)), List.of(new Part(Change.KEPT, after)));
    }

    private static List<Part> between(String before, String after, UnaryOperator<String> compared) {
        var parts = new ArrayList<Part>();
        for (var run : runs(before, after, compared)) {
            if (run.same) {
                add(parts, Change.KEPT, run.come);
            } else {
                add(parts, Change.LEFT_OUT, run.come.isEmpty() || run.gone.isEmpty() ? run.gone : run.gone.stripTrailing() + " ");
                add(parts, Change.ADDED, run.come);
            }
        }
        return List.copyOf(parts);
    }

    /** A stretch of both texts; {@code gone} as the earlier has it, {@code come} as the later. */
    private record Run(boolean same, String gone, String come) {
    }

    private static List<Run> runs(String before, String after, UnaryOperator<String> compared) {
        var earlier = words(before);
        var later = words(after);
        if (earlier.size() > MOST || later.size() > MOST) {
            return List.of();
        }
        return DiffUtils.diff(earlier.stream().map(compared).toList(), later.stream().map(compared).toList(), true).getDeltas().stream().map(delta -> {
            var source = delta.getSource();
            var target = delta.getTarget();
            return new Run(delta.getType() == DeltaType.EQUAL, String.join("", earlier.subList(source.getPosition(), source.getPosition() + source.size())),
                    String.join("", later.subList(target.getPosition(), target.getPosition() + target.size())));
        }).toList();
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
