package org.demarche.statement;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.web.Again;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** Another outlet's words for the same statement: added, corrected, taken away. */
@Path("/statements/{id}/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class ReportFormPages {
    private static final int UNPROCESSABLE = 422;

    @Inject
    FormReport reading;
    @Inject
    RecordFields recordFields;
    @Inject
    PresentRecords present;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "statement")
    static class Templates {
        static native TemplateInstance reportForm(ReportForm form);
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath UUID id) {
        var present = present(id);
        var fields = new FormFields(Map.of()).put("version", present.version());
        return page(reading.read(fields, new FormReport.Opened((StatementRecord) present.record(), 0, present, (StatementRecord) present.record()), FormReading.Purpose.OPEN, new Violations()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response add(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, 0, new FormFields(sent));
    }

    /** @param number of the report as the statement holds them, from 1 */
    @GET
    @Path("{number}/edit")
    public TemplateInstance edit(@RestPath UUID id, @RestPath int number) {
        return page(opened(present(id), number));
    }

    @POST
    @Path("{number}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response change(@RestPath UUID id, @RestPath int number, MultivaluedMap<String, String> sent) {
        return answer(id, number, new FormFields(sent));
    }

    /** Source and words of a form that began as a new statement, which turned out to be this one. */
    Response save(UUID id, FormFields fields) {
        return answer(id, 0, fields.put("action", "save"));
    }

    private FormReport.Read opened(RevisionView present, int number) {
        var opened = new FormReport.Opened(having(number, (StatementRecord) present.record()), number, present, (StatementRecord) present.record());
        return reading.read(recordFields.of(opened.before()).put("version", present.version()), opened, FormReading.Purpose.OPEN, new Violations());
    }

    private Response answer(UUID id, int number, FormFields fields) {
        return Again.after(StaleVersionException.class, () -> answerOnce(id, number, fields));
    }

    private Response answerOnce(UUID id, int number, FormFields fields) {
        var present = this.present.orRetraction(RecordKind.STATEMENT, id.toString());
        var base = (StatementRecord) this.present.opened(present, fields.value("version")).record();
        var now = present.isRetraction() ? this.present.opened(present, String.valueOf(present.version() - 1)) : present;
        var opened = new FormReport.Opened(having(number, base), number, present, (StatementRecord) now.record());
        var given = new Violations();
        token.check(given);
        if (fields.text("action").equals("remove") && number > 0 && given.isEmpty() && !present.isRetraction()) {
            return remove(opened, fields);
        }
        var purpose = StatementFormPages.purpose(fields.text("action"));
        var read = reading.read(fields, opened, purpose, given);
        if (read.saved() != null) {
            return saved(read.saved());
        }
        var form = read.form();
        boolean refused = !form.violations().isEmpty() && purpose != FormReading.Purpose.LIVE;
        boolean met = form.meanwhile() != null || form.removedBy() != null;
        return Response.status(refused ? UNPROCESSABLE : met ? Response.Status.CONFLICT.getStatusCode() : Response.Status.OK.getStatusCode()).entity(page(read)).build();
    }

    private Response remove(FormReport.Opened opened, FormFields fields) {
        var saved = reading.removed(opened, fields.value("reason"));
        if (saved != null) {
            return saved(saved);
        }
        // It is shown as it is now, so that whoever removes it has seen what they remove.
        var theirs = opened.place() >= 0 ? opened.before() : opened.theirs();
        if (theirs == null) {
            return Response.seeOther(URI.create(opened.now().page())).build();
        }
        int number = opened.now().renderings().indexOf(theirs) + 1;
        var again = new FormReport.Opened(opened.now(), number, opened.present(), opened.now());
        var why = new Violations().add("", opened.now().renderings().size() == 1 ? "A statement needs at least one report: this is the only one"
                : opened.present().by() + " changed this report after you opened it. It is shown as it is now: remove it if it is still to go");
        return Response.status(Response.Status.CONFLICT)
                .entity(page(reading.read(recordFields.of(theirs).put("version", opened.present().version()).put("action", "remove"), again, FormReading.Purpose.CHECK, why))).build();
    }

    private Response saved(StatementRecord record) {
        notice.saved(present(record.id()).number());
        return Response.seeOther(URI.create(record.page() + "#reports")).build();
    }

    private RevisionView present(UUID id) {
        return present.of(RecordKind.STATEMENT, id.toString());
    }

    private static StatementRecord having(int number, StatementRecord record) {
        if (number < 0 || number > record.renderings().size()) {
            throw new UnknownRecordException("report " + number + " of this statement");
        }
        return record;
    }

    private static TemplateInstance page(FormReport.Read read) {
        return Templates.reportForm(read.form());
    }
}
