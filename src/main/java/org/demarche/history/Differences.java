package org.demarche.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tells two versions of a record apart, field by field. */
@ApplicationScoped
public class Differences {
    /** What says which record it is, not what it holds. */
    private static final Set<String> ASIDE = Set.of("id", "version", "reason");

    @Inject
    ObjectMapper mapper;

    /**
     * One field that differs.
     *
     * @param field a path as errors name it: {@code speakers[0].as}
     * @param before null where there was nothing
     * @param after null where there is nothing
     */
    public record Difference(String field, String before, String after) {
        /** The path in words: 'speakers 1, as'. */
        public String words() {
            return FieldWords.of(field);
        }
    }

    /**
     * In the order of the later record's fields.
     *
     * @param before null for a record that is new
     * @param after null for one that was retracted
     */
    public List<Difference> between(RootRecord before, RootRecord after) {
        var earlier = fields(before);
        var later = fields(after);
        var names = new LinkedHashSet<>(later.keySet());
        names.addAll(earlier.keySet());
        var differences = new ArrayList<Difference>();
        for (var name : names) {
            if (!Objects.equals(earlier.get(name), later.get(name))) {
                differences.add(new Difference(name, earlier.get(name), later.get(name)));
            }
        }
        return differences;
    }

    private Map<String, String> fields(RootRecord record) {
        var fields = new LinkedHashMap<String, String>();
        if (record != null) {
            JsonNode root = mapper.valueToTree(record);
            root.properties().stream().filter(field -> !ASIDE.contains(field.getKey())).forEach(field -> read(field.getKey(), field.getValue(), fields));
        }
        return fields;
    }

    private static void read(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(field -> read(path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray() && hasParts(node)) {
            for (int index = 0; index < node.size(); index++) {
                read(path + "[" + index + "]", node.get(index), fields);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            var values = new ArrayList<String>();
            node.forEach(value -> values.add(value.asText()));
            fields.put(path, String.join(", ", values));
        } else if (!node.isNull() && !node.isArray()) {
            fields.put(path, node.asText());
        }
    }

    private static boolean hasParts(JsonNode array) {
        return !array.isEmpty() && array.get(0).isContainerNode();
    }
}
