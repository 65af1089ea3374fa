package org.demarche.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.item.AsOf;
import org.demarche.item.Directory;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.demarche.web.Role;

/** The timeline as a script draws it: see {@code docs/reference/timeline-json.md}. */
@Path("/")
public class TimelineJsonResource {

    @Inject
    Items items;
    @Inject
    Timeline timeline;
    @Inject
    TimelineJson json;
    @Inject
    Directory directory;

    @GET
    @Path("timeline.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Role.READER)
    public Response json(@Context UriInfo uri, @Context Request request) {
        var given = uri.getQueryParameters();
        var query = TimelineQuery.parse(given, directory, Set.of(LanePage.LANE, Pins.PIN));
        long today = query.asOf().map(AsOf::day).orElseGet(() -> LocalDate.now().toEpochDay());
        int lane = LanePage.first(given);
        var pins = Pins.of(given, query.lanes(), directory);
        // The day is part of it: labels say what is still planned, and what should have been held.
        var tag = new EntityTag(TimelineJson.FORMAT + "-" + items.revision() + "-" + today + "-" + Integer.toHexString(query.toString().hashCode() * 31 + pins.hashCode() * 31 + lane));
        var known = request.evaluatePreconditions(tag);
        var cached = new CacheControl();
        cached.setNoCache(true);
        cached.setPrivate(true);
        if (known != null) {
            return known.tag(tag).cacheControl(cached).build();
        }
        return Response.ok(json.of(new TimelineJson.Asked(query, timeline.window(query, today), TimelineJson.width(query), lane, pins, today))).tag(tag).cacheControl(cached).build();
    }
}
