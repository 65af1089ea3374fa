package org.demarche.exchange.archive;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVPrinter;
import org.demarche.history.KeptRevision;
import org.demarche.history.RecordKind;
import org.demarche.timeline.Column;
import org.demarche.timeline.TimelineCsv;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The present records of a kind as a table for spreadsheets: a column for each member of the record. Lists of words are joined as the
 * timeline CSV joins them, other parts are written as JSON. What nothing may be lost of is the JSON lines beside it.
 */
final class ArchiveTable {
    private static final Set<String> DATES = Set.of("date", "since", "until", "speaksUntil", "existedSince", "existedUntil", "published", "retrieved");
    private static final Set<Column> WHOLE_NUMBERS = Set.of(Column.QUAD, Column.ANCHOR_START, Column.ANCHOR_END, Column.CREDIBILITY);
    private static final Set<Column> NUMBERS = Set.of(Column.GOLDSTEIN, Column.LATITUDE, Column.LONGITUDE);

    private final RecordKind kind;
    private final List<Field> fields;

    /** @param type as a Table Schema names it */
    record Field(String name, String type, boolean isWords) {
    }

    /** @param type the record of the kind */
    ArchiveTable(RecordKind kind, Class<?> type) {
        this.kind = kind;
        fields = Stream.concat(Arrays.stream(type.getRecordComponents()).map(component -> new Field(name(component, type), type(component.getType(), component.getGenericType().getTypeName()),
                component.getType() == String.class && !DATES.contains(component.getName()))),
                Stream.of(new Field("recorded_at", "datetime", false), new Field("recorded_by", "string", true))).toList();
    }

    void header(CSVPrinter csv) throws IOException {
        csv.printRecord(fields.stream().map(Field::name));
    }

    void row(KeptRevision kept, ObjectMapper mapper, CSVPrinter csv) throws IOException {
        var record = mapper.readTree(kept.text());
        for (var field : fields) {
            csv.print(switch (field.name) {
                case "recorded_at" -> kept.at().toString();
                case "recorded_by" -> TimelineCsv.guarded(kept.by());
                default -> cell(field, record.path(field.name), mapper);
            });
        }
        csv.println();
    }

    /** As a resource of a data package. */
    Map<String, Object> described() {
        return resource(kind.path(), ArchiveFiles.table(kind), fields, "The present " + kind.label() + " records");
    }

    static Map<String, Object> timeline() {
        var fields = Arrays.stream(Column.values())
                .map(column -> new Field(column.word(), WHOLE_NUMBERS.contains(column) ? "integer" : NUMBERS.contains(column) ? "number" : column == Column.RECORDED_AT ? "datetime" : "string", false)).toList();
        return resource("timeline", ArchiveFiles.TIMELINE, fields, "The present statements and events as the timeline lists them");
    }

    private static Map<String, Object> resource(String name, String path, List<Field> fields, String title) {
        var described = new ArrayList<Map<String, Object>>();
        fields.forEach(field -> described.add(field.name.equals("id") ? Map.of("name", field.name, "type", field.type, "constraints", new java.util.TreeMap<>(Map.of("required", true, "unique", true)))
                : new java.util.TreeMap<>(Map.of("name", field.name, "type", field.type))));
        var resource = new java.util.LinkedHashMap<String, Object>();
        resource.put("name", name);
        resource.put("path", path);
        resource.put("title", title);
        resource.put("profile", "tabular-data-resource");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("schema", new java.util.TreeMap<>(Map.of("fields", described.stream().map(java.util.TreeMap::new).toList(), "missingValues", List.of(""), "primaryKey", "id")));
        return resource;
    }

    private static String cell(Field field, JsonNode value, ObjectMapper mapper) throws JsonProcessingException {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray() && !field.type.equals("array")) {
            var words = new ArrayList<String>();
            value.forEach(word -> words.add(word.asText().replace("\\", "\\\\").replace(";", "\\;")));
            return words.stream().collect(Collectors.joining("; "));
        }
        return value.isContainerNode() ? mapper.writeValueAsString(value) : field.isWords ? TimelineCsv.guarded(value.asText()) : value.asText();
    }

    private static String name(RecordComponent component, Class<?> type) {
        try {
            var given = type.getDeclaredField(component.getName()).getAnnotation(JsonProperty.class);
            return given == null || given.value().isEmpty() ? component.getName() : given.value();
        } catch (NoSuchFieldException everyComponentHasOne) {
            throw new IllegalStateException(everyComponentHasOne);
        }
    }

    private static String type(Class<?> type, String generic) {
        if (type == Integer.class) {
            return "integer";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        if (List.class.isAssignableFrom(type)) {
            return generic.endsWith("<java.lang.String>") ? "string" : "array";
        }
        return type.isRecord() ? "object" : "string";
    }
}
