package org.demarche.actor;

import java.net.URI;
import java.util.List;

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
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.Revisions;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;
import org.demarche.web.Paging;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Who acts and speaks: all of them by name, and of each what it was when, what it said and what was said about it. */
@Path("/actors")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class ActorPages {
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "actor")
    static class Templates {
        /** @param typed what was searched for, never null */
        static native TemplateInstance list(List<Row> actors, String typed, Paging paging);

        static native TemplateInstance show(ActorView actor, ItemPage said, ItemPage about, ItemPage events, List<RevisionRow> revisions);
    }

    /** @param type in words */
    record Row(String slug, String name, String shortName, String type) {
    }

    @Inject
    Actors actors;
    @Inject
    ActorFinder finder;
    @Inject
    ActorViews views;
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;
    @Inject
    Items items;

    @GET
    public TemplateInstance list(@RestQuery String q, @RestQuery String page) {
        var typed = q == null ? "" : q.strip();
        Texts.problem(typed).ifPresent(problem -> {
            throw new BadParameterException("q", problem);
        });
        int number = Paging.number(page);
        var found = typed.isEmpty() ? actors.page((number - 1) * ROWS, ROWS + 1) : finder.beginning(typed, (number - 1) * ROWS, ROWS + 1).stream().map(ActorFinder.Found::actor).toList();
        var rows = found.stream().limit(ROWS).map(actor -> new Row(actor.slug(), actor.name(), actor.shortName().equals(actor.name()) ? null : actor.shortName(),
                ActorType.valueOf(actor.type()).label())).toList();
        return Templates.list(rows, typed, new Paging(number, found.size() > ROWS).keeping("q", typed));
    }

    /**
     * @param said cursor of what it said
     * @param about cursor of what was said about it
     * @param events cursor of the events in which it took part
     */
    @GET
    @Path("{slug}")
    public RestResponse<TemplateInstance> show(@PathParam("slug") String slug, @RestQuery String said, @RestQuery String about, @RestQuery String events) {
        var all = identities.id(RecordKind.ACTOR, slug).map(id -> revisions.of(RecordKind.ACTOR, id)).orElseThrow(() -> new UnknownRecordException("actor " + slug));
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, null);
        }
        var record = (ActorRecord) all.get(0).record();
        if (!record.slug().equals(slug)) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.MOVED_PERMANENTLY).location(URI.create(record.page())).build();
        }
        var view = views.of(record);
        return RestResponse.ok(Templates.show(view, list(view.isPerson() ? Parameter.SPEAKER : Parameter.BEHALF, record, said), list(Parameter.TARGET, record, about),
                list(Parameter.PARTICIPANT, record, events), RevisionRow.ofOne(all)));
    }

    private ItemPage list(Parameter part, ActorRecord actor, String cursor) {
        return ItemPage.of(items, TimelineQuery.ALL.with(part, actor.slug()), cursor);
    }
}
