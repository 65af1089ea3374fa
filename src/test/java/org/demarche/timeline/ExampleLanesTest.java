package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.demarche.coding.StanceSign;
import org.demarche.item.Directory;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;

/** The example as the timeline counts it. Other tests add items of their own, so only what the example recorded is asked for. */
@QuarkusTest
class ExampleLanesTest {
    private static final String EXAMPLE = "recorded=2023-01-01/2023-12-31";

    @Inject
    Items items;
    @Inject
    Directory directory;

    @Test
    void theExampleOpensOnTheWeekOfTheTalks() {
        assertThat(items.opening(query(""))).hasValueSatisfying(window -> assertThat(window.fromText() + " " + window.toText()).isEqualTo("2023-01-28 2023-02-03"));
    }

    @Test
    void twoItemsLieBesideTheOpeningWindow() {
        var edges = items.edges(query("&from=2023-01-28&to=2023-02-03"));

        assertThat(edges.countBefore() + edges.countAfter()).isEqualTo(2);
        assertThat(edges.after()).hasValueSatisfying(item -> assertThat(item.eventKind()).isEqualTo("SUMMIT"));
    }

    @Test
    void chinaWasCriticalOfNatoOnThatDayOrTheOneBefore() {
        var bounds = LocalDate.of(2023, 1, 28).datesUntil(LocalDate.of(2023, 2, 5)).map(LocalDate::toEpochDay).toList();
        var lanes = items.lanes(query("&target=nato"), bounds, 20);
        var china = lanes.lanes().stream().filter(lane -> lane.key().equals("china")).findFirst().orElseThrow();
        int firstOfFebruary = bounds.indexOf(LocalDate.of(2023, 2, 1).toEpochDay());

        assertThat(china.total()).isEqualTo(2);
        // Both were reported on that day as said on it or on the day before.
        assertThat(china.steps().get(firstOfFebruary).possibly(StanceSign.CRITICAL)).isEqualTo(2);
        assertThat(china.steps().get(firstOfFebruary).surely()).containsOnly(0);
        assertThat(china.steps().get(firstOfFebruary - 2).possibly()).containsOnly(0);
    }

    private TimelineQuery query(String more) {
        return TimelineQuery.ofQueryString(EXAMPLE + more, directory);
    }
}
