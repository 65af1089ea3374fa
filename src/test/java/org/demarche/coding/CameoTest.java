package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameoTest {

    @Test
    void allCodesAreThereWithALabelOfTheirOwn() {
        assertThat(Cameo.codes()).hasSize(312);
        assertThat(Cameo.codes()).extracting(CameoCode::label).doesNotHaveDuplicates().allSatisfy(label -> assertThat(label).isNotBlank());
        assertThat(Cameo.codes()).extracting(CameoCode::root).allMatch(root -> Cameo.find(root).isPresent());
        assertThat(Cameo.codes()).filteredOn(code -> code.code().length() == 2).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "010, 0", "013, 0.4", "019, 3.4", "0242, -0.3", "030, 4", "042, 1.9", "050, 3.5", "057, 8", "0874, 10", "090, -2", "100, -5", "111, -2",
        "1244, -4", "125, -5", "13, -6", "130, -4.4", "163, -8", "171, -9.2", "190, -10", "2042, -10"
    })
    void theGoldsteinScoreIsThatOfGdelt(String code, double score) {
        assertThat(Cameo.goldstein(code)).contains(score);
    }

    @ParameterizedTest
    @CsvSource({"016, -2, -5", "022, 3.2, 3.4", "164, -7, -6.5", "165, -6.5, -7"})
    void gdeltAndIcewsDifferAtFourCodes(String code, double goldstein, double intensity) {
        assertThat(Cameo.find(code).orElseThrow()).returns(goldstein, CameoCode::goldstein).returns(intensity, CameoCode::intensity);
    }

    @Test
    void theyDifferNowhereElseExceptAtOneThatGdeltLacks() {
        assertThat(Cameo.codes()).filteredOn(code -> !Objects.equals(code.goldstein(), code.intensity())).extracting(CameoCode::code)
                .containsExactly("016", "022", "1213", "164", "165");
        assertThat(Cameo.find("1213").orElseThrow()).returns(null, CameoCode::goldstein).returns(-4.0, CameoCode::intensity);
    }

    @Test
    void aCodeIsAStringWhoseZeroCounts() {
        assertThat(Cameo.find("050")).isPresent();
        assertThat(Cameo.find("50")).isEmpty();
        assertThat(Cameo.find(null)).isEmpty();
        assertThat(Cameo.find("1124").orElseThrow()).returns("11", CameoCode::root).returns("112", CameoCode::base);
        assertThat(Cameo.find("11").orElseThrow()).returns("11", CameoCode::root).returns("11", CameoCode::base);
    }

    @Test
    void aPrefixIsWhatSomeCodeBeginsWith() {
        assertThat(Cameo.isPrefix("0")).isTrue();
        assertThat(Cameo.isPrefix("112")).isTrue();
        assertThat(Cameo.isPrefix("2042")).isTrue();
        assertThat(Cameo.isPrefix("3")).isFalse();
        assertThat(Cameo.isPrefix("")).isFalse();
        assertThat(Cameo.isPrefix(null)).isFalse();
        assertThat(Cameo.startingWith("112")).extracting(CameoCode::code).containsExactly("112", "1121", "1122", "1123", "1124", "1125");
    }

    @ParameterizedTest
    @CsvSource({
        "03, AGREE", "046, CONSULT", "051, SUPPORT", "062, COOPERATE", "07, AID", "08, CONCEDE", "0834, CONCEDE", "0841, RETREAT", "0874, RETREAT",
        "093, ACCUSE", "1056, REQUEST", "111, ACCUSE", "1244, REJECT", "139, THREATEN", "1451, PROTEST", "154, MOBILIZE", "163, SANCTION",
        "175, COERCE", "1712, COERCE", "186, ASSAULT", "191, ASSAULT", "204, ASSAULT"
    })
    void theRootStandsForAPloverType(String code, String type) {
        assertThat(Cameo.ploverType(code)).get().returns(type, Plover.Type::code);
    }

    @Test
    void onlyStatementsAndAppealsStandForNoPloverType() {
        assertThat(Cameo.codes()).filteredOn(code -> Cameo.ploverType(code.code()).isEmpty()).extracting(CameoCode::root).containsOnly("01", "02");
        assertThat(Cameo.codes()).filteredOn(code -> code.root().equals("01") || code.root().equals("02"))
                .allSatisfy(code -> assertThat(Cameo.ploverType(code.code())).isEmpty());
        assertThat(Cameo.ploverType("99")).isEmpty();
    }

    @Test
    void quadClassesFollowTheRootInEachOfTheTwoReadings() {
        assertThat(Cameo.codes()).allSatisfy(code -> {
            int root = Integer.parseInt(code.root());
            assertThat(code.quadGdelt().number()).isEqualTo(root <= 5 ? 1 : root <= 9 ? 2 : root <= 14 ? 3 : 4);
            assertThat(code.quadBeger().number()).isEqualTo(root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4);
        });
    }
}
