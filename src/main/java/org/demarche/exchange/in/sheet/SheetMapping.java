package org.demarche.exchange.in.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.demarche.exchange.in.ImportMapping;
import org.demarche.exchange.in.table.Dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How the columns of any table become those of the timeline CSV.
 *
 * @param dialect how a text file is read; null for a workbook
 * @param sheet of a workbook; null for a text file
 * @param decimal the sign in numbers: {@code .} or {@code ,}
 * @param columns one for each column of the file
 * @param constants what every row says where no column does, by the word of a target
 */
record SheetMapping(Dialect dialect, String sheet, String decimal, List<Entry> columns, Map<String, String> constants) implements ImportMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One column.
     *
     * @param name as the file has it
     * @param target the word of a {@link SheetTarget}; null where the column is passed over
     * @param dates how its dates are written; null where it holds none
     * @param between what stands between several values of a cell; null where a cell holds one
     */
    record Entry(String name, String target, DateForm dates, String between) {
        Entry to(String target) {
            return new Entry(name, target, dates, between);
        }
    }

    SheetMapping {
        columns = List.copyOf(columns);
        constants = constants == null ? Map.of() : new LinkedHashMap<>(constants);
    }

    static SheetMapping read(String json) {
        try {
            return JSON.readValue(json, SheetMapping.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A kept mapping can't be read", broken);
        }
    }

    @Override
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A mapping can't be written", broken);
        }
    }

    SheetMapping with(List<Entry> columns, Map<String, String> constants) {
        return new SheetMapping(dialect, sheet, decimal, columns, constants);
    }

    /** What the file itself tells is how it and its dates are written; the targets and constants are those of the last one. */
    @Override
    public SheetMapping asLast(String json) {
        var last = read(json);
        var merged = new ArrayList<Entry>();
        for (int place = 0; place < columns.size(); place++) {
            var own = columns.get(place);
            var before = last.columns.get(place);
            merged.add(new Entry(own.name(), before.target(), own.dates() == DateForm.UNDECIDED && before.dates() != null ? before.dates() : own.dates() == null ? before.dates() : own.dates(),
                    before.between()));
        }
        return with(merged, last.constants);
    }

    @Override
    public String names() {
        return String.join("\0", columns.stream().map(Entry::name).toList());
    }

    List<Entry> of(SheetTarget target) {
        var entries = new ArrayList<Entry>();
        columns.stream().filter(entry -> target.word().equals(entry.target())).forEach(entries::add);
        return entries;
    }
}
