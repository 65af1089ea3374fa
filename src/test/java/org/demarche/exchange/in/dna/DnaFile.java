package org.demarche.exchange.in.dna;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A project as the Discourse Network Analyzer makes it, in the schema of either version. */
final class DnaFile implements AutoCloseable {
    /** Midnight of 1 February 2023, in UTC. */
    static final long FEBRUARY = 1_675_209_600L;
    private static final String SHARED = """
            create table SETTINGS(Property text primary key, Value text);
            create table CODERS(ID integer not null primary key, Name text, Red integer, Green integer, Blue integer, Password text);
            create table DOCUMENTS(ID integer not null primary key, Title text, Text text, Coder integer, Author text, Source text, Section text, Notes text, Type text, Date integer);
            create table STATEMENTTYPES(ID integer not null primary key, Label text, Red integer, Green integer, Blue integer);
            create table VARIABLES(ID integer not null primary key, Variable text, DataType text, StatementTypeId integer, unique (Variable, StatementTypeId));
            create table STATEMENTS(ID integer not null primary key, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);
            create table DATABOOLEAN(ID integer primary key not null, StatementId integer not null, VariableId integer not null, Value integer, unique (StatementId, VariableId));
            create table DATAINTEGER(ID integer primary key not null, StatementId integer not null, VariableId integer not null, Value integer, unique (StatementId, VariableId));
            create table DATALONGTEXT(ID integer primary key not null, StatementId integer not null, VariableId integer not null, Value text, unique (StatementId, VariableId));
            insert into CODERS(ID, Name) values (1, 'Admin'), (2, 'Coder 1'), (3, 'Coder 2');
            insert into STATEMENTTYPES(ID, Label) values (1, 'DNA Statement'), (2, 'Story'), (3, 'Annotation');
            insert into VARIABLES(ID, Variable, DataType, StatementTypeId) values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1),
                (4, 'agreement', 'boolean', 1), (5, 'Narrator', 'short text', 2), (6, 'victim', 'short text', 2), (7, 'strength', 'integer', 2), (8, 'note', 'long text', 3),
                (9, 'Category', 'short text', 2), (10, 'Qualifier', 'integer', 2), (11, 'plot', 'short text', 2)
            """;
    private static final String TWO = """
            create table DATASHORTTEXT(ID integer primary key not null, StatementId integer not null, VariableId integer not null, Value text, unique (StatementId, VariableId));
            create table ATTRIBUTES(ID integer primary key not null, VariableId integer not null, Value text, Red integer, Green integer, Blue integer, Type text, Alias text, Notes text, ChildOf text);
            insert into SETTINGS values ('version', '2.0 beta 25')
            """;
    private static final String THREE = """
            create table ENTITIES(ID integer primary key not null, VariableId integer not null, Value text not null default '', ChildOf integer, unique (VariableId, Value));
            create table DATASHORTTEXT(ID integer primary key not null, StatementId integer not null, VariableId integer not null, Entity integer not null, unique (StatementId, VariableId));
            create table ATTRIBUTEVARIABLES(ID integer primary key not null, VariableId integer not null, AttributeVariable text not null);
            create table ATTRIBUTEVALUES(ID integer primary key not null, EntityId integer not null, AttributeVariableId integer not null, AttributeValue text not null default '');
            insert into SETTINGS values ('version', '3.0.11');
            insert into ENTITIES(VariableId, Value) select ID, '' from VARIABLES where DataType = 'short text';
            insert into ATTRIBUTEVARIABLES(ID, VariableId, AttributeVariable) values (1, 1, 'Type'), (2, 1, 'Alias'), (3, 2, 'Type'), (4, 2, 'Alias'), (5, 2, 'Notes')
            """;

    private final Path path;
    private final Connection connection;
    private final int version;

    DnaFile(int version) {
        this.version = version;
        try {
            path = Files.createTempFile("project", ".dna");
            connection = DriverManager.getConnection("jdbc:sqlite:" + path);
            run("pragma synchronous = off");
            run("pragma journal_mode = memory");
            run(SHARED);
            run(version == 2 ? TWO : THREE);
        } catch (IOException unmade) {
            throw new UncheckedIOException(unmade);
        } catch (SQLException unmade) {
            throw new IllegalStateException(unmade);
        }
    }

    /** Several, parted by semicolons at the ends of lines. */
    void run(String statements) {
        try (var statement = connection.createStatement()) {
            for (var one : statements.split(";\\s*\\n")) {
                statement.execute(one);
            }
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void run(String statement, Object... values) {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int place = 0; place < values.length; place++) {
                prepared.setObject(place + 1, values[place]);
            }
            prepared.executeUpdate();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    void document(int id, String title, String text, String author, String source, Object date) {
        run("insert into DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) values (?, ?, ?, 2, ?, ?, 'Politics', '', 'Report', ?)", id, title, text, author, source, date);
    }

    void statement(int id, int type, int document, int start, int stop, Map<Integer, Object> values) {
        run("insert into STATEMENTS values (?, ?, ?, ?, ?, 2)", id, type, document, start, stop);
        values.forEach((variable, value) -> value(id, variable, value));
    }

    private void value(int statement, int variable, Object value) {
        if (value instanceof Boolean truth) {
            run("insert into DATABOOLEAN(StatementId, VariableId, Value) values (?, ?, ?)", statement, variable, truth ? 1 : 0);
        } else if (value instanceof Integer number) {
            run("insert into DATAINTEGER(StatementId, VariableId, Value) values (?, ?, ?)", statement, variable, number);
        } else if (variable == 8) {
            run("insert into DATALONGTEXT(StatementId, VariableId, Value) values (?, ?, ?)", statement, variable, value);
        } else if (version == 2) {
            run("insert into DATASHORTTEXT(StatementId, VariableId, Value) values (?, ?, ?)", statement, variable, value);
        } else {
            run("insert or ignore into ENTITIES(VariableId, Value) values (?, ?)", variable, value);
            run("insert into DATASHORTTEXT(StatementId, VariableId, Entity) values (?, ?, (select ID from ENTITIES where VariableId = ? and Value = ?))", statement, variable, variable, value);
        }
    }

    /** @param attributes by name, as 'Alias' */
    void attributes(int variable, String entity, Map<String, String> attributes) {
        if (version == 2) {
            run("insert into ATTRIBUTES(VariableId, Value, Type, Alias, Notes, ChildOf) values (?, ?, ?, ?, '', '')", variable, entity, attributes.getOrDefault("Type", ""), attributes.getOrDefault("Alias", ""));
            return;
        }
        attributes.forEach((name, value) -> run("insert into ATTRIBUTEVALUES(EntityId, AttributeVariableId, AttributeValue) values ((select ID from ENTITIES where VariableId = ? and Value = ?), "
                + "(select ID from ATTRIBUTEVARIABLES where VariableId = ? and AttributeVariable = ?), ?)", variable, entity, variable, name, value));
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(path);
        } catch (SQLException | IOException unclosed) {
            throw new IllegalStateException(unclosed);
        }
    }
}
