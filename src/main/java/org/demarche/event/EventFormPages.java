package org.demarche.event;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.actor.Actors;
import org.demarche.actor.FormActors;
import org.demarche.coding.FormCodings;
import org.demarche.coding.FormTopics;
import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.Documents;
import org.demarche.source.FormCitations;
import org.demarche.source.FormDate;
import org.demarche.source.FormSources;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The form that adds an event or changes one. */
@Path("/events")
public class EventFormPages extends RecordFormPages<EventRecord> {
    private static final Pattern PART = Pattern.compile("(\\w+)(?:\\[(\\d+)])?\\.?(.*)");
    private static final int ACTORS_OFFERED = 300;
    private static final int EVENTS_OFFERED = 40;
    /** Events up to so many days off are offered, to be part of. */
    private static final int DAYS_AROUND = 7;
    private static final int LONGEST_TYPED = 200;

    @Inject
    Actors actors;
    @Inject
    Events events;
    @Inject
    Revisions recorded;
    @Inject
    Documents documents;
    @Inject
    FormActors formActors;
    @Inject
    FormCitations formCitations;
    @Inject
    FormSources formSources;
    @Inject
    FormTopics formTopics;
    @Inject
    FormParent formParent;

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance form(RecordForm<EventRecord> form, EventForm event);
    }

    EventFormPages() {
        super(RecordKind.EVENT);
    }

    /** Completes the title of the event that another is part of. */
    @GET
    @Path("suggestions")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @Operation(hidden = true)
    public List<Map<String, String>> suggestions(@RestQuery String typed) {
        var start = typed == null ? "" : Texts.oneLine(typed);
        boolean asked = !start.isEmpty() && Texts.length(start) <= LONGEST_TYPED && Texts.problem(start).isEmpty();
        return asked ? formParent.offered(start).stream().map(label -> Map.of("name", label, "detail", "")).toList() : List.of();
    }

    /** With what the page knows that opens it: a document and words in it, a date, an event that it is part of, or one that it is like. */
    @Override
    protected FormFields opened(FormFields parameters) {
        var like = FormSources.uuid(parameters.value("like")).flatMap(id -> recorded.present(RecordKind.EVENT, id)).filter(revision -> !revision.isRetraction());
        var fields = like.isEmpty() ? new FormFields(Map.of()) : filled((EventRecord) like.get().record());
        if (parameters.value("document") != null || parameters.value("url") != null || parameters.value("quote") != null) {
            formCitations.begin(parameters, fields);
        }
        FormSources.uuid(parameters.value("parent")).ifPresent(parent -> begin(parent, fields));
        var participants = parameters.all("participant");
        var names = formActors.names(participants);
        for (int row = 0; row < participants.size(); row++) {
            fields.put(participant(row) + "actor", names.get(participants.get(row)));
        }
        for (var name : List.of("title", "kind", "date", "place")) {
            if (parameters.value(name) != null) {
                fields.put(name, parameters.value(name));
            }
        }
        return fields;
    }

    @Override
    protected FormFields filled(EventRecord record) {
        var fields = new FormFields(Map.of()).put("kind", record.kind()).put("title", record.title()).put("date", record.date()).put("dateBasis", record.dateBasis())
                .put("time", record.time()).put("status", record.status());
        FormPlace.fill(record.place(), fields);
        formParent.fill(record.parent(), fields);
        var names = formActors.names(record.participants().stream().map(EventRecord.Participant::actor).toList());
        for (int row = 0; row < record.participants().size(); row++) {
            fields.put(participant(row) + "actor", names.get(record.participants().get(row).actor())).putAll(participant(row) + "roles", record.participants().get(row).roles());
        }
        formCitations.fill(record.citations(), fields);
        FormCodings.fill(record.codings(), fields);
        formTopics.fill(record.topics(), fields);
        return fields;
    }

    /** Links are not in the form, and stay. */
    @Override
    protected EventRecord read(FormFields fields, EventRecord base, Change change, FormErrors errors) {
        var cited = formCitations.read(fields, base == null ? List.of() : base.citations(), change, errors);
        var date = FormDate.read(fields, cited.first(), base == null ? null : base.date(), base == null ? null : base.dateBasis(), errors);
        return new EventRecord(base == null ? null : base.id(), base == null ? null : base.version(), fields.value("kind"), fields.value("title"),
                date.date() == null ? null : date.edtf(), date.basis() == null ? null : date.basis().name(), fields.value("time"), status(fields, date),
                FormPlace.read(fields, errors), formParent.read(fields, errors), participants(fields, cited.first(), change, errors), cited.citations(),
                FormCodings.read(fields, base == null ? List.of() : base.codings()), base == null ? List.of() : base.links(), formTopics.read(fields, change, errors).rows(),
                fields.value("reason"));
    }

    @Override
    protected String field(String path, EventRecord read, FormFields fields) {
        var part = PART.matcher(path);
        if (!part.matches()) {
            return path;
        }
        int index = part.group(2) == null ? 0 : Integer.parseInt(part.group(2));
        return switch (part.group(1)) {
            case "place" -> FormPlace.field(part.group(3));
            case "participants" -> participant(index) + (part.group(3).startsWith("roles") ? "roles" : "actor");
            case "citations" -> FormCitations.field(path, fields);
            case "codings" -> FormCodings.field(read.codings(), index, part.group(3));
            case "topics" -> FormTopics.field(index);
            default -> path;
        };
    }

    @Override
    protected TemplateInstance page(RecordForm<EventRecord> form) {
        var record = form.read() != null ? form.read() : form.base();
        var document = FormSources.uuid(form.value("citations[0].document")).flatMap(documents::named).orElse(null);
        return Templates.form(form, new EventForm(form, FormActors.offered(List.of(), actors.page(0, ACTORS_OFFERED)), List.copyOf(formSources.offered(List.of()).keySet()),
                FormDate.offers(document), near(record), formTopics.labels()));
    }

    /** The part of an event has, until something else is said, its place and source. */
    private void begin(UUID parent, FormFields fields) {
        formParent.fill(parent, fields);
        recorded.present(RecordKind.EVENT, parent).filter(revision -> !revision.isRetraction()).map(revision -> (EventRecord) revision.record()).ifPresent(whole -> {
            FormPlace.fill(whole.place(), fields);
            if (EdtfDate.parse(whole.date()).isKnownDay()) {
                fields.put("date", whole.date());
            }
            if (fields.rows("citations").isEmpty()) {
                whole.citations().stream().limit(1).forEach(citation -> formCitations.begin(new FormFields(Map.of()).put("document", citation.document()), fields));
            }
        });
    }

    /** Unless something is chosen, what is still to come is planned, and the rest was held. */
    private static String status(FormFields fields, FormDate date) {
        if (!fields.isBlank("status")) {
            return fields.value("status");
        }
        boolean toCome = date.date() != null && date.date().days().s1() > LocalDate.now(ZoneOffset.UTC).toEpochDay();
        return toCome ? EventStatus.PLANNED.name() : EventStatus.HELD.name();
    }

    /** Who is there without a role of their own is a member. */
    private List<EventRecord.Participant> participants(FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var participants = new ArrayList<EventRecord.Participant>();
        int rows = fields.numberRows(EventForm.PARTICIPANTS, "actor", "roles");
        for (int row = 0; row < rows; row++) {
            var actor = formActors.read(participant(row), fields, attesting, change, errors).actor();
            var roles = fields.all(participant(row) + "roles");
            participants.add(new EventRecord.Participant(actor == null ? null : actor.slug(), roles.isEmpty() ? List.of(ParticipantRole.MEMBER.name()) : roles));
        }
        return participants;
    }

    private List<String> near(EventRecord record) {
        var days = record == null || record.date() == null ? null : EdtfDate.parse(record.date()).days();
        if (days == null || days.s1() == FourDays.MINUS_INFINITY || days.e2() == FourDays.PLUS_INFINITY) {
            return List.of();
        }
        return events.between(days.s1() - DAYS_AROUND, days.e2() + DAYS_AROUND, EVENTS_OFFERED).stream().filter(event -> !event.id().equals(record.id())).map(FormParent::label).toList();
    }

    private static String participant(int row) {
        return EventForm.PARTICIPANTS + "[" + row + "].";
    }
}
