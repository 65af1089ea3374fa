package org.demarche.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.coding.Plover;
import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.item.ActorRef;
import org.demarche.web.DateEcho;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Option;

/** The form that adds an actor or changes what is known of one: what it is, what it is called in which language, by which codes it is known. */
@Path("/actors")
public class ActorFormPages extends RecordFormPages<ActorRecord> {
    private static final String NAMES = "names";
    private static final String EXTERNAL_IDS = "externalIds";
    /** The actors of nearly the same name that were pointed out already, by slug. */
    private static final String SEEN_NEAR = "near";
    private static final int MOST_NEAR = 5;

    @Inject
    Actors actors;

    @CheckedTemplate(basePath = "actor")
    static class Templates {
        static native TemplateInstance form(RecordForm<ActorRecord> form, Near near, Choices choices);
    }

    /** @param actors what is called nearly so, and is shown before another is made */
    record Near(List<ActorRef> actors) {
    }

    record Choices(List<Option> types, List<Option> nameKinds, List<String> sectors) {
        static final Choices ALL = new Choices(Option.all(ActorType.class, ActorType::label), Option.all(NameKind.class, NameKind::label), Plover.sectors());
    }

    ActorFormPages() {
        super(RecordKind.ACTOR);
    }

    @Override
    protected FormFields filled(ActorRecord record) {
        var fields = new FormFields(Map.of()).put("type", record.type()).put("name", record.name()).put("short", record.shortName()).put("iso", record.iso())
                .put("cameo", record.cameo()).put("sector", record.sector()).put("existedSince", record.existedSince()).put("existedUntil", record.existedUntil())
                .put("slug", record.slug());
        for (int row = 0; row < record.names().size(); row++) {
            var name = record.names().get(row);
            fields.put(NAMES + "[" + row + "].text", name.text()).put(NAMES + "[" + row + "].language", name.language()).put(NAMES + "[" + row + "].kind", name.kind());
        }
        for (int row = 0; row < record.externalIds().size(); row++) {
            var id = record.externalIds().get(row);
            fields.put(EXTERNAL_IDS + "[" + row + "].scheme", id.scheme()).put(EXTERNAL_IDS + "[" + row + "].id", id.id());
        }
        return fields;
    }

    @Override
    protected ActorRecord read(FormFields fields, ActorRecord base, Change change, FormErrors errors) {
        var names = rows(fields, NAMES, "text", "language").map(row -> new ActorRecord.Name(fields.value(row + "text"), fields.value(row + "language"), fields.value(row + "kind"))).toList();
        var ids = rows(fields, EXTERNAL_IDS, "scheme", "id").map(row -> new ActorRecord.ExternalId(fields.value(row + "scheme"), fields.value(row + "id"))).toList();
        return new ActorRecord(base == null ? null : base.id(), fields.value("slug"), base == null ? null : base.version(), fields.value("type"), fields.value("name"),
                fields.value("short"), names, fields.value("iso"), fields.value("cameo"), fields.value("sector"), DateEcho.edtf(fields, "existedSince", errors),
                DateEcho.edtf(fields, "existedUntil", errors), ids, fields.value("reason"));
    }

    @Override
    protected Saved<ActorRecord> save(ActorRecord record, ActorRecord base, FormFields fields, Change change, FormErrors errors) {
        var near = base == null ? near(record) : List.<ActorRef>of();
        boolean shown = fields.all(SEEN_NEAR).containsAll(near.stream().map(ActorRef::slug).toList());
        return shown ? super.save(record, base, fields, change, errors) : new Saved<>(null, new Near(near));
    }

    @Override
    protected TemplateInstance page(RecordForm<ActorRecord> form) {
        return Templates.form(form, form.question() instanceof Near near ? near : null, Choices.ALL);
    }

    /** What stands for it at times, or describes it, may well be another's name. */
    private List<ActorRef> near(ActorRecord record) {
        var names = new ArrayList<String>();
        Stream.of(record.name(), record.shortName()).filter(java.util.Objects::nonNull).forEach(names::add);
        record.names().stream().filter(name -> !name.kind().equals(NameKind.METONYM.name()) && !name.kind().equals(NameKind.DESCRIPTION.name())).forEach(name -> names.add(name.text()));
        return actors.near(names, MOST_NEAR);
    }

    private static Stream<String> rows(FormFields fields, String list, String... deciding) {
        return IntStream.range(0, fields.numberRows(list, deciding)).mapToObj(row -> list + "[" + row + "].");
    }
}
