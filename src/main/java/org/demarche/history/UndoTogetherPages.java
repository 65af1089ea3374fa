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

import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestPath;

/** Undoes all changes that were made in one go, in one go: all of them, or none where anything in between is in the way. */
@Path("/history/{number}/together/undo")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class UndoTogetherPages {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "history")
    static class Templates {
        /**
         * @param since what of it was changed again
         * @param reasons what else stands in the way
         */
        static native TemplateInstance kepttogether(Revisions.Together together, List<RevisionRow> since, List<String> reasons);
    }

    @POST
    public Response undo(@RestPath long number) {
        revisions.numbered(number).orElseThrow(() -> new UnknownRecordException("change " + number));
        var together = revisions.together(number);
        var since = revisions.changedSince(together);
        if (!since.isEmpty()) {
            return kept(together, since, List.of());
        }
        try {
            var newestFirst = revisions.between(together.first(), together.last());
            var reason = "Undid changes " + together.first() + " to " + together.last();
            history.write(change -> {
                newestFirst.forEach(revision -> change.restore(revision.kind(), revision.id(), revision.version(), reason));
                return null;
            });
            var last = newestFirst.get(0);
            notice.undoneTogether(revisions.present(last.kind(), last.id()).orElseThrow().number());
            return Response.seeOther(URI.create("/history")).build();
        } catch (StaleVersionException stale) {
            return kept(together, revisions.changedSince(together), List.of());
        } catch (InvalidRecordException wrong) {
            return kept(together, List.of(), wrong.violations().stream().map(violation -> violation.message()).toList());
        }
    }

    private Response kept(Revisions.Together together, List<RevisionView> since, List<String> reasons) {
        var before = revisions.lastRecords(since.stream().map(RevisionView::id).toList());
        return Response.status(Response.Status.CONFLICT).entity(Templates.kepttogether(together,
                since.stream().map(revision -> RevisionRow.of(revision, revision.record() == null ? before.get(revision.id()) : revision.record())).toList(), reasons)).build();
    }
}
