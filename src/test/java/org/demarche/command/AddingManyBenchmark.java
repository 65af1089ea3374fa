package org.demarche.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.BareInserts;
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
            BareInserts.of(from, folder.resolve("warming"));
            double inserting = BareInserts.of(from, folder.resolve("measured"));
            System.out.printf("%,d items: added in %.1f s (%,.0f a second), their rows and those of what they are about inserted in %.1f s; ratio %.1f%n", ITEMS, adding, ITEMS / adding,
                    inserting, adding / inserting);
        }
    }

    private static double add(List<RootRecord> records, History.Writing writing) {
        long start = System.nanoTime();
        writing.write(change -> change.addAll(records));
        return (System.nanoTime() - start) / 1e9;
    }
}
