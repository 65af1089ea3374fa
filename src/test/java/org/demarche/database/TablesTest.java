package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.history.History;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the tables themselves refuse, whoever writes. */
@QuarkusTest
@Tag("database")
class TablesTest {
    /** Names a record of any kind, so that no table can be meant. */
    private static final Set<String> FREE = Set.of("revision.record_id", "slug.record_id", "actor_external_id.external_id");

    @Inject
    AgroalDataSource database;
    @Inject
    History history;
    @Inject
    Samples samples;

    @Test
    void everyColumnThatNamesARowHasAForeignKeyAndAnIndex() throws SQLException {
        try (var connection = database.getConnection()) {
            for (var table : tables(connection)) {
                var naming = new TreeSet<>(columns(connection, table));
                naming.removeIf(column -> !column.endsWith("_id") || FREE.contains(table + "." + column));
                assertThat(foreignKeys(connection, table)).as("foreign keys of %s", table).containsAll(naming);
                assertThat(firstOfAnIndex(connection, table)).as("indexes of %s", table).containsAll(naming);
            }
        }
    }

    @Test
    void aRowThatOthersNameCanNotBeDeleted() {
        var statement = history.keep(samples.statement());

        refuses("delete from item where id = ?", statement.id());
        refuses("delete from statement where id = ?", statement.id());
        refuses("delete from speaker where statement_id = ? and actor_id is not null", statement.id());
        refuses("delete from citation where id in (select citation_id from rendering where statement_id = ?)", statement.id());
        refuses("delete from document where id = ?", statement.renderings().get(0).document());
        refuses("delete from actor where slug = ?", statement.targets().get(0));
        refuses("delete from topic where slug = ?", statement.topics().get(0));
    }

    @Test
    void aRowThatNamesNobodyCanNotBeWritten() {
        var statement = history.keep(samples.statement()).id();
        var nobody = UUID.randomUUID();

        refuses("insert into target (statement_id, position, actor_id) values (?, 9, ?)", statement, nobody);
        refuses("insert into addressee (statement_id, position, actor_id) values (?, 9, ?)", nobody, nobody);
        refuses("insert into item_topic (item_id, position, topic_id) values (?, 9, ?)", statement, nobody);
        refuses("insert into statement (id) values (?)", nobody);
        refuses("insert into event (id, kind, title, status) values (?, 'VISIT', 'x', 'HELD')", nobody);
        refuses("update statement set event_id = ? where id = ?", statement, statement);
        refuses("update speaker set affiliation_id = ? where statement_id = ?", nobody, statement);
        refuses("update citation set document_id = ? where id in (select citation_id from rendering where statement_id = ?)", nobody, statement);
    }

    @Test
    void valuesOutsideTheVocabularyCanNotBeWritten() {
        var statement = history.keep(samples.statement()).id();
        var event = history.keep(samples.event()).id();

        refuses("update item set kind = 'RUMOUR' where id = ?", statement);
        refuses("update item set date_basis = 'GUESSED' where id = ?", statement);
        refuses("update statement set instrument = 'SHOUT' where id = ?", statement);
        refuses("update stance set stance_value = 3 where statement_id = ?", statement);
        refuses("update stance set toward_actor_id = null, toward_topic_id = null where statement_id = ?", statement);
        refuses("update rendering set credibility = 7 where statement_id = ?", statement);
        refuses("update rendering set mode = 'HEARSAY' where statement_id = ?", statement);
        refuses("update speaker set actor_id = null, description = null where statement_id = ?", statement);
        refuses("update event set status = 'MAYBE' where id = ?", event);
        refuses("update event set latitude = 91 where id = ?", event);
        refuses("update link set to_id = from_id where from_id = ?", statement);
        refuses("update participant set actor_id = (select min(p.actor_id) from participant p where p.event_id = participant.event_id) where event_id = ?", event);
        refuses("insert into revision_counter (id, last_number) values (2, 0)");
    }

    /** H2 evaluates checks with the session that made the table: once that one is closed, every insert is refused. */
    @Test
    void thePoolNeverClosesTheConnectionThatMadeTheTables() {
        var pool = database.getConfiguration().connectionPoolConfiguration();

        assertThat(pool.reapTimeout()).as("idle connections are closed after").isZero();
        assertThat(pool.maxLifetime()).as("connections are closed at the age of").isZero();
    }

    private void refuses(String sql, Object... values) {
        assertThatThrownBy(() -> execute(sql, values)).as(sql).isInstanceOf(SQLException.class);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            assertThat(statement.executeUpdate()).as("rows changed, of which there must be some for the refusal to mean anything").isPositive();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return strings(connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"}), "TABLE_NAME").stream()
                .filter(table -> !table.startsWith("flyway")).toList();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), asStored(connection, table), "%"), "COLUMN_NAME");
    }

    private static List<String> foreignKeys(Connection connection, String table) throws SQLException {
        return strings(connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), asStored(connection, table)), "FKCOLUMN_NAME");
    }

    private static List<String> firstOfAnIndex(Connection connection, String table) throws SQLException {
        var first = new ArrayList<String>();
        try (var rows = connection.getMetaData().getIndexInfo(connection.getCatalog(), connection.getSchema(), asStored(connection, table), false, false)) {
            while (rows.next()) {
                if (rows.getInt("ORDINAL_POSITION") == 1 && rows.getString("COLUMN_NAME") != null) {
                    first.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return first;
    }

    /** H2 keeps names in capital letters, PostgreSQL in small ones. */
    private static String asStored(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static List<String> strings(java.sql.ResultSet result, String column) throws SQLException {
        var strings = new ArrayList<String>();
        try (var rows = result) {
            while (rows.next()) {
                strings.add(rows.getString(column).toLowerCase(Locale.ROOT));
            }
        }
        return strings;
    }
}
