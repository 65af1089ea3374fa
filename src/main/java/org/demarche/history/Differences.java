package org.demarche.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Tells two versions of a record apart, field by field. */
@ApplicationScoped
public class Differences {
    /** What says which record it is, not what it holds. */
    private static final Set<String> ASIDE = Set.of("id", "version", "reason");
    /** In a line that tells a part of a list: they follow from what else it says. */
    private static final Set<String> UNTOLD = Set.of("anchors", "affiliation");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    ObjectMapper mapper;
    @Inject
    Revisions revisions;

    /**
     * One field that differs.
     *
     * @param field a path as errors name it: {@code speakers[0].as}, by the later record where it is in both
     * @param before in words, null where there was nothing
     * @param after in words, null where there is nothing
     */
    public record Difference(String field, String before, String after) {
        /** The path in words: 'speaker 1, role'. */
        public String words() {
            return FieldWords.path(field);
        }
    }

    /**
     * In the order of the record's fields. Records that it refers to by id are called by their headings: one query.
     *
     * @param before null for a record that is new
     * @param after null for one that was retracted
     */
    public List<Difference> between(RootRecord before, RootRecord after) {
        var found = new ArrayList<Difference>();
        var earlier = mapper.valueToTree(before);
        var later = mapper.valueToTree(after);
        for (var name : names(earlier, later)) {
            if (!ASIDE.contains(name)) {
                compare(name, earlier.path(name), later.path(name), found);
            }
        }
        return withHeadings(found);
    }

    /** The names of the own fields in which two versions of a record, or of a part of one, differ. */
    Set<String> fields(Object before, Object after) {
        var earlier = mapper.valueToTree(before);
        var later = mapper.valueToTree(after);
        var names = names(earlier, later);
        names.removeIf(name -> ASIDE.contains(name) || earlier.path(name).equals(later.path(name)) || isNothing(earlier.path(name)) && isNothing(later.path(name)));
        return names;
    }

    /** What stands in each of these fields, a line for each part of a list. Records that are referred to by id are called by their headings: one query. */
    Map<String, List<String>> lines(Object record, Collection<String> fields) {
        var tree = mapper.valueToTree(record);
        var lines = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            var node = tree.path(field);
            var parts = new ArrayList<String>();
            if (node.isArray()) {
                node.forEach(part -> parts.add(part.isObject() ? told(field, part) : words(field, part)));
            } else if (node.isObject()) {
                parts.add(told(field, node));
            } else if (!isNothing(node)) {
                parts.add(words(field, node));
            }
            lines.put(field, parts);
        }
        var records = revisions.lastRecords(ids(lines.values().stream().flatMap(List::stream)));
        lines.replaceAll((field, parts) -> parts.stream().map(part -> withHeadings(part, records)).toList());
        return lines;
    }

    /** 'role: Spokesperson · on behalf of: china'; without what is not so, and without places in a text. */
    private static String told(String path, JsonNode part) {
        var told = new ArrayList<String>();
        part.properties().stream().filter(field -> !isNothing(field.getValue()) && !field.getValue().asText().equals("false") && !UNTOLD.contains(field.getKey()))
                .forEach(field -> told.add(FieldWords.path(field.getKey()) + ": " + words(path + "." + field.getKey(), field.getValue())));
        return String.join(" · ", told);
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.equals(after) || isNothing(before) && isNothing(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            names(before, after).forEach(name -> compare(path + "." + name, before.path(name), after.path(name), found));
        } else if (hasParts(before) || hasParts(after)) {
            compareParts(path, before, after, found);
        } else {
            found.add(new Difference(path, words(path, before), words(path, after)));
        }
    }

    /** Parts that are in both are passed over wherever they stand, so that one more in front does not change all that follow. */
    private static void compareParts(String path, JsonNode before, JsonNode after, List<Difference> found) {
        var gone = new ArrayList<JsonNode>();
        before.forEach(gone::add);
        var come = new ArrayList<Integer>();
        for (int index = 0; index < after.size(); index++) {
            if (!gone.remove(after.get(index))) {
                come.add(index);
            }
        }
        for (int index = 0; index < Math.max(gone.size(), come.size()); index++) {
            var earlier = index < gone.size() ? gone.get(index) : MissingNode.getInstance();
            int place = index < come.size() ? come.get(index) : after.size() + index - come.size();
            var later = index < come.size() ? after.get(place) : MissingNode.getInstance();
            compare(path + "[" + place + "]", earlier, later, found);
        }
    }

    /** Null where there is nothing; a part that is only on one side is told whole. */
    private static String words(String path, JsonNode node) {
        if (isNothing(node)) {
            return null;
        }
        if (!node.isContainerNode()) {
            return FieldWords.value(path, node.asText());
        }
        var values = new ArrayList<String>();
        if (node.isObject()) {
            node.properties().forEach(field -> values.add(words(path + "." + field.getKey(), field.getValue())));
        } else {
            node.forEach(value -> values.add(words(path, value)));
        }
        values.removeIf(Objects::isNull);
        return values.isEmpty() ? null : String.join(hasParts(node) ? "; " : ", ", values);
    }

    private List<Difference> withHeadings(List<Difference> found) {
        var records = revisions.lastRecords(ids(found.stream().flatMap(difference -> Stream.concat(Stream.ofNullable(difference.before), Stream.ofNullable(difference.after)))));
        return found.stream().map(difference -> new Difference(difference.field, withHeadings(difference.before, records), withHeadings(difference.after, records))).toList();
    }

    private static LinkedHashSet<UUID> ids(Stream<String> values) {
        var ids = new LinkedHashSet<UUID>();
        values.forEach(value -> UUIDS.matcher(value).results().forEach(id -> ids.add(UUID.fromString(id.group()))));
        return ids;
    }

    private static String withHeadings(String value, Map<UUID, RootRecord> records) {
        return value == null ? null : UUIDS.matcher(value).replaceAll(id -> {
            var record = records.get(UUID.fromString(id.group()));
            return Matcher.quoteReplacement(record == null ? id.group() : "‘" + record.heading() + "’");
        });
    }

    private static LinkedHashSet<String> names(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    private static boolean hasParts(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isContainerNode();
    }
}
