package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {
    @ParameterizedTest
    @CsvSource({"Café Ünïon, cafe union", "U.S., us", "G-7, g 7", "People's Republic, peoples republic", "ＮＡＴＯ, nato", "Straße, strasse", "Ελλάδα, ελλαδα", "Україна, украіна", "北約, 北約", "だれ, だれ", "हिन्दी, हिन्दी"})
    void caseAccentsWidthAndPunctuationAreSetAside(String name, String own) {
        assertThat(FoldedName.of(name).own()).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"北約, bei yue", "北约, bei yue", "Россия, rossia", "대한민국, daehanmingug", "Zürich, zurich"})
    void aNameInAnotherScriptIsAlsoWrittenInLatinLetters(String name, String latin) {
        assertThat(FoldedName.of(name).latin()).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({"Ministry of Foreign Affairs, foreign, true", "Ministry of Foreign Affairs, oreign, false", "北大西洋条約機構, 大西洋, true", "北約, 北约, true", "Mao Ning, mao n, true", "Mao Ning, ning mao, false",
            "United States, U.S., false", "U.S., us, true"})
    void aNameBeginsWithWhatOneOfItsWordsBeginsWith(String name, String typed, boolean begins) {
        assertThat(FoldedName.of(name).beginsWith(FoldedName.of(typed))).isEqualTo(begins);
    }

    @Test
    void ofPunctuationNothingIsLeft() {
        assertThat(FoldedName.of("—?!").isEmpty()).isTrue();
        assertThat(FoldedName.of("—?!").starts()).isEmpty();
    }

    @Test
    void whatIsVeryLongIsCutBetweenCharacters() {
        assertThat(FoldedName.of("😀a".repeat(1000)).own()).hasSizeLessThanOrEqualTo(400);
    }
}
