package org.demarche.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.history.Revisions;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@QuarkusTest
class ReindexTest {
    @Inject
    CommandLine.IFactory beans;
    @Inject
    Items items;
    @Inject
    Revisions revisions;

    @Test
    void theSummaryIsTheLastLineInWordsOrAsJson() throws Exception {
        var before = items.list(TimelineQuery.ALL);

        assertThat(lastLine("reindex")).matches("Indexed " + before.total() + " items of " + revisions.last() + " changes in [0-9.]+ s");
        var summary = new ObjectMapper().readTree(lastLine("reindex", "--json"));

        assertThat(summary.get("items").asLong()).isEqualTo(before.total());
        assertThat(summary.get("changes").asLong()).isEqualTo(revisions.last());
        assertThat(items.list(TimelineQuery.ALL)).isEqualTo(before);
    }

    private String lastLine(String... arguments) {
        var out = new StringWriter();
        assertThat(new CommandLine(Commands.Top.class, beans).setOut(new PrintWriter(out)).execute(arguments)).isZero();
        return out.toString().strip().lines().reduce((one, other) -> other).orElseThrow();
    }
}
