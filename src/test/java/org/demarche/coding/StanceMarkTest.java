package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanceMarkTest {

    @Test
    void oneStrongStanceAmongThoseOfASignMakesItStrong() {
        assertThat(StanceMark.of(List.of(-1, -2))).isEqualTo(new StanceMark(StanceSign.CRITICAL, true));
        assertThat(StanceMark.of(List.of(1, 1))).isEqualTo(new StanceMark(StanceSign.SUPPORTIVE, false));
    }

    @Test
    void whatHasNoCommonSignIsNeverStrong() {
        assertThat(StanceMark.of(List.of(-2, 2))).isEqualTo(new StanceMark(StanceSign.MIXED, false));
        assertThat(StanceMark.of(List.of(0))).isEqualTo(new StanceMark(StanceSign.NEUTRAL, false));
        assertThat(StanceMark.of(Arrays.asList((Integer) null))).isEqualTo(new StanceMark(StanceSign.NONE, false));
    }

    @Test
    void marksAreToldInTheWordsOfStances() {
        for (int value : StanceWords.VALUES) {
            assertThat(StanceMark.of(value).words()).isEqualTo(StanceWords.of(value));
        }
        assertThat(StanceMark.of(List.of()).words()).isEqualTo(StanceWords.of(null));
    }
}
