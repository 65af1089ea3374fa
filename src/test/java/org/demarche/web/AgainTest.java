package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class AgainTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatSomebodyGotInTheWayOfIsDoneAgain() {
        assertThat(Again.after(IllegalStateException.class, () -> failing(2))).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void afterTheThirdTimeItIsSaid() {
        assertThatThrownBy(() -> Again.after(IllegalStateException.class, () -> failing(3))).isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatIsWrongOtherwiseIsSaidAtOnce() {
        assertThatThrownBy(() -> Again.after(IllegalArgumentException.class, () -> failing(1))).isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    private String failing(int times) {
        if (tries.incrementAndGet() <= times) {
            throw new IllegalStateException();
        }
        return "done";
    }
}
