package org.demarche.exchange.in.dna;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.demarche.exchange.in.IdSet;
import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.UnreadableFileException;

/**
 * The statements of a project of the Discourse Network Analyzer, in the order of their ids, which are its rows. Each is looked up with its document and values: what is held in
 * memory is the book and the last few documents.
 */
final class DnaReader implements ProposalReader {
    private static final int DOCUMENTS = 4;
    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST_TEXT = 4_000_000;
    private static final String TOO_LONG = "The text of its document has more than %,d characters".formatted(LONGEST_TEXT);

    private final SqliteFile file;
    private final DnaBook book;
    private final DnaEntities entities;
    private final List<String> header;
    private final PreparedStatement statements;
    private final ResultSet rows;
    private final PreparedStatement documentOf;
    private final List<PreparedStatement> valuesOf = new ArrayList<>();
    private final IdSet ids = new IdSet();
    private final Map<Long, Found> documents = new LinkedHashMap<>(DOCUMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Found> eldest) {
            return size() > DOCUMENTS;
        }
    };
    private Long last;

    /** @param document null where there is none to work with, which the reason says */
    private record Found(DnaDocument document, String reason) {
    }

    DnaReader(ImportFile given) throws IOException {
        file = SqliteFile.open(given);
        try {
            book = new DnaBook(file);
            entities = new DnaEntities(file, book);
            header = Stream.concat(DnaStatement.HEADER.stream(), book.variables.values().stream().map(DnaVariable::name).distinct()).toList();
            documentOf = file.prepared("select substr(Title, 1, 1200), case when length(Text) <= " + LONGEST_TEXT + " then Text end, " + (hasAuthors() ? "substr(Author, 1, 400)" : "''")
                    + ", substr(Source, 1, 400), substr(Section, 1, 400), substr(Type, 1, 400), case typeof(Date) when 'integer' then Date end, length(Text) from DOCUMENTS where ID = ?");
            for (var table : List.of("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT")) {
                valuesOf.add(file.prepared("select VariableId, substr(Value, 1, 6000), null from " + table + " where StatementId = ?"));
            }
            valuesOf.add(file.prepared(book.hasEntities ? "select d.VariableId, substr(e.Value, 1, 400), e.ID from DATASHORTTEXT d cross join ENTITIES e on e.ID = d.Entity where d.StatementId = ?"
                    : "select VariableId, substr(Value, 1, 400), null from DATASHORTTEXT where StatementId = ?"));
            statements = file.prepared("select ID, StatementTypeId, DocumentId, Start, Stop, Coder from STATEMENTS not indexed");
            rows = file.taken(statements::executeQuery);
        } catch (IOException | RuntimeException unread) {
            file.close();
            throw unread;
        }
    }

    /** The first beta versions of version 2 had none. */
    private boolean hasAuthors() throws UnreadableFileException {
        return file.answer("select count(*) from pragma_table_info('DOCUMENTS') where upper(name) = 'AUTHOR'", row -> row.next() && row.getInt(1) > 0);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Proposal next() throws IOException {
        var row = file.taken(() -> rows.next() ? row() : null);
        if (row == null) {
            return null;
        }
        if (last != null && row.id() <= last) {
            throw new UnreadableFileException(row.id(), "ID", Long.toString(row.id()), "It is damaged: its statements don't stand in the order of their ids");
        }
        last = row.id();
        var found = row.document() == null ? new Found(null, "It belongs to no document") : document(row.document());
        var statement = new DnaStatement(row, book, found.document(), found.reason(), values(row), header);
        return statement.proposal(ids);
    }

    private DnaStatement.Row row() throws SQLException {
        return new DnaStatement.Row(rows.getLong(1), rows.getLong(2), whole(3), whole(4), whole(5), rows.getLong(6));
    }

    private Long whole(int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : (Long) number;
    }

    private Found document(long id) throws UnreadableFileException {
        var known = documents.get(id);
        if (known != null) {
            return known;
        }
        var found = file.taken(() -> {
            documentOf.setLong(1, id);
            try (var document = documentOf.executeQuery()) {
                if (!document.next()) {
                    return new Found(null, "Its document %d is not in the file".formatted(id));
                }
                if (document.getLong(8) > LONGEST_TEXT) {
                    return new Found(null, TOO_LONG);
                }
                long moment = document.getLong(7);
                boolean hasNone = document.wasNull();
                return new Found(DnaDocument.of(document.getString(1), document.getString(2), document.getString(3), document.getString(4), document.getString(5), document.getString(6),
                        hasNone ? null : DnaDocument.day(moment, book.isInMilliseconds(moment))), null);
            }
        });
        documents.put(id, found);
        return found;
    }

    /** By variable, without what is empty. */
    private Map<DnaVariable, DnaValue> values(DnaStatement.Row row) throws UnreadableFileException {
        var values = new LinkedHashMap<DnaVariable, DnaValue>();
        book.variables.values().stream().filter(variable -> variable.type() == row.type()).forEach(variable -> values.put(variable, null));
        for (var query : valuesOf) {
            file.taken(() -> {
                query.setLong(1, row.id());
                try (var found = query.executeQuery()) {
                    int count = 0;
                    while (found.next()) {
                        if (++count > MOST_VALUES) {
                            throw new SQLException("The statement %d has more than %,d values".formatted(row.id(), MOST_VALUES));
                        }
                        var variable = book.variables.get(found.getLong(1));
                        var text = found.getString(2);
                        if (variable != null && text != null && !text.isBlank()) {
                            values.put(variable, new DnaValue(variable, variable.isLongText() ? DnaDocument.lines(text) : DnaDocument.line(text), entities.attributes(variable, text, found.getLong(3))));
                        }
                    }
                }
                return null;
            });
        }
        values.values().removeIf(Objects::isNull);
        return values;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
