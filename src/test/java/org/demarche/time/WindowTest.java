package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void aWindowRunsFromTheFirstDayOfItsStartToTheLastOfItsEnd() {
        assertThat(texts(Window.parse("2023-02", "2023-02"))).containsExactly("2023-02-01", "2023-02-28");
        assertThat(texts(Window.parse("2022-24", "202X"))).containsExactly("2022-12-01", "2029-12-31");
        assertThat(texts(Window.parse("2023-06", "2023"))).containsExactly("2023-06-01", "2023-12-31");
        assertThat(texts(Window.parse("", "2023-02-01"))).containsExactly("", "2023-02-01");
        assertThat(Window.parse(null, " ")).isEqualTo(Window.ALL);
    }

    @Test
    void aBoundThatIsNoDayOrUnitIsRefusedByName() {
        assertThatThrownBy(() -> Window.parse("2023-13", null)).isInstanceOf(EdtfException.class).hasMessageStartingWith("from: ");
        for (String text : List.of("2023~", "[2023,2024]", "2023/2024", "2023-02-01T10:00")) {
            assertThatThrownBy(() -> Window.parse(null, text)).isInstanceOf(EdtfException.class)
                    .hasMessageStartingWith("to: ").hasMessageContaining("Write for example");
        }
        assertThatThrownBy(() -> Window.parse("2023-02", "2023-01")).isInstanceOf(EdtfException.class)
                .hasMessageStartingWith("from (2023-02) is after to (2023-01)");
    }

    @Test
    void everyUnitHoldsItsDayAndMeetsItsNeighbours() {
        RandomDates.each(3000, random -> {
            long day = random.below(2_000_000) - 1_000_000;
            CalendarUnit unit = random.oneOf(List.of(CalendarUnit.values()));
            Window window = unit.containing(day);
            assertThat(window.contains(day)).isTrue();
            assertThat(window.unit()).contains(unit);
            assertThat(window.next()).isEqualTo(unit.containing(window.to() + 1));
            assertThat(window.previous()).isEqualTo(unit.containing(window.from() - 1));
        });
    }

    @Test
    void unitsAreThoseOfTheCalendar() {
        long day = LocalDate.of(2023, 2, 1).toEpochDay();
        assertThat(texts(CalendarUnit.WEEK.containing(day))).containsExactly("2023-01-30", "2023-02-05");
        assertThat(texts(CalendarUnit.QUARTER.containing(day))).containsExactly("2023-01-01", "2023-03-31");
        assertThat(texts(CalendarUnit.HALF.containing(day))).containsExactly("2023-01-01", "2023-06-30");
        assertThat(texts(CalendarUnit.DECADE.containing(day))).containsExactly("2020-01-01", "2029-12-31");
        assertThat(texts(CalendarUnit.DECADE.containing(LocalDate.of(-1, 1, 1).toEpochDay()))).containsExactly("-0010-01-01", "-0001-12-31");
    }

    @Test
    void aWindowThatIsNoUnitMovesByItsLength() {
        assertThat(texts(Window.parse("2023-01-28", "2023-02-03").next())).containsExactly("2023-02-04", "2023-02-10");
        assertThat(texts(Window.parse("2023-01", "2023-02").previous())).containsExactly("2022-11-01", "2022-12-31");
        Window open = Window.parse("2023", null);
        assertThat(open.next()).isEqualTo(open);
    }

    @Test
    void aWindowIsToldInWords() {
        assertThat(Window.parse("2023-01-28", "2023-02-03").words()).isEqualTo("28 January to 3 February 2023");
        assertThat(Window.parse("2023-01-28", "2023-02-03").shortWords()).isEqualTo("28 Jan – 3 Feb 2023");
        assertThat(Window.parse("2022-12-28", "2023-01-03").shortWords()).isEqualTo("28 Dec 2022 – 3 Jan 2023");
        assertThat(Window.parse("2023-01-09", "2023-01-15").words()).isEqualTo("9–15 January 2023");
        assertThat(Window.parse("1945", "2025").words()).isEqualTo("1945 to 2025");
        assertThat(Window.parse("1945", "2025").shortWords()).isEqualTo("1945–2025");
        assertThat(Window.parse("2023-01", "2023-03").words()).isEqualTo("January to March 2023");
        assertThat(Window.parse("2023-02", "2023-02").words()).isEqualTo("February 2023");
        assertThat(Window.parse("2023-02-01", "2023-02-01").words()).isEqualTo("1 February 2023");
        assertThat(Window.parse("2023", "2023").words()).isEqualTo("2023");
        assertThat(Window.parse("2023-01-28", null).words()).isEqualTo("from 28 January 2023 on");
        assertThat(Window.parse(null, "2023-02-03").shortWords()).isEqualTo("until 3 Feb 2023");
        assertThat(Window.ALL.words()).isEqualTo("all dates");
        assertThat(Window.parse("9999-24", "9999-24").words()).isEqualTo("December 9999 to February 10000");
    }

    private static List<String> texts(Window window) {
        return List.of(window.fromText(), window.toText());
    }
}
