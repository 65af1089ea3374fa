package org.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.demarche.web.BadParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Wednesday. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 9, 30, 0, 0, BERLIN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Friday 18:00             | 2026-11-20T18:00
            fri 18.00                | 2026-11-20T18:00
            Friday at 6 pm           | 2026-11-20T18:00
            Friday, 18h              | 2026-11-20T18:00
            Friday                   | 2026-11-20T00:00
            Wednesday 08:00          | 2026-11-25T08:00
            Wednesday 18:00          | 2026-11-18T18:00
            yesterday                | 2026-11-24T00:00
            yesterday 17:15          | 2026-11-24T17:15
            09:00                    | 2026-11-25T09:00
            18:00                    | 2026-11-24T18:00
            12 am                    | 2026-11-25T00:00
            20 Nov 18:00             | 2026-11-20T18:00
            20 November 2026         | 2026-11-20T00:00
            2026-11-20               | 2026-11-20T00:00
            2026-11-20 18:00         | 2026-11-20T18:00
            2026-11-20T18:00         | 2026-11-20T18:00
            2026-11-20T18:00:00Z     | 2026-11-20T19:00
            2026-11-20T18:00:00+09:00| 2026-11-20T10:00
            """)
    void aMomentIsReadAsAPersonWritesIt(String typed, String meant) {
        assertThat(Since.read(typed, NOW).at().toLocalDateTime()).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25, 2026-11-24", "2026-11-23, 2026-11-20", "2026-11-22, 2026-11-20", "2026-11-21, 2026-11-20", "2026-11-20, 2026-11-19"})
    void withoutAMomentItIsTheEveningOfTheLastWorkingDay(String today, String evening) {
        var now = ZonedDateTime.parse(today + "T09:30:00+01:00[Europe/Berlin]");
        assertThat(Since.read(" ", now).at().toLocalDateTime()).hasToString(evening + "T18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "tomorrow", "2026-11-26", "25:00", "Friday 18", "13 pm", "2026-11", "2026-11-20T", "2026-13-01", "November", "since Friday 18:00 or so, I think, or perhaps a little later than that"})
    void whatIsNoPastMomentIsRefusedWithFormsThatAreRead(String typed) {
        assertThatThrownBy(() -> Since.read(typed, NOW)).isInstanceOf(BadParameterException.class).hasMessageContaining("since: ").hasMessageContaining("Friday 18:00");
    }

    @Test
    void itIsToldInWordsWithTheZoneOfTheServer() {
        var since = Since.read("Friday 18:00", NOW);

        assertThat(since.words()).isEqualTo("Friday 20 November 2026, 18:00");
        assertThat(since.zone()).isEqualTo("server time, Central European Time, UTC+01:00");
        assertThat(since.canonical()).isEqualTo("2026-11-20T17:00:00Z");
        assertThat(Since.moment(Instant.parse("2026-11-25T08:05:00Z"), NOW)).isEqualTo("today, 09:05");
        assertThat(Since.moment(Instant.parse("2026-11-24T08:05:00Z"), NOW)).isEqualTo("yesterday, 09:05");
        assertThat(Since.moment(Instant.parse("2026-11-20T08:05:00Z"), NOW)).isEqualTo("Fri 20 Nov 2026, 09:05");
    }
}
