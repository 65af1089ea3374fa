package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * What it takes the packaged program to give a data folder away with a heap of 256 MB, beside the databases' own writers of CSV, which are given the very same rows in a table
 * of their own: {@code ./mvnw test -Pbenchmark -Dtest=ExportBenchmark -Ddemarche.benchmark.folder=…}, of a folder that {@code generate} filled. Each runs twice; the second
 * time is told.
 */
@Tag("benchmark")
class ExportBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** The endings of other forms to give it away in, parted by commas: ndjson,items.json,xlsx,docx,md,ics,graphml,gdelt.tsv,site.zip. */
    private static final List<String> OTHERS = Stream.of(System.getProperty("demarche.benchmark.forms", "ndjson").split(",")).filter(ending -> !ending.isBlank()).toList();

    @TempDir
    Path made;

    private interface Work {
        void run() throws Exception;
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void givingAwayBesideTheDatabasesOwnWriters() throws Exception {
        var folder = System.getProperty("demarche.benchmark.folder");
        assertThat(folder).as("-Ddemarche.benchmark.folder").isNotNull();
        var csv = made.resolve("timeline.csv");
        double ours;
        try (var server = ServerProcess.ready(Path.of(folder), "256m", PATIENCE)) {
            ours = secondTime(() -> save(server, "/timeline.csv", csv));
            System.out.printf("%,d bytes of CSV in %.1f s%n", Files.size(csv), ours);
            for (var ending : OTHERS) {
                var file = made.resolve("timeline." + ending);
                double seconds = secondTime(() -> save(server, "/timeline." + ending, file));
                System.out.printf("%-12s %,15d bytes in %.1f s%n", ending, Files.size(file), seconds);
                Files.delete(file);
            }
        }
        double h2 = h2(csv);
        double postgres = postgres(csv);
        System.out.printf("CSVWRITE of H2 %.1f s, ratio %.1f; COPY of PostgreSQL %.1f s, ratio %.1f%n", h2, ours / h2, postgres, ours / postgres);
    }

    private double h2(Path csv) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + made.resolve("given")); var statement = connection.createStatement()) {
            statement.execute("create table given as select * from csvread('" + csv + "')");
            return secondTime(() -> statement.execute("call csvwrite('" + made.resolve("h2.csv") + "', 'select * from given', 'charset=UTF-8')"));
        }
    }

    private double postgres(Path csv) throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("max_wal_size", "4GB").start();
             Connection connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            String header;
            try (var lines = Files.newBufferedReader(csv)) {
                header = lines.readLine();
            }
            statement.execute("create unlogged table given (" + header.replace(",", " text, ") + " text)");
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var in = Files.newInputStream(csv)) {
                copying.copyIn("copy given from stdin with (format csv, header true, null '\\N')", in);
            }
            return secondTime(() -> {
                try (var out = Files.newOutputStream(made.resolve("postgres.csv"))) {
                    copying.copyOut("copy given to stdout with (format csv, header true)", out);
                }
            });
        }
    }

    private static void save(ServerProcess server, String path, Path file) throws IOException, InterruptedException {
        try (var in = server.open(path)) {
            Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static double secondTime(Work work) throws Exception {
        work.run();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
