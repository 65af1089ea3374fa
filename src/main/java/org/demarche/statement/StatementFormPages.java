package org.demarche.statement;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Role;
import org.demarche.history.Differences;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.RetractedException;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** The form that adds a statement or changes one. */
@Path("/statements")
@Produces(MediaType.TEXT_HTML)
public class StatementFormPages {
    private static final int UNPROCESSABLE = 422;

    @Inject
    FormReading reading;
    @Inject
    RecordFields recordFields;
    @Inject
    Differences differences;
    @Inject
    Revisions revisions;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "statement")
    static class Templates {
        static native TemplateInstance form(StatementForm form);
    }

    /** The parameters that fill it in are read by the name that the form's own 'Save and next' writes. */
    @GET
    @Path("new")
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance blank(@Context UriInfo address) {
        var fields = recordFields.ofParameters(address.getQueryParameters());
        return Templates.form(reading.read(fields, null, FormReading.Purpose.OPEN, new Violations()).form());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response add(MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        var same = FormSources.uuid(fields.text("report"));
        return same.isPresent() ? report(fields, (StatementRecord) present(same.get()).record()) : answer(fields, null);
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance edit(@RestPath UUID id) {
        var record = (StatementRecord) present(id).record();
        return Templates.form(reading.read(recordFields.of(record), record, FormReading.Purpose.OPEN, new Violations()).form());
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response change(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        return answer(fields, opened(fields, present(id)));
    }

    private Response report(FormFields fields, StatementRecord same) {
        var read = reading.report(fields, same, token());
        if (read.saved() == null) {
            return Response.status(UNPROCESSABLE).entity(Templates.form(read.form())).build();
        }
        return saved(read.saved(), read.saved().page());
    }

    private Response saved(StatementRecord record, String page) {
        notice.saved(present(record.id()).number());
        return Response.seeOther(URI.create(page)).build();
    }

    private Response answer(FormFields fields, StatementRecord base) {
        var purpose = purpose(fields.text("action"));
        try {
            var read = reading.read(fields, base, purpose, token());
            if (read.saved() != null) {
                return saved(read.saved(), fields.text("action").equals("next") ? next(read.saved()) : read.saved().page());
            }
            boolean refused = !read.form().violations().isEmpty() && purpose != FormReading.Purpose.LIVE;
            return Response.status(refused ? UNPROCESSABLE : 200).entity(Templates.form(read.form())).build();
        } catch (StaleVersionException stale) {
            return meanwhile(fields, base);
        }
    }

    /** Somebody else was faster: what was typed stays, beside what they changed, and saving again puts it on top of that. */
    private Response meanwhile(FormFields fields, StatementRecord base) {
        var present = present(base.id());
        var theirs = (StatementRecord) present.record();
        var yours = differences.between(base, reading.read(fields, base, FormReading.Purpose.CHECK, new Violations()).record()).stream()
                .collect(Collectors.toMap(Differences.Difference::field, Function.identity()));
        var changed = differences.between(base, theirs).stream().map(field -> new StatementForm.Meanwhile.Changed(field.words(), field.before(), field.after(),
                yours.containsKey(field.field()) ? yours.get(field.field()).after() : field.before())).toList();
        var form = reading.read(fields.put("version", present.version()), theirs, FormReading.Purpose.CHECK, new Violations()).form();
        return Response.status(Response.Status.CONFLICT).entity(Templates.form(form.with(new StatementForm.Meanwhile(present.by(), changed)))).build();
    }

    private Violations token() {
        var violations = new Violations();
        token.check(violations);
        return violations;
    }

    private static FormReading.Purpose purpose(String action) {
        return switch (action) {
            case "save", "next" -> FormReading.Purpose.SAVE;
            case "live", StatementForm.ADD_SPEAKER, StatementForm.ADD_TARGET -> FormReading.Purpose.LIVE;
            default -> FormReading.Purpose.CHECK;
        };
    }

    /** The version that the form was opened with; the present one where it does not say. */
    private StatementRecord opened(FormFields fields, RevisionView present) {
        var version = fields.text("version").strip();
        return version.matches("[0-9]{1,9}") ? revisions.version(RecordKind.STATEMENT, present.id(), Integer.parseInt(version)).map(RevisionView::record)
                .map(StatementRecord.class::cast).orElse((StatementRecord) present.record()) : (StatementRecord) present.record();
    }

    private RevisionView present(UUID id) {
        var present = revisions.present(RecordKind.STATEMENT, id).orElseThrow(() -> new UnknownRecordException("statement with the id " + id));
        if (present.isRetraction()) {
            throw new RetractedException("statement with the id " + id);
        }
        return present;
    }

    /** An empty form that keeps what the next statement of the same article mostly shares. */
    private static String next(StatementRecord saved) {
        var kept = Stream.of(Stream.of(Map.entry("document", saved.preferred().document().toString())),
                saved.speakers().stream().filter(speaker -> speaker.actor() != null).map(speaker -> Map.entry("speaker", speaker.actor())),
                Stream.of(Map.entry("date", saved.date())), saved.targets().stream().map(target -> Map.entry("target", target)),
                Stream.ofNullable(saved.event()).map(event -> Map.entry("event", event.toString())));
        return kept.flatMap(entries -> entries).map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/statements/new?", ""));
    }
}
