package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void stepsAreTheShortestCalendarUnitsThatFit() {
        assertThat(Steps.of(Window.parse("1945", "2025"), Counted.MOST_STEPS).words()).isEqualTo("half a year");
        assertThat(Steps.of(Window.parse("2023-02", "2023-02"), Counted.MOST_STEPS).words()).isEqualTo("day");
        assertThat(Steps.of(Window.parse("2022", "2023"), Counted.MOST_STEPS).words()).isEqualTo("week");
        assertThat(Steps.of(Window.parse("0001", "2025"), Counted.MOST_STEPS).words()).isEqualTo("2 decades");
    }

    @Test
    void theFirstAndTheLastStepEndWithTheWindow() {
        var steps = Steps.of(Window.parse("2023-01-15", "2023-03-10"), 3);
        assertThat(steps.unit()).isEqualTo(CalendarUnit.MONTH);
        assertThat(steps.step(0)).isEqualTo(Window.parse("2023-01-15", "2023-01-31"));
        assertThat(steps.step(1)).isEqualTo(Window.parse("2023-02", "2023-02"));
        assertThat(steps.step(2)).isEqualTo(Window.parse("2023-03-01", "2023-03-10"));
    }

    @Test
    void anyWindowIsCutIntoNoMoreStepsThanAskedForWithoutGaps() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long from = random.nextLong(-4_000_000, 2_900_000);
            var window = new Window(from, Math.min(2_930_000, from + random.nextLong(1L << random.nextInt(1, 23))));
            int most = random.nextInt(1, 400);
            var bounds = Steps.of(window, most).bounds();
            assertThat(bounds.size() - 1).as("seed %s, %s in %s", seed, window, most).isBetween(1, most);
            assertThat(bounds.get(0)).isEqualTo(window.from());
            assertThat(bounds.get(bounds.size() - 1)).isEqualTo(window.to() + 1);
            assertThat(bounds).as("seed %s", seed).isSorted().doesNotHaveDuplicates();
        }
    }
}
