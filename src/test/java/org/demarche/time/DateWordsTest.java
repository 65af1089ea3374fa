package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-02-24               | 24 February 2022                        | on 24 February 2022
            2023-05                  | May 2023                                | in May 2023
            2023                     | 2023                                    | in 2023
            2023-21                  | spring 2023                             | in spring 2023
            2022-24                  | winter 2022–23                          | in winter 2022–23
            1999-24                  | winter 1999–2000                        | in winter 1999–2000
            2023-05~                 | about May 2023                          | about May 2023
            2023-05?                 | possibly May 2023                       | possibly in May 2023
            2023-02-01?              | possibly 1 February 2023                | possibly on 1 February 2023
            2023%                    | possibly about 2023                     | possibly about 2023
            [2023-01-31..2023-02-01] | 31 January or 1 February 2023           | on 31 January or 1 February 2023
            [2023-01-30,2023-02-01]  | 30 January or 1 February 2023           | on 30 January or 1 February 2023
            [2023-01-29..2023-01-31] | 29, 30 or 31 January 2023               | on 29, 30 or 31 January 2023
            [2022-12-31..2023-01-01] | 31 December 2022 or 1 January 2023      | on 31 December 2022 or 1 January 2023
            [2023-01..2023-03]       | January, February or March 2023         | in January, February or March 2023
            [2023-01-01..2023-01-20] | some day from 1 to 20 January 2023      | on some day from 1 to 20 January 2023
            [..1984]                 | 1984 or earlier                         | in 1984 or earlier
            [2023-02-01..]           | 1 February 2023 or later                | on 1 February 2023 or later
            [1667,1668,1680..1690]   | 1667, 1668 or some year from 1680 to 1690 | in 1667, 1668 or some year from 1680 to 1690
            2022-02~/..              | since about February 2022               | since about February 2022
            2022-02/                 | since February 2022, end unknown        | since February 2022, end unknown
            ../2023-05-05            | until 5 May 2023                        | until 5 May 2023
            /2023-05-05              | start unknown, until 5 May 2023         | start unknown, until 5 May 2023
            /..                      | start unknown, still going on           | start unknown, still going on
            /                        | start and end unknown                   | start and end unknown
            ../..                    | always, still going on                  | always, still going on
            ../                      | always before, end unknown              | always before, end unknown
            2023-05-19/2023-05-21    | 19–21 May 2023                          | from 19 to 21 May 2023
            2023-01-29/2023-02-01    | 29 January to 1 February 2023           | from 29 January to 1 February 2023
            2022-12/2023-02          | December 2022 to February 2023          | from December 2022 to February 2023
            2022-24/2023-22          | winter 2022–23 to summer 2023           | from winter 2022–23 to summer 2023
            2022-02~/2023-05-05?     | about February 2022 to possibly 5 May 2023 | about February 2022 to possibly 5 May 2023
            2023/2023                | the whole of 2023                       | the whole of 2023
            202X                     | the 2020s                               | in the 2020s
            19XX                     | some year from 1900 to 1999 (19XX)      | in some year from 1900 to 1999 (19XX)
            2023-XX                  | some month of 2023                      | in some month of 2023
            2023-1X                  | some month from October to December 2023 (2023-1X) | in some month from October to December 2023 (2023-1X)
            2023-02-XX               | some day of February 2023               | on some day of February 2023
            2023-XX-31               | some day from 31 January to 31 December 2023 (2023-XX-31) | on some day from 31 January to 31 December 2023 (2023-XX-31)
            202X-21                  | spring of some year from 2020 to 2029 (202X-21) | in spring of some year from 2020 to 2029 (202X-21)
            -0479                    | 480 BC                                  | in 480 BC
            0000                     | 1 BC                                    | in 1 BC
            0476-09-04               | 4 September AD 476                      | on 4 September AD 476
            """)
    void aDateIsToldForPeople(String text, String words, String inSentence) {
        assertThat(DateWords.words(EdtfDate.parse(text))).isEqualTo(words);
        assertThat(DateWords.inSentence(EdtfDate.parse(text))).isEqualTo(inSentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-02-01               | 1 Feb 2023                 | 1 Feb
            2023-05                  | May 2023                   | May 2023
            2023-09-05               | 5 Sep 2023                 | 5 Sep
            [2023-01-31..2023-02-01] | 31 Jan or 1 Feb 2023       | 31 Jan or 1 Feb
            [2023-01-29..2023-01-31] | 29, 30 or 31 Jan 2023      | 29, 30 or 31 Jan
            [2022-12-31..2023-01-01] | 31 Dec 2022 or 1 Jan 2023  | 31 Dec 2022 or 1 Jan 2023
            2023-05-19/2023-05-21    | 19–21 May 2023             | 19–21 May
            2023-01-29/2023-02-01    | 29 Jan – 1 Feb 2023        | 29 Jan – 1 Feb
            2022-02~/..              | since about Feb 2022       | since about Feb 2022
            1945/2025                | 1945–2025                  | 1945–2025
            """)
    void aDateIsToldForALabel(String text, String shortWords, String label) {
        assertThat(DateWords.shortWords(EdtfDate.parse(text))).isEqualTo(shortWords);
        assertThat(DateWords.label(EdtfDate.parse(text))).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-02-01               | Wednesday 1 February 2023
            [2023-01-31..2023-02-01] | Tuesday 31 January or Wednesday 1 February 2023
            [2023-01-29..2023-01-31] | Sunday 29, Monday 30 or Tuesday 31 January 2023
            2023-05-19/2023-05-21    | Friday 19 to Sunday 21 May 2023
            2023-05~                 | About May 2023
            2022-02~/..              | Since about February 2022
            2023-02-XX               | Some day of February 2023
            """)
    void aListIsHeadedByItsWeekdays(String text, String heading) {
        assertThat(DateWords.heading(EdtfDate.parse(text))).isEqualTo(heading);
    }

    @Test
    void aDayAloneIsToldInFourWays() {
        long day = LocalDate.of(2023, 2, 1).toEpochDay();
        assertThat(DateWords.day(day)).isEqualTo("1 February 2023");
        assertThat(DateWords.shortDay(day)).isEqualTo("1 Feb 2023");
        assertThat(DateWords.weekdayAndDay(day)).isEqualTo("Wednesday 1 February 2023");
        assertThat(DateWords.shortWeekdayAndDay(day)).isEqualTo("Wed 1 Feb 2023");
    }

    @Test
    void aTieIsToldBySinceAndUntil() {
        assertThat(DateWords.sinceAndUntil("2022-09", "")).isEqualTo("since September 2022");
        assertThat(DateWords.sinceAndUntil("2022-09", "..")).isEqualTo("since September 2022");
        assertThat(DateWords.sinceAndUntil(null, "2023-09-13")).isEqualTo("until 13 September 2023");
        assertThat(DateWords.sinceAndUntil("2014-10-01", "2024-10-01")).isEqualTo("1 October 2014 to 1 October 2024");
        assertThat(DateWords.sinceAndUntil(null, null)).isEqualTo("dates unknown");
    }

    @Test
    void everyBasisAndUnitHasItsOwnWords() {
        assertThat(Stream.of(DateBasis.values()).map(DateWords::basis)).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(Stream.of(CalendarUnit.values()).map(DateWords::unit))
                .containsExactly("day", "week", "month", "quarter", "half a year", "year", "decade");
    }

    @Test
    void everyDateHasWordsInEveryForm() {
        RandomDates.each(3000, random -> {
            EdtfDate date = random.date();
            assertThat(Stream.of(DateWords.words(date), DateWords.inSentence(date), DateWords.shortWords(date), DateWords.label(date),
                    DateWords.heading(date))).as(date.toString()).noneMatch(words -> words.isBlank() || words.contains("null") || words.contains("  "));
        });
    }
}
