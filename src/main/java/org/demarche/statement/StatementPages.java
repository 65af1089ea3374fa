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
import org.demarche.history.HistoryPages;
import org.demarche.history.PastVersion;
import org.demarche.history.PastVersions;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.RevisionView;
import org.demarche.item.AsOf;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.web.RetractedException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What was said, by whom and for whom, where it stands, and how it was recorded. */
@Path("/statements")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class StatementPages {

    @CheckedTemplate(basePath = "statement")
    static class Templates {
        static native TemplateInstance show(StatementView statement, Item item, List<RevisionRow> revisions, AsOf known);

        /** @param statement null where the version is a retraction */
        static native TemplateInstance revision(StatementView statement, PastVersion version);
    }

    @Inject
    PastVersions versions;
    @Inject
    StatementViews views;
    @Inject
    Items items;

    /**
     * @param thread {@code all} tells the whole thread
     * @param moment the statement as it was known then, at the end of the day
     */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String thread, @RestQuery("as_of") String moment) {
        var known = AsOf.of(moment);
        var all = known == null ? versions.all(RecordKind.STATEMENT, id) : versions.knownBefore(known.until(), known.words(), RecordKind.STATEMENT, id);
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, "/statements/" + id + "/revisions");
        }
        return RestResponse.ok(Templates.show(views.of(record(all.get(0)), "all".equals(thread), known), item(id, known), RevisionRow.ofOne(all), known));
    }

    @GET
    @Path("{id}/revisions/{version}")
    public TemplateInstance revision(@PathParam("id") UUID id, @PathParam("version") int version) {
        var past = versions.of(RecordKind.STATEMENT, id, version);
        return Templates.revision(past.record() == null ? null : views.of((StatementRecord) past.record()), past);
    }

    private Item item(UUID id, AsOf known) {
        return items.of(List.of(id), known).stream().findFirst().orElseThrow(() -> new RetractedException("statement " + id));
    }

    private static StatementRecord record(RevisionView revision) {
        return (StatementRecord) revision.record();
    }
}
