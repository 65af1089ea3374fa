package org.demarche.history;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.demarche.web.FormFields;

/** Brings together what two people made of the same version of a record. Nothing of either is dropped unless somebody chose so. */
@ApplicationScoped
public class Merging {
    @Inject
    ObjectMapper mapper;
    @Inject
    Differences differences;

    /**
     * What they changed, beside what this form makes of it; without the fields in which both came to the same.
     *
     * @param opened the version from which both began
     * @param present theirs, no retraction
     * @param fields the form, with the choices made so far
     */
    public Meanwhile between(RootRecord opened, RevisionView present, RootRecord yours, FormFields fields) {
        var changed = differences.fields(opened, present.record());
        changed.retainAll(differences.fields(present.record(), yours));
        var ours = differences.fields(opened, yours);
        var theirs = differences.whole(opened, present.record(), changed).iterator();
        return new Meanwhile(present.by(), present.version(), differences.whole(opened, yours, changed).stream().map(mine -> {
            var chosen = Objects.requireNonNullElse(fields.value(Meanwhile.Field.choice(mine.field())), ours.contains(mine.field()) ? "" : Meanwhile.THEIRS);
            boolean known = chosen.equals(Meanwhile.THEIRS) || chosen.equals(Meanwhile.YOURS);
            return new Meanwhile.Field(mine.field(), mine.words(), mine.before(), theirs.next().after(), mine.after(), known ? chosen : null);
        }).toList());
    }

    /** This form's record with their value in each field that the choices leave to them, as the next version after theirs. */
    @SuppressWarnings("unchecked")
    public <R extends RootRecord> R merged(R yours, RevisionView present, Meanwhile meanwhile) {
        ObjectNode merged = mapper.valueToTree(yours);
        ObjectNode theirs = mapper.valueToTree(present.record());
        meanwhile.fields().stream().filter(Meanwhile.Field::isTheirs).forEach(field -> merged.set(field.name(), theirs.get(field.name())));
        try {
            return (R) ((R) mapper.treeToValue(merged, yours.getClass())).identified(yours.id(), present.version());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Two versions of a " + present.kind().word() + " can't be brought together", broken);
        }
    }
}
