package org.demarche.statement;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
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

import org.demarche.web.Again;
import org.demarche.web.FormFields;
import org.demarche.web.Role;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.source.FormSources;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.StaleVersionException;
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
    ReportFormPages reports;
    @Inject
    PresentRecords present;
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
        return Templates.form(reading.read(fields, null, null, FormReading.Purpose.OPEN, new Violations()).form());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response add(MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        var same = FormSources.uuid(fields.text("report"));
        return same.isPresent() ? reports.save(same.get(), fields) : answer(fields, null);
    }

    @GET
    @Path("{id}/edit")
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance edit(@RestPath UUID id) {
        var present = present(id);
        var record = (StatementRecord) present.record();
        return Templates.form(reading.read(recordFields.of(record), record, present, FormReading.Purpose.OPEN, new Violations()).form());
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response change(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        return Again.after(StaleVersionException.class, () -> answer(fields, present.orRetraction(RecordKind.STATEMENT, id.toString())));
    }

    private Response saved(StatementRecord record, String page) {
        notice.saved(present(record.id()).number());
        return Response.seeOther(URI.create(page)).build();
    }

    /** @param present what is changed, null for a new statement */
    private Response answer(FormFields fields, RevisionView present) {
        var purpose = purpose(fields.text("action"));
        var base = present == null ? null : (StatementRecord) this.present.opened(present, fields.value("version")).record();
        var read = reading.read(fields, base, present, purpose, token());
        if (read.saved() != null) {
            boolean captured = !fields.isBlank(RecordFields.CAPTURED);
            return saved(read.saved(), fields.text("action").equals("next") ? next(read.saved(), captured) : captured ? "/capture/" + read.saved().id() : read.saved().page());
        }
        boolean refused = !read.form().violations().isEmpty() && purpose != FormReading.Purpose.LIVE;
        boolean waits = read.form().meanwhile() != null || read.form().isWarned();
        int status = refused ? UNPROCESSABLE : (waits ? Response.Status.CONFLICT : Response.Status.OK).getStatusCode();
        return Response.status(status).entity(Templates.form(read.form())).build();
    }

    private Violations token() {
        var violations = new Violations();
        token.check(violations);
        return violations;
    }

    static FormReading.Purpose purpose(String action) {
        return switch (action) {
            case "save", "next" -> FormReading.Purpose.SAVE;
            case "live", StatementForm.ADD_SPEAKER, StatementForm.ADD_TARGET -> FormReading.Purpose.LIVE;
            default -> FormReading.Purpose.CHECK;
        };
    }

    private RevisionView present(UUID id) {
        return present.of(RecordKind.STATEMENT, id.toString());
    }

    /**
     * An empty form that keeps what the next statement of the same article mostly shares.
     *
     * @param captured whether it stands in the window beside the article
     */
    static String next(StatementRecord saved, boolean captured) {
        var kept = Stream.of(Stream.of(Map.entry("document", saved.preferred().document().toString())),
                saved.speakers().stream().filter(speaker -> speaker.actor() != null).map(speaker -> Map.entry("speaker", speaker.actor())),
                Stream.of(Map.entry("date", saved.date())), saved.targets().stream().map(target -> Map.entry("target", target)),
                Stream.ofNullable(saved.event()).map(event -> Map.entry("event", event.toString())), captured ? Stream.of(Map.entry(RecordFields.CAPTURED, "1")) : Stream.<Map.Entry<String, String>>of());
        return kept.flatMap(entries -> entries).map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/statements/new?", ""));
    }
}
