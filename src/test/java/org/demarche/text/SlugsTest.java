package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "Mao Ning, mao-ning", "'  Ministry of Foreign Affairs (Japan) ', ministry-of-foreign-affairs-japan", "Côte d'Ivoire, cote-d-ivoire",
        "Владимир Путин, vladimir-putin", "毛宁, mao-ning", "Οργανισμός, organismos", "Türkiye, turkiye", "Straße, strasse", "Łódź, lodz", "G-7, g-7"
    })
    void aNameOfAnyScriptBecomesPlainLetters(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!!", "😀", "---"})
    void aNameWithoutLettersStillHasASlug(String name) {
        assertThat(Slugs.of(name)).isEqualTo("x");
        assertThat(Slugs.of(null)).isEqualTo("x");
    }

    @Test
    void aLongNameIsCutBetweenWords() {
        String slug = Slugs.of("Organisation ".repeat(20));

        assertThat(slug).isEqualTo("organisation-organisation-organisation-organisation-organisation-organisation");
        assertThat(Slugs.of("x".repeat(200))).hasSize(80);
    }

    @Test
    void aTakenSlugGetsANumberAndStaysASlug() {
        assertThat(Slugs.withSuffix("japan", 2)).isEqualTo("japan-2");
        assertThat(Slugs.withSuffix("x".repeat(100), 1234)).satisfies(slug -> assertThat(Slugs.isSlug(slug)).isTrue()).endsWith("x-1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "é", "a b", "a/b", "a\n"})
    void whatIsNoSlugIsRefused(String text) {
        assertThat(Slugs.isSlug(text)).isFalse();
    }

    @Test
    void aSlugHasALongestLength() {
        assertThat(Slugs.isSlug("x".repeat(100))).isTrue();
        assertThat(Slugs.isSlug("x".repeat(101))).isFalse();
        assertThat(Slugs.isSlug(null)).isFalse();
    }

    @Test
    void everyNameHasAValidSlugThatIsItsOwnSlug() {
        for (long seed = 0; seed < 1_000; seed++) {
            String slug = Slugs.of(new RandomText(seed).ofAtMost(60));

            assertThat(Slugs.isSlug(slug)).as("seed %d: %s", seed, slug).isTrue();
            assertThat(Slugs.of(slug)).as("seed %d", seed).isEqualTo(slug);
        }
    }

    @Test
    void manyThreadsMayMakeSlugsAtOnce() {
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(number -> Slugs.of("Владимир 毛宁 " + number)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2_000).mapToObj(number -> "vladimir-mao-ning-" + number).toList());
    }
}
