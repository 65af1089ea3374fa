package org.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.time.EdtfDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAfterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-01-31               | 2023-01-31               | the same day
            2023-01-31               | 2023-02-01               | 1 day after
            2023-01-31               | 2023-02-10               | 10 days after
            2023-01-31               | 2023-01-30               | 1 day before
            2023-01-31               | [2023-01-31..2023-02-01] | up to 1 day after
            2023-01-29               | [2023-01-31..2023-02-01] | 2 to 3 days after
            2023-01-29/2023-02-01    | 2023-02-01               | 3 days after
            [2023-01-29..2023-01-31] | [2023-01-31..2023-02-01] | up to 3 days after
            2023-01-31               | [2023-01-20..2023-01-25] | before it
            2023-01~                 | 2023-02-03               | up to 33 days after
            2023-01-31               | /..                      | at an unknown time
            /..                      | 2023-01-31               | at an unknown time
            """)
    void theTimeIsToldAsFarAsBothDatesTellIt(String began, String said, String words) {
        assertThat(TimeAfter.words(EdtfDate.parse(began).days(), EdtfDate.parse(said).days())).isEqualTo(words);
    }
}
