package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/**
 * The same question asked of {@code /timeline.json} and of PostgreSQL in one run: how many items each lane has in each step, by stance. PostgreSQL gets the items of the folder
 * that {@code -Ddemarche.benchmark.folder} names by COPY from {@code /timeline.csv}, in one table made for this question. It has the easier part: an item counts in the first step
 * that it may fall in only, names and joint statements are left out, and no JSON is written.
 */
@Tag("benchmark")
class AgainstPostgresBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;

    /** One row for each item and lane; what is filtered by stands beside it, so that nothing has to be joined. */
    private static final List<String> TABLES = List.of("""
            create table lane (id smallint generated always as identity primary key, slug text not null unique)
            """, """
            insert into lane (slug) select distinct regexp_replace(chain, '^.*>', '') from given, regexp_split_to_table(on_behalf_of, '; ') chain where kind = 'statement' order by 1
            """, """
            create table mark as select lane.id as lane, (coalesce(nullif(earliest, ''), nullif(latest, ''))::date - date '1970-01-01')::int as day,
                (case when stance = '' then 4 when stance like '%=-%' then 2 when stance like '%=0' then 1 else 0 end)::smallint as sign, instrument,
                regexp_split_to_array(replace(on_behalf_of, '>', '; '), '; ') as behalf, targets as target, source,
                to_tsvector('english', concat_ws(' ', title, words, summary)) as words
            from given, regexp_split_to_table(on_behalf_of, '; ') chain join lane on lane.slug = regexp_replace(chain, '^.*>', '') where kind = 'statement'
            """,
            "create index mark_counted on mark (day, lane, sign)",
            "create index mark_lane on mark (lane, day, sign)",
            "create index mark_filtered on mark (instrument, sign, lane, day)",
            "create index mark_behalf on mark using gin (behalf)",
            "create index mark_target on mark (target, day, lane, sign)",
            "create index mark_words on mark using gin (words)",
            "drop table given",
            "vacuum (analyze, freeze) mark");

    private static final String COUNTED = "select lane, width_bucket(day, ?::int[]) as step, sign, count(*) from mark where day >= ? and day < ?%s group by lane, step, sign";

    private record Question(String name, String parameters, String condition) {
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question("unfiltered", "", ""),
            new Question("words", "&q=security", " and words @@ to_tsquery('english', 'security')"),
            new Question("two words", "&q=security+talks", " and words @@ to_tsquery('english', 'security & talks')"),
            new Question("three filters", "&behalf=state-1&instrument=BRIEFING&stance=critical", " and behalf @> array['state-1'] and instrument = 'BRIEFING' and sign = 2"),
            new Question("three filters and two words", "&behalf=state-1&instrument=BRIEFING&stance=critical&q=security+talks",
                    " and behalf @> array['state-1'] and instrument = 'BRIEFING' and sign = 2 and words @@ to_tsquery('english', 'security & talks')"));

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void theSameQuestionAskedOfBoth() throws Exception {
        var folder = System.getProperty("demarche.benchmark.folder");
        assertThat(folder).as("-Ddemarche.benchmark.folder").isNotNull();
        try (var postgres = EmbeddedPostgres.builder().setServerConfig("shared_buffers", "1GB").setServerConfig("work_mem", "128MB").setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("random_page_cost", "1.1").setServerConfig("fsync", "off").setServerConfig("max_wal_size", "4GB").start();
             var server = ServerProcess.ready(Path.of(folder), "640m", PATIENCE); var connection = postgres.getPostgresDatabase().getConnection()) {
            load(server, connection);
            System.out.printf("%-30s %35s %35s %8s%n", "median, 95th, longest in ms", "/timeline.json", "PostgreSQL", "ratio");
            var windows = windows(server);
            var plans = new StringBuilder();
            for (var question : QUESTIONS) {
                var number = new AtomicInteger();
                var ours = Times.of(WARM_UP, TIMES, () -> assertThat(server.getZipped(AllDecades.path(number.incrementAndGet()) + question.parameters).statusCode()).isEqualTo(200));
                var theirs = Times.of(WARM_UP, TIMES, () -> counted(connection, question, windows.get(number.incrementAndGet() % windows.size())));
                System.out.printf("%-30s %35s %35s %8.3f  %,d and %,d statements%n", question.name, ours.columns(), theirs.columns(), ours.percentile(50) / theirs.percentile(50),
                        asked(server, AllDecades.path(0) + question.parameters).get("statements").asLong(), counted(connection, question, windows.get(0)));
                plans.append(explained(connection, question, windows.get(0)));
            }
            System.out.println(plans);
        }
    }

    private static void load(ServerProcess server, Connection connection) throws Exception {
        long start = System.nanoTime();
        try (var csv = server.open("/timeline.csv"); var statement = connection.createStatement()) {
            var header = server.get("/timeline.csv?from=0001&to=0001").body().strip();
            statement.execute("create unlogged table given (" + header.replace(",", " text, ") + " text)");
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy given from stdin with (format csv, header true, null '\\N')", csv);
            System.out.printf("%,d rows copied in %.0f s%n", rows, (System.nanoTime() - start) / 1e9);
            for (var sql : TABLES) {
                statement.execute(sql);
            }
        }
        System.out.printf("Loaded in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /**
     * The very steps of an answer.
     *
     * @param starts the first days of those within the window
     */
    private record Asked(int from, int to, List<Integer> starts) {
    }

    private static List<Asked> windows(ServerProcess server) throws IOException, InterruptedException {
        var windows = new ArrayList<Asked>();
        for (int number = 0; number < AllDecades.DIFFERENT; number++) {
            var answer = asked(server, AllDecades.path(number));
            int from = answer.get("window").get(0).asInt();
            int to = answer.get("window").get(1).asInt();
            var bounds = answer.get("bounds");
            var starts = new ArrayList<Integer>();
            int day = bounds.get(0).asInt();
            for (int step = 1; step < bounds.size(); step++) {
                int next = day + bounds.get(step).asInt();
                if (next > from && day <= to) {
                    starts.add(day);
                }
                day = next;
            }
            windows.add(new Asked(from, to, starts));
        }
        return windows;
    }

    private static JsonNode asked(ServerProcess server, String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(server.get(path).body());
    }

    private static long counted(Connection connection, Question question, Asked window) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTED.formatted(question.condition))) {
            bind(statement, connection, window);
            long all = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all += rows.getLong(4);
                }
            }
            return all;
        }
    }

    private static String explained(Connection connection, Question question, Asked window) throws SQLException {
        var plan = new StringBuilder("%n%s:%n".formatted(question.name));
        try (var statement = connection.prepareStatement("explain (analyze, costs off) " + COUNTED.formatted(question.condition))) {
            bind(statement, connection, window);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1).replaceAll("'\\{[-0-9,]{40,}}'", "'{…}'")).append(System.lineSeparator());
                }
            }
        }
        return plan.toString();
    }

    private static void bind(PreparedStatement statement, Connection connection, Asked window) throws SQLException {
        statement.setArray(1, connection.createArrayOf("int4", window.starts.toArray()));
        statement.setInt(2, window.from);
        statement.setInt(3, window.to + 1);
    }
}
