package org.demarche.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * A name as it is compared with what people type: case, accents, width and punctuation are set aside, words have one space between them.
 *
 * @param own in its own script
 * @param latin written in Latin letters, so that a name in another script is found by how it sounds; the same where it has no other
 */
public record FoldedName(String own, String latin) {
    private static final int LONGEST = 200;
    // Only the accents of European letters: in other scripts a combining mark may be a vowel.
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern WITHIN_WORDS = Pattern.compile("[.'’ʼʹ·]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    // Stateless once built, so that all threads may share it.
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    public static FoldedName of(String name) {
        var cut = name.length() > LONGEST ? name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST))) : name;
        return new FoldedName(own(cut), words(TO_LATIN.transliterate(cut)));
    }

    /**
     * What in a text may be a name: each run of at most so many of its words, in its own script.
     *
     * @param words of the text that are looked at, from its beginning
     */
    public static Set<String> runs(String text, int words, int longest) {
        var each = List.of(own(text).split(" ", words + 1));
        var runs = new LinkedHashSet<String>();
        for (int from = 0; from < Math.min(words, each.size()); from++) {
            for (int to = from + 1; to <= Math.min(Math.min(words, each.size()), from + longest); to++) {
                runs.add(String.join(" ", each.subList(from, to)));
            }
        }
        runs.remove("");
        return runs;
    }

    /** True where nothing is left, as of punctuation alone. */
    public boolean isEmpty() {
        return own.isEmpty();
    }

    /** The one or two ways in which it is written. */
    public List<String> forms() {
        return Stream.of(own, latin).filter(form -> !form.isEmpty()).distinct().toList();
    }

    /** From each word to the end; where a script has no spaces, from each character. */
    public List<String> starts() {
        return forms().stream().flatMap(form -> starts(form).stream()).distinct().toList();
    }

    /** Whether the name, or one of its words, begins with what was typed. */
    public boolean beginsWith(FoldedName typed) {
        var starts = starts();
        return typed.forms().stream().anyMatch(form -> starts.stream().anyMatch(start -> start.startsWith(form)));
    }

    private static String own(String text) {
        var decomposed = Normalizer2.getNFDInstance().normalize(Normalizer2.getNFKCCasefoldInstance().normalize(text));
        return words(Normalizer2.getNFCInstance().normalize(ACCENTS.matcher(decomposed).replaceAll("")));
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(WITHIN_WORDS.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    private static List<String> starts(String form) {
        var starts = new ArrayList<String>();
        for (int index = 0; index < form.length(); index += Character.charCount(form.codePointAt(index))) {
            int character = form.codePointAt(index);
            if (character != ' ' && (index == 0 || form.charAt(index - 1) == ' ' || isWrittenWithoutSpaces(character))) {
                starts.add(form.substring(index));
            }
        }
        return starts;
    }

    private static boolean isWrittenWithoutSpaces(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
