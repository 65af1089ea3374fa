package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanceSignTest {

    @Test
    void stancesOfOneSignHaveThatSign() {
        assertThat(StanceSign.of(List.of(-2, -1))).isEqualTo(StanceSign.CRITICAL);
        assertThat(StanceSign.of(List.of(2, 1, 1))).isEqualTo(StanceSign.SUPPORTIVE);
        assertThat(StanceSign.of(List.of(0, 0))).isEqualTo(StanceSign.NEUTRAL);
    }

    @Test
    void stancesOfSeveralSignsAreMixed() {
        assertThat(StanceSign.of(List.of(-2, 1))).isEqualTo(StanceSign.MIXED);
        assertThat(StanceSign.of(List.of(0, 1))).isEqualTo(StanceSign.MIXED);
    }

    @Test
    void notCodedIsNotNeutral() {
        assertThat(StanceSign.of(List.of())).isEqualTo(StanceSign.NONE);
        assertThat(StanceSign.of(Arrays.asList(null, null))).isEqualTo(StanceSign.NONE);
        assertThat(StanceSign.of(Arrays.asList(null, -1))).isEqualTo(StanceSign.CRITICAL);
        assertThat(StanceWords.of(null)).isEqualTo("not coded").isNotEqualTo(StanceWords.of(0));
    }

    @Test
    void signsAreWrittenInLowerCaseInQueries() {
        assertThat(Arrays.stream(StanceSign.values()).map(StanceSign::query)).containsExactly("supportive", "neutral", "critical", "mixed", "none");
        assertThat(StanceSign.find("mixed")).contains(StanceSign.MIXED);
        assertThat(StanceSign.find("MIXED")).isEmpty();
        assertThat(StanceSign.find(null)).isEmpty();
    }

    @Test
    void everyStanceHasItsWords() {
        assertThat(StanceWords.VALUES.stream().map(StanceWords::of))
                .containsExactly("strongly critical", "critical", "expressly neutral", "supportive", "strongly supportive");
        assertThatThrownBy(() -> StanceWords.of(3)).hasMessageContaining("3");
    }
}
