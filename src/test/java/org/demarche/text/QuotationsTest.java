package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.demarche.text.Quotations.Passage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "He spoke of \"a word\" today", "He spoke of “a word” today", "Er sprach von „a word“ heute", "Mówił o „a word” dziś", "Han sa ”a word” i dag",
        "Il parle d'« a word » ici", "Er sprach von »a word« heute", "彼は「a word」と", "彼は『a word』と", "He spoke of ‘a word’ today"
    })
    void theMarksOfEveryLanguageMakeAPassage(String words) {
        List<Passage> passages = Quotations.find(words);

        assertThat(passages).singleElement().satisfies(passage -> {
            assertThat(passage.text()).contains("a word").hasSizeLessThanOrEqualTo(10);
            assertThat(Texts.slice(words, passage.start(), passage.end())).isEqualTo(passage.text());
        });
        assertThat(Quotations.mode(words)).isEqualTo(ReportingMode.MIXED);
    }

    @Test
    void severalPassagesComeInTheOrderOfTheText() {
        assertThat(Quotations.find("to \"deliver a strong message\" at a time of \"this historical inflection point.\""))
                .extracting(Passage::text)
                .containsExactly("\"deliver a strong message\"", "\"this historical inflection point.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "It's Japan's leadership", "It’s Japan’s leadership as this year’s chair", "the states’ rights", "rock ’n’ roll in the ’90s", "a 5\" gun", "a “quote that never ends", "", "no marks"
    })
    void apostrophesAndLoneMarksAreNoQuotation(String words) {
        assertThat(Quotations.find(words)).isEmpty();
        assertThat(Quotations.mode(words)).isEqualTo(ReportingMode.INDIRECT);
    }

    @Test
    void singleMarksInsideDoubleOnesAreNotPassagesOfTheirOwn() {
        assertThat(Quotations.find("‘no’ but \"it is ‘so’ there\"")).extracting(Passage::text).containsExactly("\"it is ‘so’ there\"");
    }

    @Test
    void apostrophesDoNotEndAQuotationInSingleMarks() {
        assertThat(Quotations.find("We said ‘the states’ rights don’t matter,’ and left")).extracting(Passage::text)
                .containsExactly("‘the states’ rights don’t matter,’");
    }

    @Test
    void nestedMarksGiveTheOutermostPassage() {
        assertThat(Quotations.find("er sagte: „Das “Wort” «hier» gilt“.")).extracting(Passage::text).first().asString().startsWith("„Das");
        assertThat(Quotations.find("彼は「『北約』の脅威」と")).extracting(Passage::text).containsExactly("「『北約』の脅威」");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"One paragraph.\n\n\"And another.\"", "“One paragraph.\n\n“And another.”"})
    void aQuotationOfSeveralParagraphsIsOne(String words) {
        assertThat(Quotations.find(words)).extracting(Passage::text).containsExactly(words);
        assertThat(Quotations.mode(words)).isEqualTo(ReportingMode.VERBATIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Not welcome,\"", "  “Not welcome” . ", "「歓迎しない」。", "\"One.\" … \"Two.\""})
    void wordsAreVerbatimWhenAllOfThemAreQuoted(String words) {
        assertThat(Quotations.mode(words)).isEqualTo(ReportingMode.VERBATIM);
    }

    @Test
    void placesAreCodePoints() {
        assertThat(Quotations.find("😀😀 \"中文\"")).containsExactly(new Passage(3, 7, "\"中文\""));
    }

    @Test
    void nothingHasNoPassages() {
        assertThat(Quotations.find(null)).isEmpty();
        assertThat(Quotations.mode(null)).isEqualTo(ReportingMode.INDIRECT);
    }

    @Test
    void passagesNeverOverlapAndAreWhatStandsThere() {
        for (long seed = 0; seed < 2_000; seed++) {
            String words = new RandomText(seed).ofAtMost(40);
            int next = 0;
            for (Passage passage : Quotations.find(words)) {
                assertThat(passage.start()).as("seed %d", seed).isGreaterThanOrEqualTo(next);
                assertThat(Texts.slice(words, passage.start(), passage.end())).as("seed %d", seed).isEqualTo(passage.text());
                next = passage.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"“", "„»", "\" ", "«“", "‘a", "\n“a"})
    void aPageOfStrayMarksTakesNoTime(String marks) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Quotations.find(marks.repeat(300_000)));
    }
}
