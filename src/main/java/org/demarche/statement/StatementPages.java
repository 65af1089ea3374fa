package org.demarche.statement;

import java.util.List;
import java.util.UUID;

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
import org.demarche.history.Differences;
import org.demarche.history.HistoryPages;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.web.RetractedException;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What was said, by whom and for whom, where it stands, and how it was recorded. */
@Path("/statements")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class StatementPages {

    @CheckedTemplate(basePath = "statement")
    static class Templates {
        static native TemplateInstance show(StatementView statement, Item item, List<RevisionRow> revisions);

        /** @param statement null where the revision is a retraction */
        static native TemplateInstance revision(StatementView statement, RevisionRow shown, List<Differences.Difference> differences, List<RevisionRow> revisions);
    }

    @Inject
    Revisions revisions;
    @Inject
    StatementViews views;
    @Inject
    Items items;
    @Inject
    Differences differences;

    /** @param thread {@code all} tells the whole thread */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String thread) {
        var all = of(id);
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, "/statements/" + id + "/revisions");
        }
        return RestResponse.ok(Templates.show(views.of(record(all.get(0)), "all".equals(thread)), item(id), RevisionRow.ofOne(all)));
    }

    @GET
    @Path("{id}/revisions/{version}")
    public TemplateInstance revision(@PathParam("id") UUID id, @PathParam("version") int version) {
        var all = of(id);
        if (version < 1 || version > all.size()) {
            throw new UnknownRecordException("version " + version + " of this statement");
        }
        int index = all.size() - version;
        var shown = all.get(index);
        var before = version == 1 ? null : all.get(index + 1).record();
        var rows = RevisionRow.ofOne(all);
        return Templates.revision(shown.isRetraction() ? null : views.of(record(shown)), rows.get(index), differences.between(before, shown.record()), rows);
    }

    /** The newest first, never empty. */
    private List<RevisionView> of(UUID id) {
        var all = revisions.of(RecordKind.STATEMENT, id);
        if (all.isEmpty()) {
            throw new UnknownRecordException("statement " + id);
        }
        return all;
    }

    private Item item(UUID id) {
        return items.of(List.of(id)).stream().findFirst().orElseThrow(() -> new RetractedException("statement " + id));
    }

    private static StatementRecord record(RevisionView revision) {
        return (StatementRecord) revision.record();
    }
}
