package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void aWeekTellsEachDayAndTheYearOnce() {
        assertThat(labels("2023-01-28", "2023-02-03")).containsExactly("Sat 28 Jan 2023", "Sun 29", "Mon 30", "Tue 31", "Wed 1 Feb", "Thu 2", "Fri 3");
    }

    @Test
    void aYearTellsItsMonthsAndACenturyItsDecades() {
        assertThat(labels("2023", "2023")).startsWith("Jan 2023", "Feb", "Mar").hasSize(12);
        assertThat(labels("1945", "2025")).startsWith("1945", "1950", "1960").endsWith("2010", "2020");
    }

    @Test
    void weekendsAreShadedWhileDaysCanBeToldApart() {
        assertThat(axis("2023-01-28", "2023-02-03").rests()).hasSize(2);
        assertThat(axis("2020", "2023").rests()).isEmpty();
    }

    @Test
    void labelsNeverStandOnOneAnother() {
        for (var window : List.of(Window.parse("2023-01-28", "2023-02-15"), Window.parse("2023-01-28", "2023-05-15"), Window.parse("2019-11-20", "2023-05-15"), Window.parse("1944-12-30", "2025"))) {
            var told = Axis.of(new Scale(window, 182, 818)).ticks().stream().filter(tick -> !tick.label().isEmpty()).toList();
            for (int number = 1; number < told.size(); number++) {
                assertThat(told.get(number).x() - told.get(number - 1).x()).as("%s at %s", window.words(), told.get(number).label()).isGreaterThan(30);
            }
        }
    }

    private static Axis axis(String from, String to) {
        return Axis.of(new Scale(Window.parse(from, to), 182, 818));
    }

    private static List<String> labels(String from, String to) {
        return axis(from, to).ticks().stream().map(Axis.Tick::label).toList();
    }
}
