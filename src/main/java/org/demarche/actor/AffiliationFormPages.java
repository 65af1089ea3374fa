package org.demarche.actor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.source.Documents;
import org.demarche.source.FormCitations;
import org.demarche.source.FormSources;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.web.DateEcho;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Option;

/** The form that ties one actor to another from a day to a day, or corrects that, together with the statements that were spoken by it. */
@Path("/affiliations")
public class AffiliationFormPages extends RecordFormPages<AffiliationRecord> {
    private static final String MEMBER = "member[0].";
    private static final String WHOLE = "in[0].";
    private static final String OPEN = "..";
    private static final int ACTORS_OFFERED = 300;

    @Inject
    Actors actors;
    @Inject
    FormActors formActors;
    @Inject
    FormCitations formCitations;
    @Inject
    FormSources formSources;
    @Inject
    Respeaking respeaking;

    @CheckedTemplate(basePath = "actor")
    static class Templates {
        static native TemplateInstance affiliation(RecordForm<AffiliationRecord> form, Offers offers, Respeaking.Asked asked, String dates);
    }

    /** @param kinds and the like are the choices that there are */
    record Offers(List<Option> kinds, List<Option> levels, List<Option> bases, List<FormActors.Offered> actors, List<String> documents) {
        private static final List<Option> KINDS = Option.all(AffiliationKind.class, AffiliationKind::label);
        private static final List<Option> LEVELS = Option.all(Level.class, Level::label);
        private static final List<Option> BASES = Option.all(DateBasis.class, DateWords::basis);
    }

    AffiliationFormPages() {
        super(RecordKind.AFFILIATION);
    }

    /** With the member or the whole that the page knows which opens it. */
    @Override
    protected FormFields opened(FormFields parameters) {
        var fields = new FormFields(Map.of());
        var known = actors.named(Stream.of(parameters.value("member"), parameters.value("in")).filter(Objects::nonNull).toList());
        var member = known.get(parameters.value("member"));
        var whole = known.get(parameters.value("in"));
        fields.put(MEMBER + "actor", member == null ? null : formActors.name(member)).put(WHOLE + "actor", whole == null ? null : formActors.name(whole));
        if (member != null && member.type().equals(ActorType.PERSON.name())) {
            fields.put("kind", AffiliationKind.OCCUPANCY);
        }
        return fields;
    }

    @Override
    protected FormFields filled(AffiliationRecord record) {
        var names = formActors.names(List.of(record.member(), record.whole()));
        var fields = new FormFields(Map.of()).put(MEMBER + "actor", names.get(record.member())).put(WHOLE + "actor", names.get(record.whole())).put("kind", record.kind())
                .put("role", record.role()).put("level", record.level()).put("speaks", record.speaks()).put("speaksUntil", record.speaksUntil())
                .put("contested", record.contested()).put("basis", record.basis()).put("note", record.note());
        fill("since", record.since(), fields);
        fill("until", record.until(), fields);
        formCitations.fill(record.citations(), fields);
        return fields;
    }

    @Override
    protected AffiliationRecord read(FormFields fields, AffiliationRecord base, Change change, FormErrors errors) {
        var cited = formCitations.read(fields, base == null ? List.of() : base.citations(), change, errors);
        var member = slug(MEMBER, fields, cited.first(), change, errors);
        var whole = slug(WHOLE, fields, cited.first(), change, errors);
        return new AffiliationRecord(base == null ? null : base.id(), base == null ? null : base.version(), member, whole, fields.value("kind"), fields.value("role"),
                fields.value("level"), end("since", fields, errors), end("until", fields, errors), fields.isBlank("speaks") ? null : fields.text("speaks").equals("true"),
                DateEcho.edtf(fields, "speaksUntil", errors), fields.has("contested"), fields.value("basis"), cited.citations(), fields.value("note"), fields.value("reason"));
    }

    /** What was spoken by the tie is asked before anything is kept, and changed with it. */
    @Override
    protected Saved<AffiliationRecord> save(AffiliationRecord record, AffiliationRecord base, FormFields fields, Change change, FormErrors errors) {
        var before = respeaking.tie(record.id());
        var kept = change.keep(record);
        var why = kept.heading() + (base == null ? ", was added" : ", was corrected") + (kept.reason() == null ? "" : ": " + kept.reason());
        return new Saved<>(kept, respeaking.settle(before, kept.id(), why, fields, change, errors));
    }

    @Override
    protected String field(String path, AffiliationRecord read, FormFields fields) {
        return switch (path) {
            case "member" -> MEMBER + "actor";
            case "in" -> WHOLE + "actor";
            default -> path.startsWith("citations") ? FormCitations.field(path, fields) : path;
        };
    }

    @Override
    protected String after(AffiliationRecord saved) {
        return saved.page() + "#tie-" + saved.id();
    }

    @Override
    protected TemplateInstance page(RecordForm<AffiliationRecord> form) {
        var offers = new Offers(Offers.KINDS, Offers.LEVELS, Offers.BASES, FormActors.offered(List.of(), actors.page(0, ACTORS_OFFERED)),
                List.copyOf(formSources.offered(List.of()).keySet()));
        return Templates.affiliation(form, offers, form.question() instanceof Respeaking.Asked asked ? asked : null, dates(form));
    }

    private String slug(String prefix, FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var actor = formActors.read(prefix, fields, attesting, change, errors).actor();
        return actor == null ? null : actor.slug();
    }

    private static void fill(String end, String value, FormFields fields) {
        boolean open = OPEN.equals(value);
        fields.put(end, open ? null : value).put(end + "Open", open ? true : null);
    }

    /** EDTF; {@code ..} where the end is said to be open; null where it is not known. */
    private static String end(String end, FormFields fields, FormErrors errors) {
        var typed = DateEcho.edtf(fields, end, errors);
        boolean open = fields.has(end + "Open");
        if (open && typed != null && !typed.equals(OPEN)) {
            errors.add(end, "Either a date or no end: take one of them away");
        }
        return open ? OPEN : typed;
    }

    /** From when to when, in words; null where that can't be said yet. */
    private static String dates(RecordForm<AffiliationRecord> form) {
        var record = form.read() != null ? form.read() : form.base();
        try {
            return record == null || record.kind() == null ? null : Tenure.words(record.kind(), record.since(), record.until());
        } catch (IllegalArgumentException outOfOrder) {
            return null;
        }
    }
}
