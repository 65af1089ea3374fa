package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class StepsTest {
    /** Of the last year that a date may have. */
    private static final long LAST_DAY = java.time.LocalDate.of(9999, 12, 31).toEpochDay();

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

    @Test
    void movingAWindowChangesNeitherTheUnitNorWhereStepsBegin() {
        long seed = Long.getLong("demarche.test.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long length = random.nextLong(1, 1L << random.nextInt(1, 23));
            long from = random.nextLong(-4_000_000, 2_900_000);
            double width = random.nextInt(100, 10_000);
            long moved = random.nextLong(-length, length + 1);
            var steps = Steps.around(new Window(from, from + length - 1), width, 4);
            var others = Steps.around(new Window(from + moved, from + moved + length - 1), width, 4);
            var as = "seed %s, %s days from %s in %s pixels".formatted(seed, length, from, width);

            assertThat(others.unit()).as(as).isEqualTo(steps.unit());
            assertThat(others.times()).as(as).isEqualTo(steps.times());
            long first = Math.max(steps.bounds().get(0), others.bounds().get(0));
            long last = Math.min(steps.bounds().get(steps.number()), others.bounds().get(others.number()));
            assertThat(between(steps, first, last)).as(as).isEqualTo(between(others, first, last)).contains(first, last);
        }
    }

    @Test
    void stepsAroundAWindowAreWholeHoldThreeOfItAndAreAtLeastSoWide() {
        long seed = Long.getLong("demarche.test.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long length = random.nextLong(1, 1L << random.nextInt(1, 23));
            long from = random.nextLong(-4_000_000, 2_900_000);
            length = Math.min(length, LAST_DAY + 1 - from);
            double width = random.nextInt(100, 10_000);
            var steps = Steps.around(new Window(from, from + length - 1), width, 4);
            var as = "seed %s, %s days from %s in %s pixels".formatted(seed, length, from, width);

            assertThat(steps.bounds().get(0)).as(as).isLessThanOrEqualTo(from - length);
            assertThat(steps.bounds().get(steps.number())).as(as).isGreaterThanOrEqualTo(from + 2 * length);
            for (int number = 0; number < steps.number(); number++) {
                var step = steps.step(number);
                assertThat(step.length() * width / length).as(as).isGreaterThanOrEqualTo(4);
                assertThat(steps.times() > 1 || steps.unit().containing(step.from()).equals(step)).as(as).isTrue();
            }
        }
    }

    private static List<Long> between(Steps steps, long first, long last) {
        return steps.bounds().stream().filter(bound -> bound >= first && bound <= last).toList();
    }
}
