package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @Test
    void wordsPhrasesAndWhatMustNotOccurAreToldApart() {
        assertThat(SearchWords.parse("nato \"cold war\" -russia  -\"strong message\" talks")).isEqualTo(
                new SearchWords(List.of("nato", "talks"), List.of("cold war"), List.of("russia"), List.of("strong message")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "nato \"cold war, nato cold war", "-\"cold war, -cold -war", "“cold  war”, \"cold war\"", "--x, -x", "- nato, nato", "\"\" nato, nato",
        "Asia-Pacific, Asia-Pacific", "a\"b c\"d, a d \"b c\"", "nato nato, nato", "don't, don't", "``, ``", "-, ``", "\", ``"
    })
    void everyInputIsReadAndPrintedInOneSpelling(String typed, String printed) {
        assertThat(SearchWords.parse(typed)).hasToString(printed);
    }

    @Test
    void nothingIsTypedWhereNothingIsToBeFound() {
        assertThat(SearchWords.parse(null).isEmpty()).isTrue();
        assertThat(SearchWords.parse("  \u3000 ").isEmpty()).isTrue();
        assertThat(SearchWords.parse("x").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "sanction russia, true", "sanction japan, true", "sanction china, false", "\"punitive sanctions\", true", "\"punitive sanction\", false",
        "sanctions -japan, false", "sanctions -china, true", "-\"sanctions punitive\", true", "-\"punitive sanctions\", false", "!!!, true", "-!!!, true"
    })
    void everyWordMustOccurInOneTextOrAnother(String typed, boolean found) {
        assertThat(SearchWords.parse(typed).matches(List.of("Punitive sanctions on Russia", "Japan"))).isEqualTo(found);
    }

    @Test
    void aPhraseDoesNotRunFromOneTextIntoTheNext() {
        assertThat(SearchWords.parse("\"russia japan\"").matches(List.of("on Russia", "Japan"))).isFalse();
    }

    @Test
    void whatIsPrintedReadsBackAsTheSame() {
        for (long seed = 0; seed < 5_000; seed++) {
            SearchWords words = SearchWords.parse(new RandomText(seed).ofAtMost(20));

            assertThat(SearchWords.parse(words.toString())).as("seed %d: %s", seed, words).isEqualTo(words);
        }
    }
}
