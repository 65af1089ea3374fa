package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateInputTest {

    private static final EdtfDate DOCUMENT = EdtfDate.parse("2023-02-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue                       | 2023-01-31               | EXPLICIT_RELATIVE
            on Tuesday                | 2023-01-31               | EXPLICIT_RELATIVE
            Wednesday                 | 2023-02-01               | EXPLICIT_RELATIVE
            Thurs.                    | 2023-01-26               | EXPLICIT_RELATIVE
            yesterday                 | 2023-01-31               | EXPLICIT_RELATIVE
            Today                     | 2023-02-01               | EXPLICIT_RELATIVE
            1 Feb                     | 2023-02-01               | EXPLICIT_RELATIVE
            Feb 2                     | 2022-02-02               | EXPLICIT_RELATIVE
            29 Feb                    | 2020-02-29               | EXPLICIT_RELATIVE
            Tue 31 Jan                | 2023-01-31               | EXPLICIT_RELATIVE
            May                       | 2022-05                  | EXPLICIT_RELATIVE
            Feb. 1, 2023              | 2023-02-01               | EXPLICIT
            1 February 2023           | 2023-02-01               | EXPLICIT
            1st of February, 2023     | 2023-02-01               | EXPLICIT
            Wednesday 1 February 2023 | 2023-02-01               | EXPLICIT
            May 2023                  | 2023-05                  | EXPLICIT
            2023-05-19 / 2023-05-21   | 2023-05-19/2023-05-21    | EXPLICIT
            2023–05–19                | 2023-05-19               | EXPLICIT
            2023-xx                   | 2023-XX                  | EXPLICIT
            31 Jan or 1 Feb           | [2023-01-31..2023-02-01] | INFERRED
            29, 30 or 31 Jan          | [2023-01-29..2023-01-31] | INFERRED
            Jan. 29, 30 or 31, 2023   | [2023-01-29..2023-01-31] | INFERRED
            30 Jan or 1 Feb           | [2023-01-30,2023-02-01]  | INFERRED
            31 Dec or 1 Jan           | [2022-12-31..2023-01-01] | INFERRED
            Tue or Wed                | [2023-01-31..2023-02-01] | INFERRED
            [2023-01-31, 2023-02-01]  | [2023-01-31,2023-02-01]  | INFERRED
            19-21 May                 | 2022-05-19/2022-05-21    | EXPLICIT_RELATIVE
            19–21 May 2023            | 2023-05-19/2023-05-21    | EXPLICIT
            May 19-21, 2023           | 2023-05-19/2023-05-21    | EXPLICIT
            29 Jan to 1 Feb           | 2023-01-29/2023-02-01    | EXPLICIT_RELATIVE
            29 Dec to 2 Jan 2023      | 2022-12-29/2023-01-02    | EXPLICIT
            about May 2023            | 2023-05~                 | EXPLICIT
            May 2023?                 | 2023-05?                 | EXPLICIT
            since February 2022       | 2022-02/..               | EXPLICIT
            since about Feb. 2022     | 2022-02~/..              | EXPLICIT
            from 28 January 2023 on   | 2023-01-28/..            | EXPLICIT
            until 5 May 2023          | ../2023-05-05            | EXPLICIT
            the 2020s                 | 202X                     | EXPLICIT
            winter 2022-23            | 2022-24                  | EXPLICIT
            """)
    void theFormTakesWhatPeopleType(String typed, String date, DateBasis basis) {
        assertThat(DateInput.read(typed, DOCUMENT)).isEqualTo(new DateInput.Reading(EdtfDate.parse(date), basis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            02/01/2023              | 2023-01-02 (2 January 2023) or 2023-02-01 (1 February 2023)
            13/02/2023              | Write for example 2023-02-13 or 13 February 2023
            02.13.2023              | Write for example 2023-02-13 or 13 February 2023
            1/2/23                  | 2023-02-01 or 1 February 2023
            2023/02/01              | Write for example 2023-02-01
            early 2023              | ‘early’ has no certain bounds
            last Tuesday            | understood in several ways
            Tue 15:00               | put the time in its own field
            2023-02-01T15:00        | put the time in its own field
            Tuesday 1 February 2023 | 1 February 2023 is a Wednesday
            30 Feb 2023             | February 2023 has 28 days
            1 Feb 23                | a year has four digits
            31 or 1                 | the month is missing
            spring                  | a season needs its year
            1 May 2023 or 3 May     | the last date needs its year too
            about 1 or 2 May 2023   | one of several has no
            between 1 and 3 May     | ‘between’ may mean
            Q1 2023                 | ‘q’ is not understood
            the day after           | ‘after’ is not understood
            1 Feb or                | a date is missing
            winter 2022-25          | two years that follow each other
            """)
    void whatCannotBeReadIsAnsweredWithARightForm(String typed, String said) {
        assertThatThrownBy(() -> DateInput.read(typed, DOCUMENT)).isInstanceOf(EdtfException.class)
                .hasMessageContaining(said).hasMessageContaining("Write for example ");
    }

    @Test
    void withoutADocumentsDayNothingRelativeIsRead() {
        for (String typed : List.of("Tue", "yesterday", "1 Feb", "May", "31 Jan or 1 Feb")) {
            assertThatThrownBy(() -> DateInput.read(typed, null)).as(typed).isInstanceOf(EdtfException.class);
            assertThatThrownBy(() -> DateInput.read(typed, EdtfDate.parse("/.."))).as(typed).isInstanceOf(EdtfException.class);
        }
        assertThat(DateInput.read("1 Feb 2023", null).date()).hasToString("2023-02-01");
        assertThatThrownBy(() -> DateInput.read(null, null)).isInstanceOf(EdtfException.class);
    }

    @Test
    void aDocumentOfAMonthMayTellOfAnyDayOfIt() {
        assertThat(DateInput.read("28 Feb", EdtfDate.parse("2023-02")).date()).hasToString("2023-02-28");
    }

    @Test
    void whatIsShownCanBeTypedAgain() {
        RandomDates.each(5000, random -> {
            EdtfDate date = random.date();
            // BC and AD, and unknown digits, are told with more than is read.
            if (date.toString().matches(".*X.*|(.*[\\[/,.])?[-0].*")) {
                return;
            }
            String words = DateWords.words(date);
            FourDays again = DateInput.read(words, null).date().days();
            assertThat(again).as(date + ", told as ‘" + words + "’").isEqualTo(date.days());
        });
    }

    @Test
    void nothingTypedBreaksTheReader() {
        List<String> words = List.of("Tue", "1", "31", "Feb", "May", "2023", "or", "to", "-", "–", ",", "since", "until",
                "about", "some", "day", "from", "on", "the", "winter", "2022-23", "2023-02", "?", "yesterday", "earlier",
                "whole", "/", "'", "\"", "x", "😀");
        RandomDates.each(5000, random -> {
            StringBuilder typed = new StringBuilder();
            for (int count = 1 + random.below(6); count > 0; count--) {
                typed.append(random.oneOf(words)).append(random.below(4) > 0 ? " " : "");
            }
            try {
                assertThat(DateInput.read(typed.toString(), random.below(2) == 0 ? DOCUMENT : null)).isNotNull();
            } catch (EdtfException refused) {
                assertThat(refused).hasMessageContaining("Write for example ");
            }
        });
    }
}
