package org.demarche.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.demarche.event.EventRecord;
import org.demarche.history.RootRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.time.EdtfDate;
import org.junit.jupiter.api.Test;

class GeneratedItemsTest {
    @Test
    void theSameSeedGivesTheSameItemsAndAnotherSeedOthers() {
        assertThat(items(7, 500)).isEqualTo(items(7, 500)).isNotEqualTo(items(8, 500));
    }

    @Test
    void allDatesCanBeReadAndAreOfManyPrecisions() {
        var dates = items(1, 3_000).stream().map(GeneratedItemsTest::date).filter(date -> date != null).toList();
        assertThat(dates).allSatisfy(date -> assertThat(EdtfDate.parse(date).toString()).isEqualTo(date));
        assertThat(dates).anyMatch(date -> date.length() == 4).anyMatch(date -> date.endsWith("~")).anyMatch(date -> date.startsWith("[")).anyMatch(date -> date.endsWith("/.."))
                .anyMatch(date -> date.matches("\\d{4}-2[1-4]")).anyMatch(date -> date.endsWith("XX"));
    }

    @Test
    void someItemsAreEventsSomeStatementsJointSomeMadeAtAnEventSomeResponses() {
        var items = items(2, 3_000);
        var statements = items.stream().filter(StatementRecord.class::isInstance).map(StatementRecord.class::cast).toList();
        assertThat(items.stream().filter(EventRecord.class::isInstance).count()).isBetween(200L, 350L);
        assertThat(statements).anyMatch(statement -> statement.speakers().size() == 2).anyMatch(statement -> statement.event() != null)
                .anyMatch(statement -> !statement.links().isEmpty()).anyMatch(statement -> statement.stances().isEmpty()).anyMatch(statement -> statement.time() != null);
    }

    private static List<RootRecord> items(long seed, int number) {
        var items = new GeneratedItems(new GeneratedWorld(seed, number));
        var all = new ArrayList<RootRecord>();
        for (int index = 0; index < number; index++) {
            all.addAll(items.next());
        }
        return all;
    }

    private static String date(RootRecord record) {
        return record instanceof StatementRecord statement ? statement.date() : record instanceof EventRecord event ? event.date() : null;
    }
}
