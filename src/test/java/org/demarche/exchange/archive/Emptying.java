package org.demarche.exchange.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Rebuilding;
import org.demarche.timeline.Reindexing;

import io.agroal.api.AgroalDataSource;

/** Makes the database of a test empty again, and tells what is in its tables. */
@ApplicationScoped
public class Emptying {
    /** Which rows of these tables there are does not depend on ids that are made anew with them. */
    private static final List<String> WHOLE = List.of("source", "document", "actor", "actor_name", "actor_external_id", "topic", "collection", "affiliation", "item", "event", "statement", "item_topic",
            "addressee", "target", "stance", "event_country", "negative_finding", "slug", "revision", "revision_counter");
    private static final List<String> COUNTED = List.of("citation", "anchor", "coding", "coding_context", "link", "link_citation", "participant", "participant_role", "event_citation", "affiliation_citation",
            "speaker", "speaker_behalf", "rendering");

    @Inject
    AgroalDataSource database;
    @Inject
    Rebuilding rebuilding;
    @Inject
    Reindexing reindexing;

    void empty() throws SQLException {
        execute("update revision_counter set last_number = 0, last_recorded_at = null");
        rebuilding.fill(filling -> { });
        reindexing.build((held, last) -> { });
    }

    void index() {
        reindexing.build((held, last) -> { });
    }

    /** By table its rows in whatever order, or how many there are. */
    Map<String, Object> tables() throws SQLException {
        var tables = new TreeMap<String, Object>();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            for (var table : WHOLE) {
                var rows = new ArrayList<String>();
                try (var found = statement.executeQuery("select * from " + table)) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        var row = new HashMap<String, String>();
                        for (int column = 1; column <= columns; column++) {
                            row.put(found.getMetaData().getColumnName(column), found.getString(column));
                        }
                        rows.add(new TreeMap<>(row).toString());
                    }
                }
                rows.sort(null);
                tables.put(table, rows);
            }
            for (var table : COUNTED) {
                try (var found = statement.executeQuery("select count(*) from " + table)) {
                    found.next();
                    tables.put(table, found.getLong(1));
                }
            }
        }
        return tables;
    }

    long rows(String table) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement(); var found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
