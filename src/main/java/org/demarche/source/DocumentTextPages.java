package org.demarche.source;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.RetractedException;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The text of a document: pasted, looked through for all that is quoted from it, and kept; or taken away, where it may not be held. */
@Path("/documents/{id}/text")
@Produces(MediaType.TEXT_HTML)
public class DocumentTextPages {
    private static final int UNPROCESSABLE = 422;

    @Inject
    Revisions revisions;
    @Inject
    Documents documents;
    @Inject
    Reanchoring reanchoring;
    @Inject
    History history;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance text(View view);
    }

    /**
     * @param typed the text as it was pasted
     * @param preview null while there is no text, or something is wrong with it
     * @param meanwhile who changed the document since the page was opened, null where nobody did
     */
    record View(DocumentRecord document, String typed, List<Violation> violations, TextPreview preview, String meanwhile) {
    }

    @GET
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance open(@RestPath UUID id) {
        return Templates.text(new View(present(id), "", List.of(), null, null));
    }

    /** @param action {@code check} shows what the text would do, {@code save} keeps it, {@code remove} takes the present one away */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response change(@RestPath UUID id, @RestForm String text, @RestForm String version, @RestForm String action) {
        var present = present(id);
        var violations = new Violations();
        token.check(violations);
        boolean removes = "remove".equals(action);
        var typed = text == null ? "" : text;
        var changed = documents.checked(present.withText(removes ? null : typed), violations);
        if (!removes && typed.isBlank()) {
            violations.add("text", "Paste the text of the document");
        }
        if (!violations.isEmpty()) {
            return answer(UNPROCESSABLE, new View(present, typed, violations.list(), null, null));
        }
        boolean keeps = removes || "save".equals(action);
        if (!keeps || !present.version().toString().equals(version)) {
            var preview = removes ? null : TextPreview.of(reanchoring.foreseen(present, changed));
            var by = keeps ? revisions.present(RecordKind.DOCUMENT, id).orElseThrow().by() : null;
            return answer(keeps ? Response.Status.CONFLICT.getStatusCode() : Response.Status.OK.getStatusCode(), new View(present, typed, List.of(), preview, by));
        }
        try {
            history.keep(changed);
        } catch (StaleVersionException metAnother) {
            return change(id, text, null, action);
        }
        notice.saved(revisions.present(RecordKind.DOCUMENT, id).orElseThrow().number());
        return Response.seeOther(URI.create(present.page())).build();
    }

    private DocumentRecord present(UUID id) {
        var present = revisions.present(RecordKind.DOCUMENT, id).orElseThrow(() -> new UnknownRecordException("document " + id));
        if (present.isRetraction()) {
            throw new RetractedException("document " + id);
        }
        return (DocumentRecord) present.record();
    }

    private static Response answer(int status, View view) {
        return Response.status(status).entity(Templates.text(view)).build();
    }
}
