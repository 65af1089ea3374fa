package org.demarche.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person typed to search for: words, {@code "exact phrases"}, and either with a minus in front for what must not occur. Curly
 * quotation marks do as well as straight ones, since telephones type them.
 *
 * @param words each must occur; one of several terms, such as 'Asia-Pacific', as a phrase
 * @param phrases each must occur as printed, without stemming
 * @param withoutWords none may occur
 * @param withoutPhrases none may occur as printed
 */
public record SearchWords(List<String> words, List<String> phrases, List<String> withoutWords, List<String> withoutPhrases) {

    public static final SearchWords NONE = new SearchWords(List.of(), List.of(), List.of(), List.of());

    public SearchWords {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        withoutWords = List.copyOf(withoutWords);
        withoutPhrases = List.copyOf(withoutPhrases);
    }

    /** Reads what was typed. Nothing is wrong: what follows a quotation mark that is never closed is words. Null is {@link #NONE}. */
    public static SearchWords parse(String typed) {
        return typed == null ? NONE : new Parser(Texts.normalise(typed)).parse();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Whether a record with these texts (its title, its words, the names of who takes part …) is found: the reference for what the index
     * answers. A word or phrase that holds nothing to look for, such as punctuation alone, is passed over.
     */
    public boolean matches(Collection<String> texts) {
        List<IndexedWords> stemmed = texts.stream().map(Words::index).toList();
        List<IndexedWords> printed = texts.stream().map(Words::indexExactly).toList();
        return words.stream().map(Words::terms).allMatch(terms -> occur(terms, stemmed))
                && phrases.stream().map(Words::exactTerms).allMatch(terms -> occur(terms, printed))
                && withoutWords.stream().map(Words::terms).noneMatch(terms -> !terms.isEmpty() && occur(terms, stemmed))
                && withoutPhrases.stream().map(Words::exactTerms).noneMatch(terms -> !terms.isEmpty() && occur(terms, printed));
    }

    /** The same search in its shortest spelling: words, phrases, then what must not occur. {@link #parse} reads it back. */
    @Override
    public String toString() {
        return Stream.of(
                        words.stream(),
                        phrases.stream().map(phrase -> '"' + phrase + '"'),
                        withoutWords.stream().map(word -> '-' + word),
                        withoutPhrases.stream().map(phrase -> "-\"" + phrase + '"'))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    private static boolean occur(List<String> terms, List<IndexedWords> texts) {
        return terms.isEmpty() || texts.stream().anyMatch(text -> text.containsPhrase(terms));
    }

    private static final class Parser {

        private static final String QUOTATION_MARKS = "\"“”„＂";

        private final String typed;
        private final Set<String> words = new LinkedHashSet<>();
        private final Set<String> phrases = new LinkedHashSet<>();
        private final Set<String> withoutWords = new LinkedHashSet<>();
        private final Set<String> withoutPhrases = new LinkedHashSet<>();
        private int at;

        Parser(String typed) {
            this.typed = typed;
        }

        SearchWords parse() {
            while (at < typed.length()) {
                if (isSpace(typed.charAt(at))) {
                    at++;
                } else {
                    readPart();
                }
            }
            return new SearchWords(new ArrayList<>(words), new ArrayList<>(phrases), new ArrayList<>(withoutWords),
                    new ArrayList<>(withoutPhrases));
        }

        private void readPart() {
            boolean without = false;
            while (at < typed.length() && typed.charAt(at) == '-') {
                without = true;
                at++;
            }
            if (at < typed.length() && isQuotationMark(typed.charAt(at))) {
                readPhrase(without);
            } else {
                readWord(without);
            }
        }

        private void readPhrase(boolean without) {
            int start = at + 1;
            int end = start;
            while (end < typed.length() && !isQuotationMark(typed.charAt(end))) {
                end++;
            }
            String inside = typed.substring(start, end);
            if (end == typed.length()) {
                for (String word : Texts.oneLine(inside).split(" ")) {
                    add(word.replaceFirst("^-+", ""), without ? withoutWords : words);
                }
            } else {
                add(Texts.oneLine(inside), without ? withoutPhrases : phrases);
            }
            at = end + 1;
        }

        private void readWord(boolean without) {
            int start = at;
            while (at < typed.length() && !isSpace(typed.charAt(at)) && !isQuotationMark(typed.charAt(at))) {
                at++;
            }
            add(typed.substring(start, at), without ? withoutWords : words);
        }

        private static void add(String part, Set<String> parts) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }

        private static boolean isQuotationMark(char character) {
            return QUOTATION_MARKS.indexOf(character) >= 0;
        }

        private static boolean isSpace(char character) {
            return Character.isWhitespace(character) || Character.isSpaceChar(character);
        }
    }
}
