package org.demarche.api;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.web.Role;
import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.demarche.item.Directory;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.timeline.Column;
import org.demarche.web.BaseUrl;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Statements and events together. */
@Path("/api/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class ItemResource {
    @Inject
    Items items;
    @Inject
    Directory directory;
    @Inject
    Records records;
    @Inject
    BaseUrl baseUrl;

    /**
     * A page of a list.
     *
     * @param items the rows of the timeline CSV as objects: the same names, lists as arrays, null for an empty cell
     * @param next the cursor of the next page, null on the last
     * @param total of all pages
     */
    public record ItemList(List<Map<String, Object>> items, String next, long total) {
    }

    @GET
    @RolesAllowed(Role.READER)
    @Operation(summary = "The items of a query, a page at a time",
            description = "Takes the parameters of the query language: q, from, to, when, kind, actor, with, speaker, behalf, addressee, target, participant, type, cameo, "
                    + "stance, event_kind, mode, instrument, topic, place, country, source, document, event, status, collection, level, recorded, as_of, sort, cursor and limit.")
    public ItemList list(@Context UriInfo uri) {
        var slice = items.list(TimelineQuery.parse(uri.getQueryParameters(), directory));
        return new ItemList(slice.items().stream().map(item -> Column.entry(item, baseUrl)).toList(), slice.next(), slice.total());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "The whole record of a statement or an event")
    public RootRecord show(@PathParam("id") String id, @RestQuery("as_of") String moment) {
        return records.known(List.of(RecordKind.STATEMENT, RecordKind.EVENT), id, moment);
    }
}
