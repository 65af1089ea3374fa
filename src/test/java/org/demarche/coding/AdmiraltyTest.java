package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.demarche.coding.Admiralty.Credibility;
import org.demarche.coding.Admiralty.Reliability;
import org.junit.jupiter.api.Test;

class AdmiraltyTest {

    @Test
    void sourcesAreRatedFromAToF() {
        assertThat(Arrays.stream(Reliability.values()).map(Enum::name)).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(Reliability.find("B")).contains(Reliability.B);
        assertThat(Reliability.find("b")).isEmpty();
        assertThat(Reliability.find(null)).isEmpty();
    }

    @Test
    void informationIsRatedFromOneToSix() {
        assertThat(Arrays.stream(Credibility.values()).map(Credibility::number)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Credibility.of(6)).contains(Credibility.UNKNOWN);
        assertThat(Credibility.of(0)).isEmpty();
        assertThat(Credibility.of(7)).isEmpty();
    }
}
