package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.demarche.BareInserts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A timeline CSV of many rows, brought into an empty folder by the command, in a heap of 512 MB, beside a bare JDBC insert of all rows that it made, revisions
 * too: {@code ./mvnw package && ./mvnw test -Pbenchmark -Dtest=ImportBenchmark}, of {@code -Ddemarche.benchmark.items} rows. The check, the index and the disk are part of it.
 */
@Tag("benchmark")
class ImportBenchmark {
    private static final int ROWS = Integer.getInteger("demarche.benchmark.items", 1_000_000);
    private static final List<String> NOUNS = List.of("talks", "sanctions", "the agreement", "the incident", "the exercise", "the visit", "the draft", "weapons");

    @TempDir
    Path folder;

    @Test
    void bringingInBesideInsertingTheSameRows() throws IOException, InterruptedException, SQLException {
        var file = folder.resolve("rows.csv");
        write(file);
        var data = folder.resolve("data");
        long start = System.nanoTime();
        var process = ServerProcess.start(data, ServerProcess.freePort(), "import", "--json", file.toString());
        int status = process.status(Duration.ofHours(2));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(status).as(process.said()).isZero();
        assertThat(process.said()).contains("\"stored\":" + ROWS);
        try (var from = DriverManager.getConnection("jdbc:h2:" + data.resolve("demarche").toAbsolutePath() + ";ACCESS_MODE_DATA=r")) {
            double inserting = BareInserts.of(from, folder.resolve("bare"));
            System.out.printf("%,d rows: brought in in %.1f s (%,.0f a second) with 512 MB, their rows inserted in %.1f s; ratio %.1f%n", ROWS, seconds, ROWS / seconds, inserting, seconds / inserting);
        }
    }

    /** Statements of 200 states, three to an article, one in ten rows an event. */
    private static void write(Path file) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("id,kind,date,title,speakers,speaker_roles,on_behalf_of,targets,participants,event_kind,words,summary,language,stance,plover_type,cameo,topics,source,source_title,source_date");
            for (int row = 0; row < ROWS; row++) {
                var day = LocalDate.of(1990, 1, 1).plusDays(row % 12_000);
                var id = "019a0000-%04x-7000-8000-%012x".formatted(row >>> 16, row);
                int state = row * 7 % 200;
                int other = (state + 1 + row % 150) % 200;
                var noun = NOUNS.get(row % NOUNS.size());
                if (row % 10 == 0) {
                    out.println(id + ",event," + day + ",Meeting on " + noun + " " + row + ",,,,,State " + state + "=HOST; State " + other + "=VISITOR,MEETING,,,,,CONSULT,040,,The Gazette " + row % 50 + ",Article " + row / 3
                            + "," + day);
                } else {
                    out.println(id + ",statement," + day + ",,Spokesperson of State " + state + ",Spokesperson,State " + state + ",State " + other + ",,,\"\"\"We have said before that " + noun + " must be judged by results,\"\" the spokesperson said.\",State "
                            + state + " criticises " + noun + " of State " + other + " in matter " + row + ",en,State " + other + "=-1,ACCUSE,111,Topic " + row % 40 + ",The Gazette " + row % 50 + ",Article " + row / 3 + "," + day);
                }
            }
        }
    }
}
