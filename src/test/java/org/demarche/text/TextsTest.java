package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void lineEndsOfEverySystemBecomeLineFeeds() {
        assertThat(Texts.normalise("one\r\ntwo\rthree\nfour\r\r\nfive")).isEqualTo("one\ntwo\nthree\nfour\n\nfive");
    }

    @Test
    void lettersAreComposedAndNothingStaysNothing() {
        assertThat(Texts.normalise("De\u0301marche")).isEqualTo("Démarche");
        assertThat(Texts.normalise(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, a NUL character", "0007, a bell character", "000D, a carriage return", "001B, an escape character", "0001, a control character",
        "D83D, half of a character", "DE00, half of a character", "FFFE, no character", "FFFF, no character"
    })
    void whatCannotBeKeptIsNamedWithItsPlace(String code, String name) {
        String text = "😀b" + (char) Integer.parseInt(code, 16) + "c";

        assertThat(Texts.problem(text)).get().asString().contains(name, "U+" + code, "Character 3");
    }

    @Test
    void tabsLineFeedsAndAllOtherCharactersCanBeKept() {
        assertThat(Texts.problem("a\tb\nc\u007f\u0085 \ufffd 中 😀 ע")).isEmpty();
        assertThat(Texts.problem("")).isEmpty();
        assertThat(Texts.problem(null)).isEmpty();
    }

    @Test
    void lengthAndSlicesCountCodePoints() {
        assertThat(Texts.length("😀中a")).isEqualTo(3);
        assertThat(Texts.length(null)).isZero();
        assertThat(Texts.slice("😀中a", 1, 3)).isEqualTo("中a");
    }

    @Test
    void aLongTextIsCutAtAWordAndAShortOneNotAtAll() {
        assertThat(Texts.cut("The Asia-Pacific is not a battlefield", 20)).isEqualTo("The Asia-Pacific is…");
        assertThat(Texts.cut("The Asia-Pacific is", 19)).isEqualTo("The Asia-Pacific is");
        assertThat(Texts.cut("The Asia-Pacific is not", 19)).isEqualTo("The Asia-Pacific…");
        assertThat(Texts.cut(null, 10)).isNull();
    }

    @Test
    void aTextWithoutSpacesIsCutBetweenWholeCharacters() {
        assertThat(Texts.cut("北大西洋条約機構の事務総長が東京で会談", 10)).isEqualTo("北大西洋条約機構の…");
        assertThat(Texts.cut("x" + "👩‍👩‍👧".repeat(5), 10)).isEqualTo("x👩‍👩‍👧…");
    }

    @Test
    void aCutTextIsShortEnoughAndTheBeginningOfTheWhole() {
        for (long seed = 0; seed < 2_000; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.ofAtMost(60);
            int length = 1 + random.below(40);

            String cut = Texts.cut(text, length);

            assertThat(Texts.length(cut)).as("seed %d", seed).isLessThanOrEqualTo(length);
            assertThat(text).as("seed %d", seed).startsWith(cut.equals(text) ? text : cut.substring(0, cut.length() - 1));
            assertThat(Texts.problem(cut)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void normalisingTwiceChangesNothingAndAgreesWithTheJdk() {
        for (long seed = 0; seed < 1_000; seed++) {
            String text = new RandomText(seed).ofAtMost(40);
            String normal = Texts.normalise(text);

            assertThat(Texts.normalise(normal)).as("seed %d", seed).isEqualTo(normal);
            assertThat(normal).as("seed %d", seed).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }

    @Test
    void theHashIsThatOfTheWordsInUtf8() {
        assertThat(Texts.sha256("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Texts.sha256("é")).isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Test
    void aTitleStandsOnOneLine() {
        assertThat(Texts.oneLine("  two\n\n lines\u00a0and\u3000spaces ")).isEqualTo("two lines and spaces");
    }
}
