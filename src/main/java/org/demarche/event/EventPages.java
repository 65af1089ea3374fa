package org.demarche.event;

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
import org.demarche.item.ItemKind;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What happened, who took part, what was said there, and how it was recorded. */
@Path("/events")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class EventPages {

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance show(EventView event, ItemPage parts, ItemPage said, List<RevisionRow> revisions, AsOf known);

        /** @param event null where the version is a retraction */
        static native TemplateInstance revision(EventView event, PastVersion version);
    }

    @Inject
    PastVersions versions;
    @Inject
    EventViews views;
    @Inject
    Items items;

    /**
     * @param parts cursor of the sub-events
     * @param said cursor of what was said
     * @param thread {@code all} tells the whole thread
     * @param moment the event as it was known then, at the end of the day
     */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String parts, @RestQuery String said, @RestQuery String thread, @RestQuery("as_of") String moment) {
        var known = AsOf.of(moment);
        var all = known == null ? versions.all(RecordKind.EVENT, id) : versions.knownBefore(known.until(), known.words(), RecordKind.EVENT, id);
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, "/events/" + id + "/revisions");
        }
        var within = TimelineQuery.ALL.asKnown(known).with(Parameter.EVENT, id.toString());
        return RestResponse.ok(Templates.show(views.of(record(all.get(0)), "all".equals(thread), known),
                ItemPage.of(items, within.with(Parameter.KIND, ItemKind.EVENT.word()), parts),
                ItemPage.of(items, within.with(Parameter.KIND, ItemKind.STATEMENT.word()), said), RevisionRow.ofOne(all), known));
    }

    @GET
    @Path("{id}/revisions/{version}")
    public TemplateInstance revision(@PathParam("id") UUID id, @PathParam("version") int version) {
        var past = versions.of(RecordKind.EVENT, id, version);
        return Templates.revision(past.record() == null ? null : views.of((EventRecord) past.record()), past);
    }

    private static EventRecord record(RevisionView revision) {
        return (EventRecord) revision.record();
    }
}
