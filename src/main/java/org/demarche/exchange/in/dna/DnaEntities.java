package org.demarche.exchange.in.dna;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.demarche.exchange.in.UnreadableFileException;

/** What a project tells of persons, organisations and concepts beside their names: DNA calls that attributes. */
final class DnaEntities {
    private static final int REMEMBERED = 2_000;
    private static final int MOST_ATTRIBUTES = 50;

    private final boolean hasEntities;
    private final PreparedStatement attributes;
    private final Map<String, Map<String, String>> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    DnaEntities(SqliteFile file, DnaBook book) throws UnreadableFileException {
        hasEntities = book.hasEntities;
        if (hasEntities && book.tables.contains("ATTRIBUTEVALUES") && book.tables.contains("ATTRIBUTEVARIABLES")) {
            attributes = file.prepared("select substr(v.AttributeVariable, 1, 400), substr(a.AttributeValue, 1, 400) from ATTRIBUTEVALUES a cross join ATTRIBUTEVARIABLES v on v.ID = a.AttributeVariableId "
                    + "where a.EntityId = ? order by v.ID limit " + MOST_ATTRIBUTES);
        } else {
            attributes = !hasEntities && book.tables.contains("ATTRIBUTES") ? file.prepared("select substr(Type, 1, 400), substr(Alias, 1, 400), substr(Notes, 1, 400) from ATTRIBUTES "
                    + "where VariableId = ? and Value = ? limit 1") : null;
        }
    }

    /**
     * By name, without empty ones.
     *
     * @param text the entity's name, by which version 2 finds it
     * @param id by which version 3 does
     */
    Map<String, String> attributes(DnaVariable variable, String text, long id) throws SQLException {
        if (attributes == null || !variable.isText() || variable.isLongText()) {
            return Map.of();
        }
        var key = hasEntities ? Long.toString(id) : variable.id() + " " + text;
        var remembered = known.get(key);
        if (remembered == null) {
            remembered = hasEntities ? ofEntity(id) : ofValue(variable, text);
            known.put(key, remembered);
        }
        return remembered;
    }

    private Map<String, String> ofEntity(long id) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        attributes.setLong(1, id);
        try (var rows = attributes.executeQuery()) {
            while (rows.next()) {
                put(found, rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    private Map<String, String> ofValue(DnaVariable variable, String text) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        attributes.setLong(1, variable.id());
        attributes.setString(2, text);
        try (var rows = attributes.executeQuery()) {
            if (rows.next()) {
                put(found, "Type", rows.getString(1));
                put(found, "Alias", rows.getString(2));
                put(found, "Notes", rows.getString(3));
            }
        }
        return found;
    }

    private static void put(Map<String, String> found, String name, String value) {
        if (!DnaDocument.line(name).isEmpty() && !DnaDocument.line(value).isEmpty()) {
            found.put(DnaDocument.line(name), DnaDocument.line(value));
        }
    }
}
