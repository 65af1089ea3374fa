package org.demarche.history;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.account.Role;
import org.demarche.web.BadParameterException;
import org.demarche.web.Notice;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes: what was changed, by whom, when and why, the newest first, and each of them field by field. */
@Path("/history")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class HistoryPages {
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "history")
    static class Templates {
        /** @param older the number to go on before, null on the last page */
        static native TemplateInstance changes(List<RevisionRow> revisions, boolean newest, Long older);

        static native TemplateInstance change(RevisionRow revision, List<Differences.Difference> differences);

        /** @param present what somebody made of it since the revision that was to be undone */
        static native TemplateInstance overtaken(RevisionRow revision, RevisionRow present, List<Differences.Difference> differences);

        /** @param versions where earlier versions of the record are shown, null where they are not */
        static native TemplateInstance retracted(List<RevisionRow> revisions, String versions);
    }

    @Inject
    Revisions revisions;
    @Inject
    Differences differences;
    @Inject
    History history;
    @Inject
    Notice notice;

    @GET
    public TemplateInstance changes(@RestQuery String before) {
        long end = before == null || before.isBlank() ? Long.MAX_VALUE : number(before);
        var page = revisions.before(end, ROWS + 1);
        var shown = page.subList(0, Math.min(ROWS, page.size()));
        var older = page.size() > ROWS ? shown.get(ROWS - 1).number() : null;
        return Templates.changes(rows(shown), end > revisions.last(), older);
    }

    @GET
    @Path("{number}")
    public TemplateInstance change(@PathParam("number") long number) {
        var revision = revisions.numbered(number).orElseThrow(() -> new UnknownRecordException("change " + number));
        var before = revision.version() == 1 ? null : revisions.version(revision.kind(), revision.id(), revision.version() - 1).map(RevisionView::record).orElse(null);
        return Templates.change(rows(List.of(revision)).get(0), differences.between(before, revision.record()));
    }

    /** Undoes a change with one new revision that is as the one before it, unless somebody changed the record since. */
    @POST
    @Path("{number}/undo")
    @RolesAllowed(Role.ANALYST)
    public RestResponse<TemplateInstance> undo(@PathParam("number") long number) {
        var revision = revisions.numbered(number).orElseThrow(() -> new UnknownRecordException("change " + number));
        var present = revisions.present(revision.kind(), revision.id()).orElseThrow();
        if (present.version() != revision.version()) {
            return overtaken(revision, present);
        }
        RootRecord restored;
        try {
            restored = history.write(change -> change.restore(revision.kind(), revision.id(), revision.version(), "Undone: change " + number));
        } catch (StaleVersionException meanwhile) {
            return overtaken(revision, revisions.present(revision.kind(), revision.id()).orElseThrow());
        }
        notice.undone(revisions.present(revision.kind(), revision.id()).orElseThrow().number());
        return RestResponse.seeOther(URI.create(restored == null || restored.page() == null ? "/timeline" : restored.page()));
    }

    private RestResponse<TemplateInstance> overtaken(RevisionView revision, RevisionView present) {
        return RestResponse.status(RestResponse.Status.CONFLICT,
                Templates.overtaken(rows(List.of(revision)).get(0), rows(List.of(present)).get(0), differences.between(revision.record(), present.record())));
    }

    /**
     * The answer for a record that was retracted: 410, with why and what it was.
     *
     * @param newestFirst all its revisions
     * @param versions where its earlier versions are shown, null where they are not
     */
    public static RestResponse<TemplateInstance> retracted(List<RevisionView> newestFirst, String versions) {
        return RestResponse.status(RestResponse.Status.GONE, Templates.retracted(RevisionRow.ofOne(newestFirst), versions));
    }

    private List<RevisionRow> rows(List<RevisionView> shown) {
        var before = revisions.lastRecords(shown.stream().filter(RevisionView::isRetraction).map(RevisionView::id).distinct().toList());
        return shown.stream().map(revision -> RevisionRow.of(revision, Objects.requireNonNullElseGet(revision.record(), () -> before.get(revision.id())))).toList();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unread) {
            throw new BadParameterException("before", "‘" + org.demarche.text.Texts.cut(text, 30) + "’ is no number of a change; write for example before=100");
        }
    }
}
