package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {

    @Test
    void aTimeIsPrintedAsItWasWritten() {
        for (String text : List.of("00:00", "15:00", "23:59", "15:00+08:00", "09:05-03:30", "15:00+00:00", "12:00+14:00")) {
            assertThat(TimeOfDay.parse(text)).hasToString(text);
        }
    }

    @Test
    void minutesAreCountedWhereItWas() {
        assertThat(TimeOfDay.parse("15:30+08:00").minutes()).isEqualTo(930);
        assertThat(TimeOfDay.parse("00:00").minutes()).isZero();
    }

    @Test
    void anythingElseIsRefusedWithARightForm() {
        for (String text : List.of("", "3 pm", "15.00", "15:00Z", "24:00", "15:60", "9:00", "15:00:00", "15:00+8", "15:00+14:30", "15:00-00:00",
                "15:00+08:60", "1500", "T15:00", " 15:00", "١٥:٠٠")) {
            assertThatThrownBy(() -> TimeOfDay.parse(text)).as(text).isInstanceOf(EdtfException.class)
                    .hasMessageContaining("Write for example 15:00");
        }
    }
}
