package org.demarche.exchange.in.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several values in one cell of the timeline CSV: joined with {@code ; }, a semicolon or backslash inside one written with a backslash in front. */
final class CellLists {
    private CellLists() {
    }

    /** Empty for a blank cell. A value may be empty where there are several. */
    static List<String> split(String cell) {
        if (cell.isBlank()) {
            return List.of();
        }
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int place = 0; place < cell.length(); place++) {
            char letter = cell.charAt(place);
            if (letter == '\\' && place + 1 < cell.length()) {
                value.append(cell.charAt(++place));
            } else if (letter == ';') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString().strip());
        return values;
    }

    static String join(List<String> values) {
        return values.stream().map(CellLists::escaped).collect(Collectors.joining("; "));
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;");
    }
}
