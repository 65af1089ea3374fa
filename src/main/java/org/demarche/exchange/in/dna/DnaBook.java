package org.demarche.exchange.in.dna;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.demarche.exchange.in.UnreadableFileException;

/** What a project of the Discourse Network Analyzer says of all of its statements: its version, types, variables and coders. */
final class DnaBook {
    static final Set<String> TELLING = Set.of("DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN");
    static final Set<String> READ = Set.of("DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN", "SETTINGS", "CODERS",
            "ENTITIES", "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES", "ATTRIBUTES");
    private static final int MOST_VARIABLES = 400;
    private static final int MOST_OTHERS = 10_000;
    // As milliseconds this is April 1970, as seconds the year 2286: no project has only documents from before the one, nor any from after the other.
    private static final long SECONDS_END = 10_000_000_000L;

    final Set<String> tables;
    /** Version 3 keeps entities apart from the statements that have them. */
    final boolean hasEntities;
    /** Whether dates are in milliseconds, as in version 2, and not in seconds. */
    private final boolean inMilliseconds;
    final Map<Long, String> types;
    final Map<Long, String> coders;
    final Map<Long, DnaVariable> variables = new LinkedHashMap<>();
    private final Map<Long, Map<DnaPart, DnaVariable>> parts = new HashMap<>();
    private final Map<Long, Range> ranges;

    /** The least and the most that an integer variable has anywhere. */
    private record Range(long least, long most) {
    }

    DnaBook(SqliteFile file) throws UnreadableFileException {
        tables = file.tables(READ);
        var missing = TELLING.stream().filter(table -> !tables.contains(table)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFileException("It is a SQLite file, but no project of the Discourse Network Analyzer: it has no table " + String.join(", ", missing));
        }
        hasEntities = tables.contains("ENTITIES");
        inMilliseconds = inMilliseconds(file);
        types = named(file, "select ID, substr(Label, 1, 400) from STATEMENTTYPES");
        coders = tables.contains("CODERS") ? named(file, "select ID, substr(Name, 1, 400) from CODERS") : Map.of();
        readVariables(file);
        ranges = file.answer("select VariableId, min(Value), max(Value) from DATAINTEGER where typeof(Value) = 'integer' group by VariableId", rows -> {
            var found = new HashMap<Long, Range>();
            while (rows.next() && found.size() < MOST_OTHERS) {
                found.put(rows.getLong(1), new Range(rows.getLong(2), rows.getLong(3)));
            }
            return found;
        });
    }

    /** The variable that plays this part in a type of statements; null where none does. */
    DnaVariable of(long type, DnaPart part) {
        return parts.getOrDefault(type, Map.of()).get(part);
    }

    /** Whether zero divides the sides of an integer variable. Of one from 1 to 5, nobody but the coders knows where its middle is. */
    boolean isSigned(DnaVariable variable) {
        return ranges.containsKey(variable.id()) && ranges.get(variable.id()).least < 0;
    }

    /** Whether an integer variable is nothing but 0 and 1: what DNA makes of yes and no. */
    boolean isBinary(DnaVariable variable) {
        return ranges.containsKey(variable.id()) && ranges.get(variable.id()).least >= 0 && ranges.get(variable.id()).most <= 1;
    }

    /** A single date of the other kind is told from its size. */
    boolean isInMilliseconds(long moment) {
        return inMilliseconds || isBeyond(moment);
    }

    private boolean inMilliseconds(SqliteFile file) throws UnreadableFileException {
        var version = tables.contains("SETTINGS") ? version(file) : "";
        boolean isOfTwo = version.isEmpty() ? !hasEntities : version.startsWith("1") || version.startsWith("2");
        return isOfTwo && file.answer("select coalesce(max(Date), 0), coalesce(min(Date), 0) from DOCUMENTS where typeof(Date) = 'integer'", row -> {
            row.next();
            return isBeyond(row.getLong(1)) || isBeyond(row.getLong(2));
        });
    }

    private static boolean isBeyond(long moment) {
        return Math.abs((double) moment) > SECONDS_END;
    }

    private static String version(SqliteFile file) throws UnreadableFileException {
        var version = file.answer("select substr(Value, 1, 40) from SETTINGS where Property = 'version'", row -> row.next() ? row.getString(1) : null);
        return version == null ? "" : version.strip();
    }

    private static Map<Long, String> named(SqliteFile file, String question) throws UnreadableFileException {
        return file.answer(question, rows -> {
            var named = new HashMap<Long, String>();
            while (rows.next() && named.size() < MOST_OTHERS) {
                named.put(rows.getLong(1), DnaDocument.line(rows.getString(2)));
            }
            return named;
        });
    }

    private void readVariables(SqliteFile file) throws UnreadableFileException {
        file.answer("select ID, substr(Variable, 1, 400), lower(substr(DataType, 1, 20)), StatementTypeId from VARIABLES order by ID limit " + (MOST_VARIABLES + 1), rows -> {
            while (rows.next()) {
                var name = DnaDocument.line(rows.getString(2));
                var kind = rows.getString(3);
                variables.put(rows.getLong(1), new DnaVariable(rows.getLong(1), name.isEmpty() ? "variable " + rows.getLong(1) : name, kind == null ? "" : kind, rows.getLong(4)));
            }
            return variables;
        });
        if (variables.size() > MOST_VARIABLES) {
            throw new UnreadableFileException("It has more than %d variables".formatted(MOST_VARIABLES));
        }
        for (var type : types.keySet()) {
            parts.put(type, parts(variables.values().stream().filter(variable -> variable.type() == type).toList()));
        }
    }

    private static Map<DnaPart, DnaVariable> parts(List<DnaVariable> variables) {
        var parts = new EnumMap<DnaPart, DnaVariable>(DnaPart.class);
        var left = new ArrayList<>(variables);
        for (var part : DnaPart.values()) {
            part.names().stream().flatMap(name -> left.stream().filter(variable -> part.mayBe(variable) && variable.isCalled(name))).findFirst().ifPresent(variable -> {
                parts.put(part, variable);
                left.remove(variable);
            });
        }
        return parts;
    }
}
