package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.item.SampleItems.event;

import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class BarTest {
    /** A week with 100 pixels for each day. */
    private static final Scale WEEK = new Scale(Window.parse("2023-01-28", "2023-02-03"), 100, 700);

    @Test
    void aBarCoversTheDaysThatItMayBe() {
        assertThat(bar("2023-01-31").x()).isEqualTo(402);
        assertThat(bar("2023-01-31").right()).isEqualTo(498);
        assertThat(bar("[2023-01-31..2023-02-01]").right()).isEqualTo(598);
    }

    @Test
    void oneUnknownDayIsRoundAndHollowWhatLastedIsNot() {
        assertThat(bar("[2023-01-31..2023-02-01]").look()).isEqualTo("hollow");
        assertThat(bar("2023-01-29/2023-02-01").look()).isEqualTo("lasting");
        assertThat(bar("2023-01-31").look()).isEmpty();
        assertThat(bar("[2023-01-31..2023-02-01]").path()).contains("a12.0 12.0");
        assertThat(bar("2023-01-31").path()).contains("a3.0 3.0");
    }

    @Test
    void doubtIsDashedAndAboutIsFaded() {
        assertThat(bar("2023-01-31?").look()).isEqualTo("dashed");
        assertThat(bar("2023-01-31?").mask()).isNull();
        assertThat(bar("2023-01-31~").mask()).isEqualTo("fade-both");
        assertThat(bar("2023-01-30~/2023-02-01").mask()).isEqualTo("fade-start");
        assertThat(bar("2023-01-30/2023-02-01~").mask()).isEqualTo("fade-end");
    }

    @Test
    void whatGoesOnHasAChevronAndWhatEndsNobodyKnowsWhenAQuestionMark() {
        assertThat(bar("2023-01-30/..").path()).contains("l9.0 12.0");
        assertThat(bar("2023-01-30/..").unknownEnd()).isFalse();
        assertThat(bar("2023-01-30/").unknownEnd()).isTrue();
        assertThat(bar("/2023-01-30").unknownStart()).isTrue();
    }

    @Test
    void whatBeganBeforeTheWindowIsDrawnOutOfIt() {
        assertThat(bar("2022-12-01/2023-01-30").x()).isLessThan(100);
        assertThat(bar("2022-12-01/2023-01-30").path()).endsWith("v-24.0z");
        assertThat(bar("2023-01-30/2023-03-01").right()).isGreaterThan(800);
        assertThat(bar("2022-02~/..").mask()).as("its start is out of sight").isNull();
    }

    @Test
    void whatHasNeitherBoundStandsAtItsDocumentAndFadesOnBothSides() {
        var bar = bar("/..");
        assertThat(bar.mask()).isEqualTo("fade-both");
        assertThat(bar.x()).isEqualTo(482);
        assertThat(bar.right()).isEqualTo(618);
    }

    private static Bar bar(String date) {
        return Bar.of(event(date, "Something", "OTHER", "HELD"), WEEK, 0);
    }
}
