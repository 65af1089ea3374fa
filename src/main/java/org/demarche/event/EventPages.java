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
import org.demarche.history.Differences;
import org.demarche.history.HistoryPages;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.item.ItemKind;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What happened, who took part, what was said there, and how it was recorded. */
@Path("/events")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class EventPages {

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance show(EventView event, ItemPage parts, ItemPage said, List<RevisionRow> revisions);

        /** @param event null where the revision is a retraction */
        static native TemplateInstance revision(EventView event, RevisionRow shown, List<Differences.Difference> differences, List<RevisionRow> revisions);
    }

    @Inject
    Revisions revisions;
    @Inject
    EventViews views;
    @Inject
    Items items;
    @Inject
    Differences differences;

    /**
     * @param parts cursor of the sub-events
     * @param said cursor of what was said
     * @param thread {@code all} tells the whole thread
     */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String parts, @RestQuery String said, @RestQuery String thread) {
        var all = of(id);
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, "/events/" + id + "/revisions");
        }
        var within = TimelineQuery.ALL.with(Parameter.EVENT, id.toString());
        return RestResponse.ok(Templates.show(views.of(record(all.get(0)), "all".equals(thread)),
                ItemPage.of(items, within.with(Parameter.KIND, ItemKind.EVENT.word()), parts),
                ItemPage.of(items, within.with(Parameter.KIND, ItemKind.STATEMENT.word()), said), RevisionRow.ofOne(all)));
    }

    @GET
    @Path("{id}/revisions/{version}")
    public TemplateInstance revision(@PathParam("id") UUID id, @PathParam("version") int version) {
        var all = of(id);
        if (version < 1 || version > all.size()) {
            throw new UnknownRecordException("version " + version + " of this event");
        }
        int index = all.size() - version;
        var shown = all.get(index);
        var before = version == 1 ? null : all.get(index + 1).record();
        var rows = RevisionRow.ofOne(all);
        return Templates.revision(shown.isRetraction() ? null : views.of(record(shown)), rows.get(index), differences.between(before, shown.record()), rows);
    }

    /** The newest first, never empty. */
    private List<RevisionView> of(UUID id) {
        var all = revisions.of(RecordKind.EVENT, id);
        if (all.isEmpty()) {
            throw new UnknownRecordException("event " + id);
        }
        return all;
    }

    private static EventRecord record(RevisionView revision) {
        return (EventRecord) revision.record();
    }
}
