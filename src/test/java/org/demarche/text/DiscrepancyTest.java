package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class DiscrepancyTest {
    private static final String TEXT = "Beijing, 1 Feb (👩🏽‍🚀).\n\nMao Ning said: \"The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality is not welcome.\" "
            + "قالت المتحدثة: «لا نقبل عقلية الحرب الباردة» اليوم.\nShe took no questions.";

    @Test
    void wordsThatStandThereDoNotDiffer() {
        assertThat(Discrepancy.between(TEXT, "\"The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality is not welcome.\"")).isEmpty();
        assertThat(Discrepancy.between(TEXT, "«لا نقبل عقلية الحرب الباردة»")).isEmpty();
        assertThat(Discrepancy.between("He said \"yes\" and then \"no\".", "\"yes\" … \"no\"")).isEmpty();
    }

    @Test
    void oneCharacterIsPointedOutWithWhatStandsThere() {
        var differs = Discrepancy.between(TEXT, "\"The Asia-Pacific is not a batlefield for geopolitical competition,").orElseThrow();

        assertThat(differs.message()).isEqualTo("The text of the document has ‘battlefield’ where these words have ‘batlefield’");
        assertThat(differs.stands()).startsWith("\"The Asia-Pacific").endsWith("competition,");
    }

    @Test
    void aDifferenceAtTheVeryBeginningOrEndIsFoundToo() {
        assertThat(told("“The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality is not welcome.”"))
                .isEqualTo("The text of the document has ‘\"’ where these words have ‘“’; ‘\"’ where these words have ‘”’");
        assertThat(told("The Asia-Pacific is not a battlefield for geopolitical competitions")).isEqualTo("The text of the document has ‘competition,’ where these words have ‘competitions’");
        assertThat(told("An Asia-Pacific is not a battlefield for geopolitical")).isEqualTo("The text of the document has ‘The’ where these words have ‘An’");
    }

    @Test
    void wordsThatWerePutInOrLeftOutAreNamed() {
        assertThat(told("The Asia-Pacific is not a real battlefield for geopolitical competition")).isEqualTo("The text of the document has no ‘real’");
        assertThat(told("The Asia-Pacific is not a battlefield for competition, and the Cold War mentality"))
                .isEqualTo("The text of the document has ‘geopolitical’, which these words leave out");
        assertThat(told("«لا نقبل عقليه الحرب الباردة»")).isEqualTo("The text of the document has ‘عقلية’ where these words have ‘عقليه’");
    }

    @Test
    void whatTheTextHasNothingLikeIsSaid() {
        assertThat(Discrepancy.between(TEXT, "\"We will answer in kind, and soon.\"").orElseThrow().message()).isEqualTo("The text of the document has nothing like these words");
        assertThat(Discrepancy.between(TEXT, "x").orElseThrow().stands()).isNull();
    }

    @Test
    void aChangedCharacterIsFoundWhereverItStandsAlsoInALongText() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new RandomText(seed);
            var head = "filler ".repeat(1 + random.below(3_000));
            var words = java.util.stream.IntStream.range(0, 12 + random.below(30)).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));
            int changed = random.below(words.length());
            var typed = words.substring(0, changed) + "¿" + words.substring(changed + 1);

            var differs = Discrepancy.between(head + words + " tail", typed).orElseThrow();

            assertThat(differs.stands()).as("seed %d", seed).isNotNull().contains(words.substring(8, words.length() - 8));
            assertThat(differs.parts()).as("seed %d", seed).anyMatch(part -> part.isAdded() && part.text().contains("¿"));
        }
    }

    private static String told(String words) {
        return Discrepancy.between(TEXT, words).orElseThrow().message();
    }
}
