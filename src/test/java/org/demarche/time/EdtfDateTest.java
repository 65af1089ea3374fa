package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EdtfDateTest {

    private static final List<String> OTHERS = List.of("", "0", "9", "X", "x", "-", "/", ".", ",", "[", "]", "{", "?", "~", "%", "T", "Y", " ",
            ":", "–", "😀");

    @TestFactory
    Stream<DynamicTest> everyVectorGivesItsFourDaysOrItsReason() throws IOException {
        List<CSVRecord> vectors;
        try (Reader reader = new InputStreamReader(
                EdtfDateTest.class.getResourceAsStream("/time/edtf-vectors.csv"), StandardCharsets.UTF_8)) {
            vectors = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
        return vectors.stream().map(vector -> DynamicTest.dynamicTest("“" + vector.get("text") + "”", () -> check(vector)));
    }

    private static void check(CSVRecord vector) {
        String text = vector.get("text");
        if (!vector.get("refused").isEmpty()) {
            assertThatThrownBy(() -> EdtfDate.parse(text))
                    .isInstanceOf(EdtfException.class)
                    .hasMessageContaining(vector.get("refused"))
                    .hasMessageContaining("Write for example ");
            return;
        }
        FourDays days = EdtfDate.parse(text).days();
        assertThat(Stream.of(days.s1(), days.s2(), days.e1(), days.e2()).map(EdtfDateTest::dayText))
                .containsExactly(vector.get("s1"), vector.get("s2"), vector.get("e1"), vector.get("e2"));
    }

    private static String dayText(long day) {
        return day == FourDays.MINUS_INFINITY ? "-inf" : day == FourDays.PLUS_INFINITY ? "+inf" : LocalDate.ofEpochDay(day).toString();
    }

    @Test
    void printingAndParsingAreInverse() {
        RandomDates.each(5000, random -> {
            EdtfDate date = random.date();
            EdtfDate again = EdtfDate.parse(date.toString());
            assertThat(again).isEqualTo(date).hasSameHashCodeAs(date);
            assertThat(again.days()).as(date.toString()).isEqualTo(date.days());
        });
    }

    @Test
    void anythingElseIsRefusedAndNeverBreaks() {
        RandomDates.each(5000, random -> {
            StringBuilder text = new StringBuilder(random.text());
            for (int change = random.below(3); change >= 0 && text.length() > 0; change--) {
int place = random.below(text.length());
                text.replace(place, place + 1, random.oneOf(OTHERS));
            }
            try {
                assertThat(EdtfDate.parse(text.toString())).hasToString(text.toString());
            } catch (EdtfException refused) {
                assertThat(refused).hasMessageContaining("Write for example ");
            }
        });
    }

    @Test
    void whatIsKnownOfEachEndCanBeAsked() {
        EdtfDate since = EdtfDate.parse("2022-02~/..");
        assertThat(since.isInterval()).isTrue();
        assertThat(since.isQualified()).isTrue();
        assertThat(since.startQualifier()).isEqualTo(Qualifier.APPROXIMATE);
        assertThat(since.endQualifier()).isEqualTo(Qualifier.NONE);
        assertThat(since.hasOpenEnd()).isTrue();
        assertThat(since.hasUnknownEnd()).isFalse();

        EdtfDate until = EdtfDate.parse("/2023?");
        assertThat(until.hasUnknownStart()).isTrue();
        assertThat(until.hasOpenStart()).isFalse();
        assertThat(until.endQualifier()).isEqualTo(Qualifier.UNCERTAIN);
        assertThat(EdtfDate.parse("../2023").hasOpenStart()).isTrue();
        assertThat(EdtfDate.parse("2023/").hasUnknownEnd()).isTrue();

        EdtfDate set = EdtfDate.parse("[2023-01-31..2023-02-01]");
        assertThat(set.isSet()).isTrue();
        assertThat(set.isInterval()).isFalse();
        assertThat(set.isKnownDay()).isFalse();
        assertThat(set.isQualified()).isFalse();

        EdtfDate single = EdtfDate.parse("2023-02-01%");
        assertThat(single.startQualifier()).isEqualTo(single.endQualifier()).isEqualTo(Qualifier.BOTH);
        assertThat(single.isKnownDay()).isFalse();
        assertThat(EdtfDate.parse("2023-02-01").isKnownDay()).isTrue();
        assertThat(EdtfDate.parse("2023-02").isKnownDay()).isFalse();
    }

    @Test
    void aDayOfTheCalendarIsADate() {
        assertThat(EdtfDate.of(LocalDate.of(-480, 9, 20))).hasToString("-0480-09-20");
    }

    @Test
    void aMessageDoesNotRepeatALongText() {
        EdtfException refused = catchThrowableOfType(EdtfException.class, () -> EdtfDate.parse("2023-".repeat(10_000)));
        assertThat(refused.getMessage()).hasSizeLessThan(250).contains("longer than 255 characters");
    }
}
