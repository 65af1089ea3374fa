package org.demarche.history;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Role;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestPath;

/** Undoes one change: what the button of every 'Saved. Undo' leads to. */
@Path("/history/{number}/undo")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class UndoPages {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Differences differences;
    @Inject
    UndoQuestions questions;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "history")
    static class Templates {
        /**
         * @param since what others changed after the change that was to be undone
         * @param reasons what else stands in the way
         */
        static native TemplateInstance kept(RevisionView revision, List<Differences.Difference> since, List<String> reasons);
    }

    @POST
    public Response undo(@RestPath long number) {
        return undo(revisions.numbered(number).orElseThrow(() -> new UnknownRecordException("change " + number)));
    }

    /** Answers with the record as it is again; with 409 and the reason where it can't be undone any more. */
    private Response undo(RevisionView revision) {
        var asked = questions.before(revision);
        if (asked != null) {
            return Response.seeOther(URI.create(asked)).build();
        }
        try {
            var restored = history.write(change -> change.restore(revision.kind(), revision.id(), revision.version(), "Undid change " + revision.number()));
            notice.undone(revisions.present(revision.kind(), revision.id()).orElseThrow().number());
            return Response.seeOther(URI.create(restored == null || restored.page() == null ? "/timeline" : restored.page())).build();
        } catch (StaleVersionException stale) {
            return kept(revision, differences.between(revision.record(), (RootRecord) stale.current()), List.of());
        } catch (InvalidRecordException wrong) {
            return kept(revision, List.of(), wrong.violations().stream().map(violation -> violation.message()).toList());
        }
    }

    private static Response kept(RevisionView revision, List<Differences.Difference> since, List<String> reasons) {
        return Response.status(Response.Status.CONFLICT).entity(Templates.kept(revision, since, reasons)).build();
    }
}
