package org.demarche.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.demarche.exchange.out.ExportFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@QuarkusTest
class ExportCommandTest {
    @Inject
    CommandLine.IFactory beans;
    @Inject
    ExportFormats formats;
    @TempDir
    Path folder;

    @Test
    void aFileHoldsWhatTheAddressGivesAndSaysSoInItsSummary() throws Exception {
        var file = folder.resolve("china.csv");
        var summary = new ObjectMapper().readTree(run(0, "export", "--query", "behalf=china&as_of=2023-06-01", "-o", file.toString(), "--json"));
        assertThat(Files.readString(file)).isEqualTo(given().get("/timeline.csv?behalf=china&as_of=2023-06-01").asString());
        var meta = new ObjectMapper().readTree(folder.resolve("china.csv.meta.json").toFile());
        assertThat(summary.get("sha256")).isEqualTo(meta.get("sha256"));
        assertThat(meta.get("as_of").asText()).isEqualTo("2023-06-01");
        assertThat(summary.get("items").asLong()).isPositive().isEqualTo(Files.readAllLines(file).size() - 1);
    }

    @Test
    void everyFormatIsThereUnderItsWordAndIsNamedByTheHelp() throws Exception {
        var help = run(0, "export", "--help").replaceAll("\\s+", "");
        for (var format : formats.all()) {
            assertThat(help).contains(format.word());
            var file = folder.resolve(format.fileName());
            assertThat(run(0, "export", "--format", format.word(), "--query", "behalf=china", "-o", file.toString())).matches("(?s).*Wrote \\d+ items? to .*");
            assertThat(file).isNotEmptyFile();
            assertThat(folder.resolve(format.fileName() + ".meta.json").toFile().exists()).isEqualTo(!format.saysWhereItIsFrom());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten() {
        assertThat(run(2, "export", "--format", "parchment")).contains("There is no format ‘parchment’", "xlsx");
        assertThat(run(2, "export", "--query", "behalf=atlantis", "-o", folder.resolve("x.csv").toString())).contains("behalf: there is no actor ‘atlantis’");
        assertThat(run(2, "export", "-o", folder.resolve("missing/x.csv").toString())).contains("There is no folder");
        assertThat(folder).isEmptyDirectory();
    }

    private String run(int status, String... arguments) {
        var said = new StringWriter();
        assertThat(new CommandLine(Commands.Top.class, beans).setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(arguments)).as(said.toString()).isEqualTo(status);
        return said.toString();
    }
}
