package org.demarche.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.demarche.text.Texts;
import org.demarche.text.WordDifferences;
import org.demarche.text.WordDifferences.Change;
import org.demarche.text.WordDifferences.Part;
import org.demarche.web.FormFields;

/** Brings together what two people made of the same version of a record. Nothing of either is dropped unless somebody chose so. */
@ApplicationScoped
public class Merging {
    /** In what is no longer than this, a reader sees without marks what differs. */
    private static final int SEEN_AT_ONCE = 40;

    @Inject
    ObjectMapper mapper;
    @Inject
    Differences differences;

    /** @param present theirs, which may be a retraction */
    public Meanwhile between(RootRecord opened, RevisionView present, RootRecord yours, FormFields fields) {
        if (present.isRetraction()) {
            return new Meanwhile(present.by(), present.version(), List.of(), Objects.requireNonNullElse(present.reason(), "no reason given"));
        }
        return between(opened, present.record(), yours, present, fields);
    }

    /**
     * What they changed, beside what this form makes of it; without the fields in which both came to the same.
     *
     * @param opened the version from which both began: a record, or a part of one
     * @param saved the revision that holds theirs
     * @param fields the form, with the choices made so far
     */
    public Meanwhile between(Object opened, Object theirs, Object yours, RevisionView saved, FormFields fields) {
        var changed = differences.fields(opened, theirs);
        changed.retainAll(differences.fields(theirs, yours));
        var ours = differences.fields(opened, yours);
        ObjectNode together = mapper.createObjectNode();
        changed.stream().filter(ours::contains).forEach(field -> together(field, opened, theirs, yours).ifPresent(both -> together.set(field, both)));
        var before = differences.lines(opened, changed);
        var saidByThem = differences.lines(theirs, changed);
        var saidByYou = differences.lines(yours, changed);
        var saidByBoth = differences.lines(together, changed);
        return new Meanwhile(saved.by(), saved.version(), changed.stream().map(field -> {
            var follows = !ours.contains(field) ? Meanwhile.THEIRS : together.has(field) ? Meanwhile.BOTH : null;
            var chosen = Optional.ofNullable(fields.value(Meanwhile.Field.choice(field))).filter(List.of(Meanwhile.THEIRS, Meanwhile.YOURS, Meanwhile.BOTH)::contains)
                    .filter(choice -> !choice.equals(Meanwhile.BOTH) || together.has(field)).orElse(follows);
            return new Meanwhile.Field(field, FieldWords.path(field), before.get(field), marked(before.get(field), saidByThem.get(field)), marked(before.get(field), saidByYou.get(field)),
                    marked(before.get(field), saidByBoth.get(field)), chosen);
        }).toList(), null);
    }

    /** This form's record with their value in each field that the choices leave to them, as the next version after theirs. */
    @SuppressWarnings("unchecked")
    public <R extends RootRecord> R merged(R opened, R yours, RevisionView present, Meanwhile meanwhile) {
        return (R) (present.isRetraction() ? yours : (R) merged((Object) opened, present.record(), yours, meanwhile)).identified(yours.id(), present.version());
    }

    /** The same for a part of a record. */
    @SuppressWarnings("unchecked")
    public <P> P merged(P opened, P theirs, P yours, Meanwhile meanwhile) {
        ObjectNode merged = mapper.valueToTree(yours);
        ObjectNode saved = mapper.valueToTree(theirs);
        for (var field : meanwhile.fields()) {
            if (field.isTheirs()) {
                merged.set(field.name(), saved.get(field.name()));
            } else if (field.isBoth()) {
                together(field.name(), opened, theirs, yours).ifPresent(both -> merged.set(field.name(), both));
            }
        }
        try {
            return (P) mapper.treeToValue(merged, yours.getClass());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Two versions can't be brought together", broken);
        }
    }

    /** A list with what either put in and took out; empty where it is no list, or both changed the same part of it. */
    private Optional<JsonNode> together(String field, Object opened, Object theirs, Object yours) {
        var before = mapper.valueToTree(opened).path(field);
        var them = mapper.valueToTree(theirs).path(field);
        var you = mapper.valueToTree(yours).path(field);
        if (!before.isArray() || !them.isArray() || !you.isArray()) {
            return Optional.empty();
        }
        var goneWithThem = without(parts(before), parts(them));
        if (!Collections.disjoint(goneWithThem, without(parts(before), parts(you)))) {
            return Optional.empty();
        }
        var both = parts(you);
        for (int place = 0; place < them.size(); place++) {
            var part = them.get(place);
            var stood = before.path(place);
            if (parts(before).contains(part) || both.contains(part)) {
                continue;
            }
            if (goneWithThem.remove(stood)) {
                both.set(both.indexOf(stood), part);
            } else {
                both.add(part);
            }
        }
        both.removeAll(goneWithThem);
        return Optional.of(mapper.createArrayNode().addAll(both));
    }

    private static List<JsonNode> parts(JsonNode list) {
        var parts = new ArrayList<JsonNode>();
        list.forEach(parts::add);
        return parts;
    }

    private static List<JsonNode> without(List<JsonNode> parts, Collection<JsonNode> others) {
        parts.removeAll(others);
        return parts;
    }

    /** Each line compared with the one that it takes the place of; lines that went follow. */
    private static List<List<Part>> marked(List<String> before, List<String> after) {
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        var lines = new ArrayList<List<Part>>();
        for (var line : after) {
            if (before.contains(line)) {
                lines.add(List.of(new Part(Change.KEPT, line)));
            } else if (gone.isEmpty()) {
                lines.add(List.of(new Part(before.isEmpty() ? Change.KEPT : Change.ADDED, line)));
            } else {
                lines.add(compared(gone.remove(0), line));
            }
        }
        if (!after.isEmpty()) {
            gone.forEach(line -> lines.add(List.of(new Part(Change.LEFT_OUT, line))));
        }
        return lines;
    }

    private static List<Part> compared(String before, String after) {
        var compared = Texts.length(before) > SEEN_AT_ONCE || Texts.length(after) > SEEN_AT_ONCE ? WordDifferences.between(before, after) : List.<Part>of();
        return compared.isEmpty() ? List.of(new Part(Change.KEPT, after)) : compared;
    }
}
