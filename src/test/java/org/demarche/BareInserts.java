package org.demarche;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Inserts all rows of an H2 database into another one of the same tables by bare JDBC in batches: the least that keeping them can cost. */
public final class BareInserts {
    private static final int ROWS_OF_A_BATCH = 1_000;
    private static final int ROWS_OF_A_TRANSACTION = 30_000;
    private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
    /** Each behind those that it refers to. */
    private static final List<String> TABLES = List.of("source", "document", "actor", "topic", "citation", "anchor", "affiliation", "item", "event", "statement", "item_topic", "coding",
            "coding_context", "participant", "participant_role", "event_citation", "speaker", "speaker_behalf", "addressee", "target", "stance", "rendering", "link", "slug", "revision");

    private BareInserts() {
    }

    /** @return seconds without those of reading */
    public static double of(Connection from, Path database) throws SQLException {
        double seconds = 0;
        try (var to = DriverManager.getConnection("jdbc:h2:" + database.toAbsolutePath() + OPTIONS); var tables = to.createStatement();
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
