package org.demarche.history;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Role;
import org.demarche.web.BadParameterException;
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

        /**
         * @param newest whether nothing has changed the record since, so that it can be undone
         * @param together what was changed in one go with it
         */
        static native TemplateInstance change(RevisionRow revision, List<Differences.Difference> differences, boolean newest, Revisions.Together together);

        /** @param versions where earlier versions of the record are shown, null where they are not */
        static native TemplateInstance retracted(List<RevisionRow> revisions, String versions);
    }

    @Inject
    Revisions revisions;
    @Inject
    Differences differences;

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
        return Templates.change(rows(List.of(revision)).get(0), differences.between(before, revision.record()),
                revisions.version(revision.kind(), revision.id(), revision.version() + 1).isEmpty(), revisions.together(number));
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
