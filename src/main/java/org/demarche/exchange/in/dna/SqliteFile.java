package org.demarche.exchange.in.dna;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;

import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/**
 * An SQLite file that a stranger made, read and nothing else. Nothing in it is run: no view, trigger, virtual table or extension. A value has at most
 * {@link #LARGEST} bytes, a step takes at most {@link #PATIENCE} seconds. Whatever is wrong with it is an {@link UnreadableFileException}.
 */
final class SqliteFile implements Closeable {
    static final int LARGEST = 16 << 20;
    private static final long PATIENCE = 20;
    private static final int STEPS_BETWEEN_LOOKS = 100_000;

    private final Connection connection;
    private volatile long end;

    /** Work with SQLite that may fail. */
    interface Step<T> {
        T take() throws SQLException;
    }

    /** Reads what a question found. */
    interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    static SqliteFile open(ImportFile file) throws IOException {
        SqliteHeader.check(file);
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setSharedCache(false);
        try {
            var opened = new SqliteFile(config.createConnection("jdbc:sqlite:" + "file:" + file.path().toUri().getRawPath() + "?mode=ro&immutable=1"));
            try {
                opened.restrain();
                return opened;
            } catch (SQLException damaged) {
                opened.close();
                throw damaged;
            }
        } catch (SQLException damaged) {
            throw unreadable(damaged);
        }
    }

    private void restrain() throws SQLException {
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        var sqlite = connection.unwrap(SQLiteConnection.class);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1);
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - end > 0 ? 1 : 0;
            }
        });
        try (var statement = connection.createStatement()) {
            for (var setting : new String[] {"query_only=on", "trusted_schema=off", "cell_size_check=on", "mmap_size=0", "cache_size=-4000"}) {
                statement.execute("pragma " + setting);
            }
        }
    }

    /**
     * The names of its tables, in capitals.
     *
     * @param needed those that must be tables of their own, with nothing but what was put into them, if they are there at all
     */
    Set<String> tables(Collection<String> needed) throws UnreadableFileException {
        var tables = answer("select upper(substr(name, 1, 100)), type, rootpage from sqlite_schema where type in ('table', 'view')", rows -> {
            var found = new HashSet<String>();
            while (rows.next()) {
                boolean isTable = "table".equals(rows.getString(2)) && rows.getLong(3) > 0;
                if (!isTable && needed.contains(rows.getString(1))) {
                    throw new SQLException(rows.getString(1) + " is no table of its own, but made up of something else");
                }
                if (isTable) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
        for (var table : needed) {
            if (tables.contains(table) && answer("select 1 from pragma_table_xinfo('" + table + "') where hidden <> 0", ResultSet::next)) {
                throw new UnreadableFileException("A column of " + table + " is computed, not kept");
            }
        }
        return tables;
    }

    /** Asks once. */
    <T> T answer(String question, Reading<T> reading) throws UnreadableFileException {
        return taken(() -> {
            try (var query = connection.prepareStatement(question); var rows = query.executeQuery()) {
                return reading.of(rows);
            }
        });
    }

    /** For asking again and again. */
    PreparedStatement prepared(String query) throws UnreadableFileException {
        return taken(() -> connection.prepareStatement(query));
    }

    /** Takes a step within the time that one may take. */
    <T> T taken(Step<T> step) throws UnreadableFileException {
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        try {
            return step.take();
        } catch (SQLException damaged) {
            throw unreadable(damaged);
        }
    }

    private static UnreadableFileException unreadable(SQLException damaged) {
        if (!(damaged instanceof SQLiteException sqlite)) {
            return new UnreadableFileException("It can't be read: " + damaged.getMessage());
        }
        return new UnreadableFileException(switch (sqlite.getResultCode()) {
            case SQLITE_NOTADB -> "It is no SQLite file: it is encrypted or damaged";
            case SQLITE_TOOBIG -> "A value in it has more than %d MB".formatted(LARGEST >> 20);
            case SQLITE_INTERRUPT -> "It takes too long to read: it is damaged, or was not made by the program that it seems to be of";
            case SQLITE_NOMEM -> "It takes too much memory to read";
            default -> sqlite.getResultCode().name().toUpperCase(Locale.ROOT).startsWith("SQLITE_CORRUPT") ? "It is damaged: SQLite can't read all of it"
                    : "It can't be read: " + sqlite.getMessage().replaceFirst("(?s)^\\[\\w+\\].*?\\((.*)\\)$", "$1");
        });
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException unclosed) {
            throw new IOException(unclosed);
        }
    }
}
