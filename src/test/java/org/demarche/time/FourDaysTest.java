package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.time.FourDays.MINUS_INFINITY;
import static org.demarche.time.FourDays.PLUS_INFINITY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourDaysTest {

    @Test
    void firstDaysComeBeforeLastOnes() {
        RandomDates.each(5000, random -> {
            EdtfDate date = random.date();
            FourDays days = date.days();
            assertThat(days.s1()).as(date.toString()).isLessThanOrEqualTo(days.s2()).isLessThanOrEqualTo(days.e2());
            assertThat(days.e1()).as(date.toString()).isLessThanOrEqualTo(days.e2());
        });
    }

    @Test
    void whatIsDefinitelyInAWindowIsPossiblyInIt() {
        RandomDates.each(5000, random -> {
            EdtfDate date = random.date();
            Window window = window(random, date);
            if (date.days().definitelyIn(window.from(), window.to())) {
                assertThat(date.days().possiblyIn(window.from(), window.to())).as(date + " in " + window).isTrue();
            }
        });
    }

    @Test
    void aGrowingWindowNeverLosesAnItem() {
        RandomDates.each(5000, random -> {
            EdtfDate date = random.date();
            FourDays days = date.days();
            Window window = window(random, date);
            long from = random.below(5) == 0 ? MINUS_INFINITY : window.from() - random.below(400);
            long to = random.below(5) == 0 ? PLUS_INFINITY : window.to() + random.below(400);
            if (days.possiblyIn(window.from(), window.to())) {
                assertThat(days.possiblyIn(from, to)).as(date + " possibly in " + from + " to " + to).isTrue();
            }
            if (days.definitelyIn(window.from(), window.to())) {
                assertThat(days.definitelyIn(from, to)).as(date + " definitely in " + from + " to " + to).isTrue();
            }
        });
    }

    @Test
    void aSingleKnownDayIsInAWindowForCertainOrNotAtAll() {
        RandomDates.each(2000, random -> {
            LocalDate day = LocalDate.ofEpochDay(random.below(60_000) - 30_000);
            EdtfDate date = EdtfDate.of(day);
            Window window = window(random, date);
            assertThat(date.days().definitelyIn(window.from(), window.to()))
                    .isEqualTo(date.days().possiblyIn(window.from(), window.to()))
                    .isEqualTo(window.contains(day.toEpochDay()));
        });
    }

    @Test
    void aQualifierOnlyEverTakesCertaintyAway() {
        RandomDates.each(2000, random -> {
            EdtfDate date = random.date();
            if (!date.isQualified()) {
                return;
            }
            FourDays qualified = date.days();
            FourDays plain = EdtfDate.parse(date.toString().replaceAll("[?~%]", "")).days();
            assertThat(qualified.s1()).as(date.toString()).isEqualTo(plain.s1());
            assertThat(qualified.e2()).as(date.toString()).isEqualTo(plain.e2());
            Window window = window(random, date);
            if (qualified.definitelyIn(window.from(), window.to())) {
                assertThat(plain.possiblyIn(window.from(), window.to())).as(date + " in " + window).isTrue();
            }
        });
    }

    @Test
    void aQualifiedDateIsDefinitelyInNoWindowThatEnds() {
        FourDays about = days("2023-05~");
        Window wide = Window.parse("1900", "2100");
        assertThat(about.possiblyIn(wide.from(), wide.to())).isTrue();
        assertThat(about.definitelyIn(wide.from(), wide.to())).isFalse();
        Window before = Window.parse("2023-04", "2023-04");
        assertThat(about.possiblyIn(before.from(), before.to())).isFalse();
    }

    @Test
    void anItemWithoutBoundsIsNowhereForCertain() {
        for (String text : List.of("/..", "../..", "/", "../")) {
            FourDays days = days(text);
            assertThat(days.unplaced()).as(text).isTrue();
            assertThat(days.possiblyIn(0, 0)).as(text).isTrue();
            assertThat(days.definitelyIn(0, 0)).as(text).isFalse();
            assertThat(days.definitelyIn(0, PLUS_INFINITY)).as(text).isFalse();
        }
        assertThat(days("../2023").unplaced()).isFalse();
        assertThat(days("2023~").unplaced()).isFalse();
    }

    @Test
    void aTieHasTheDaysOfAnInterval() {
        assertThat(FourDays.ofSinceAndUntil("2022-09", "")).isEqualTo(days("2022-09/"));
        assertThat(FourDays.ofSinceAndUntil("2022-09~", null)).isEqualTo(days("2022-09~/"));
        assertThat(FourDays.ofSinceAndUntil(null, "..")).isEqualTo(days("/.."));
        assertThat(FourDays.ofSinceAndUntil("2014-10-01", "2024-10-01")).isEqualTo(days("2014-10-01/2024-10-01"));
        assertThatThrownBy(() -> FourDays.ofSinceAndUntil("2023", "2022"))
                .isInstanceOf(EdtfException.class).hasMessageContaining("2023/2022").hasMessageContaining("ends before it starts");
        assertThatThrownBy(() -> FourDays.ofSinceAndUntil("[2022..2023]", null))
                .isInstanceOf(EdtfException.class).hasMessageContaining("no interval and no set");
        assertThatThrownBy(() -> FourDays.ofSinceAndUntil("2022/2023", null))
                .isInstanceOf(EdtfException.class).hasMessageContaining("no interval and no set");
    }

    @Test
    void aTieHoldsSurelyOnlyBetweenItsLastStartAndItsFirstEnd() {
        FourDays tie = FourDays.ofSinceAndUntil("2022-09", "2024");
        assertThat(tie.surelyCovers(day("2022-09-30"), day("2024-01-01"))).isTrue();
        assertThat(tie.surelyCovers(day("2022-09-29"), day("2023-01-01"))).isFalse();
        assertThat(tie.surelyCovers(day("2023-01-01"), day("2024-01-02"))).isFalse();
        assertThat(tie.possiblyIn(day("2022-09-01"), day("2022-09-01"))).isTrue();
        assertThat(FourDays.ofSinceAndUntil("..", "..").surelyCovers(0, 0)).isTrue();
    }

    @Test
    void attestationsPullTheLastStartBackAndTheFirstEndOn() {
        FourDays attested = FourDays.ofSinceAndUntil(null, null).attested(day("2023-01-31"), day("2023-02-01"));
        assertThat(attested.surelyCovers(day("2023-01-31"), day("2023-02-01"))).isTrue();
        assertThat(attested.surelyCovers(day("2023-01-30"), day("2023-02-01"))).isFalse();
        FourDays known = days("2022-09/2024");
        assertThat(known.attested(day("2020-01-01"), day("2030-01-01")))
                .isEqualTo(new FourDays(known.s1(), known.s1(), known.e2(), known.e2()));
    }

    private static Window window(RandomDates random, EdtfDate date) {
        long from = random.near(date);
        return new Window(from, from + random.below(800));
    }

    private static FourDays days(String text) {
        return EdtfDate.parse(text).days();
    }

    private static long day(String text) {
        return LocalDate.parse(text).toEpochDay();
    }
}
