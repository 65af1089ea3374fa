package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.demarche.text.WordDifferences.Change;
import org.demarche.text.WordDifferences.Part;
import org.junit.jupiter.api.Test;

class WordDifferencesTest {
    private static final List<String> WORDS = List.of("the ", "Cold ", "War ", "mentality ", "must ", "be ", "abandoned", ", ", "“", "” ", "冷战思维", "، ", "العقلية ", "👩🏽‍🚀 ", "\n");

    @Test
    void whatWasPutInAndLeftOutIsToldWordByWord() {
        assertThat(WordDifferences.between("NATO should abandon the Cold War mentality.", "NATO must abandon its outdated Cold War mentality."))
                .containsExactly(new Part(Change.KEPT, "NATO "), new Part(Change.LEFT_OUT, "should "), new Part(Change.ADDED, "must "), new Part(Change.KEPT, "abandon "),
                        new Part(Change.LEFT_OUT, "the "), new Part(Change.ADDED, "its outdated "), new Part(Change.KEPT, "Cold War mentality."));
    }

    @Test
    void wordsOfAScriptWithoutSpacesAreToldApart() {
        assertThat(WordDifferences.between("摒弃冷战思维", "摒弃过时的冷战思维")).extracting(Part::change).containsExactly(Change.KEPT, Change.ADDED, Change.KEPT);
    }

    @Test
    void quotationMarksOfAnotherFormAreNoDifference() {
        assertThat(WordDifferences.between("He said \"no\".", "He said “no”.")).containsExactly(new Part(Change.KEPT, "He said “no”."));
    }

    @Test
    void lettersThatAreWrittenWithSeveralCharactersStayWhole() {
        assertThat(WordDifferences.between("هدَف واحد", "هدف واحد")).containsExactly(new Part(Change.LEFT_OUT, "هدَف "), new Part(Change.ADDED, "هدف "), new Part(Change.KEPT, "واحد"));
        assertThat(WordDifferences.between("👩🏽‍🚀!", "👩🏻‍🚀!")).extracting(Part::change).containsExactly(Change.LEFT_OUT, Change.ADDED, Change.KEPT);
    }

    @Test
    void exactlyEveryCharacterCounts() {
        assertThat(WordDifferences.exactly("He said \"no\".", "He said “no”.")).contains(new Part(Change.LEFT_OUT, "\" "), new Part(Change.ADDED, "“"));
        assertThat(WordDifferences.exactly("a  b", "a b")).contains(new Part(Change.ADDED, "a "));
        assertThat(WordDifferences.exactly("same", "same")).containsExactly(new Part(Change.KEPT, "same"));
    }

    @Test
    void whatIsTooLongIsNotCompared() {
        assertThat(WordDifferences.between("no ".repeat(1_501), "no")).isEmpty();
        assertThat(WordDifferences.between("no ".repeat(1_500), "no")).isNotEmpty();
    }

    @Test
    void whatIsKeptAndPutInIsTheLaterTextAndWhatIsKeptAndLeftOutTheEarlierOne() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var before = text(random);
            var after = text(random);
            var parts = WordDifferences.between(before, after);

            assertThat(joined(parts, part -> !part.isLeftOut())).as("seed %d, round %d", seed, round).isEqualTo(after);
            assertThat(bare(joined(parts, part -> !part.isAdded()))).as("seed %d, round %d", seed, round).isEqualTo(bare(before));
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 30), 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining());
    }

    /** Without what is no difference: white space and the form of quotation marks. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "").replaceAll("[“”]", "\"");
    }

    private static String joined(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).map(Part::text).collect(Collectors.joining());
    }
}
