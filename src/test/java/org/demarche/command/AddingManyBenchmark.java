package org.demarche.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.history.History;
import org.demarche.history.RootRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to add many records, with all checks and their revisions, beside a bare JDBC insert of the very same rows in batches, without any check, into another database
 * of the same tables: {@code ./mvnw test -Pbenchmark -Dtest=AddingManyBenchmark}, of {@code -Ddemarche.benchmark.items} items. The index is not part of it.
 */
@QuarkusTest
@Tag("benchmark")
class AddingManyBenchmark {
    private static final int ITEMS = Integer.getInteger("demarche.benchmark.items", 40_000);
    private static final int ITEMS_OF_A_CHANGE = 2_000;
    private static final int ROWS_OF_A_BATCH = 1_000;
    private static final int ROWS_OF_A_TRANSACTION = 30_000;
    private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
    /** Each behind those that it refers to. */
    private static final List<String> TABLES = List.of("source", "document", "actor", "topic", "citation", "anchor", "affiliation", "item", "event", "statement", "item_topic", "coding",
            "coding_context", "participant", "participant_role", "event_citation", "speaker", "speaker_behalf", "addressee", "target", "stance", "rendering", "link", "slug", "revision");

    @Inject
    History history;
    @Inject
    AgroalDataSource database;
    @TempDir
    Path folder;

    @Test
    void addingBesideInsertingTheSameRows() throws SQLException {
        var world = new GeneratedWorld(1, ITEMS);
        var items = new GeneratedItems(world);
        double adding = history.together(writing -> {
            add(world.records(), writing);
            double seconds = 0;
            for (int done = 0; done < ITEMS; done += ITEMS_OF_A_CHANGE) {
                var batch = new ArrayList<RootRecord>();
                for (int item = 0; item < ITEMS_OF_A_CHANGE; item++) {
                    batch.addAll(items.next());
                }
                seconds += add(batch, writing);
            }
            return seconds;
        });
        try (var from = database.getConnection()) {
            inserting(from, "warming");
            double inserting = inserting(from, "measured");
            System.out.printf("%,d items: added in %.1f s (%,.0f a second), their rows and those of what they are about inserted in %.1f s; ratio %.1f%n", ITEMS, adding, ITEMS / adding,
                    inserting, adding / inserting);
        }
    }

    private static double add(List<RootRecord> records, History.Writing writing) {
        long start = System.nanoTime();
        writing.write(change -> change.addAll(records));
        return (System.nanoTime() - start) / 1e9;
    }

    private double inserting(Connection from, String name) throws SQLException {
        double seconds = 0;
        try (var to = DriverManager.getConnection("jdbc:h2:" + folder.resolve(name) + OPTIONS); var tables = to.createStatement();
             var script = from.createStatement().executeQuery("script nodata nopasswords nosettings")) {
            while (script.next()) {
                var sql = script.getString(1);
                if (sql.matches("(?is)(create|alter) .*") && !sql.matches("(?is)create user .*")) {
                    tables.execute(sql);
                }
            }
            to.setAutoCommit(false);
            for (var table : TABLES) {
                seconds += inserting(table, from, to);
            }
            tables.execute("shutdown");
        }
        return seconds;
    }

    /** @return seconds without those of reading */
    private static double inserting(String table, Connection from, Connection to) throws SQLException {
        long nanoseconds = 0;
        try (var rows = from.createStatement().executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            try (var insert = to.prepareStatement("insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)")) {
                int number = 0;
                boolean more = rows.next();
                while (more) {
                    for (int column = 1; column <= columns; column++) {
                        insert.setObject(column, rows.getObject(column));
                    }
                    insert.addBatch();
                    number++;
                    more = rows.next();
                    long start = System.nanoTime();
                    if (number % ROWS_OF_A_BATCH == 0 || !more) {
                        insert.executeBatch();
                    }
                    if (number % ROWS_OF_A_TRANSACTION == 0 || !more) {
                        to.commit();
                    }
                    nanoseconds += System.nanoTime() - start;
                }
            }
        }
        return nanoseconds / 1e9;
    }
}
