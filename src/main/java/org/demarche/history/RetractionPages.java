package org.demarche.history;

import java.net.URI;
import java.util.List;

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

import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** Takes a record out of every list, with a reason. */
@Path("/history/{path}/{key}/retraction")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class RetractionPages {
    private static final int UNPROCESSABLE = 422;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    PresentRecords present;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "history")
    static class Templates {
        static native TemplateInstance retraction(RevisionView revision, String reason, List<Violation> violations);
    }

    /**
     * @param path of the kind, as {@code statements}
     * @param key id or slug
     */
    @GET
    public TemplateInstance ask(@RestPath String path, @RestPath String key) {
        return Templates.retraction(present.of(kind(path), key), "", List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response retract(@RestPath String path, @RestPath String key, MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        var record = present.of(kind(path), key);
        var violations = new Violations();
        token.check(violations);
        if (!violations.isEmpty()) {
            return again(UNPROCESSABLE, record, fields, List.of(new Violation("", violations.list().get(0).message())));
        }
        var version = fields.text("version").matches("[0-9]{1,9}") ? Integer.parseInt(fields.text("version")) : record.version();
        try {
            history.write(change -> {
                change.retract(record.kind(), record.id(), version, fields.text("reason"));
                return null;
            });
        } catch (InvalidRecordException wrong) {
            return again(UNPROCESSABLE, record, fields,
                    wrong.violations().stream().map(violation -> violation.field().equals("id") ? new Violation("", violation.message()) : violation).toList());
        } catch (StaleVersionException stale) {
            return again(Response.Status.CONFLICT.getStatusCode(), present.of(record.kind(), key), fields,
                    List.of(new Violation("", "Somebody else changed it after you opened this page. It is shown below as it is now.")));
        }
        notice.retracted(revisions.present(record.kind(), record.id()).map(RevisionView::number).orElseThrow());
        return Response.seeOther(URI.create(record.kind().list())).build();
    }

    private static Response again(int status, RevisionView record, FormFields fields, List<Violation> violations) {
        return Response.status(status).entity(Templates.retraction(record, fields.text("reason"), violations)).build();
    }

    private static RecordKind kind(String path) {
        return RecordKind.ofPath(path).orElseThrow(() -> new UnknownRecordException("kind of record called " + path));
    }
}
