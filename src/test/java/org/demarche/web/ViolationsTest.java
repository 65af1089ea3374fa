package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ViolationsTest {

    @Test
    void aPartAddsToTheWholeUnderItsOwnPath() {
        Violations violations = new Violations().add("date", "a");
        violations.at("renderings[1].").at("anchors[0].").add("start", "b");
        assertThat(violations.list()).containsExactly(new Violation("date", "a"), new Violation("renderings[1].anchors[0].start", "b"));
    }

    @Test
    void onlyWhatIsWrongIsThrown() {
        Violations violations = new Violations();
        assertThatCode(violations::orThrow).doesNotThrowAnyException();
        violations.at("speakers[0].").add("actor", "There is no actor ‘atlantis’.").add("behalf", "Say which.");
        assertThatThrownBy(violations::orThrow).isInstanceOfSatisfying(InvalidRecordException.class,
                e -> assertThat(e.violations()).extracting(Violation::field).containsExactly("speakers[0].actor", "speakers[0].behalf"));
    }
}
