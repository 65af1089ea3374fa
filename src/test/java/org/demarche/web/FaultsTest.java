package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FaultsTest {

    @Inject
    Engine engine;

    @Test
    void eachFieldShowsItsOwnFaults() {
        Violations violations = new Violations().add("date", "This day does not exist.");
        violations.at("speakers[0].").add("actor", "There is no <b>.");
        String date = shown(violations, "date");
        assertThat(date).contains("id=\"date-fault\"", "This day does not exist.").doesNotContain("There is no");
        assertThat(shown(violations, "speakers[0].actor")).contains("There is no &lt;b&gt;.");
        assertThat(shown(violations, "summary")).isBlank();
    }

    private String shown(Violations violations, String field) {
        return engine.parse("{#fault violations field=field /}", Variant.forContentType("text/html"))
                .data("violations", violations.list(), "field", field).render();
    }
}
