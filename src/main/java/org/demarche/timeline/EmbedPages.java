package org.demarche.timeline;

import java.time.LocalDate;
import java.util.Set;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.item.AsOf;
import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.demarche.web.Framing;
import org.demarche.web.Role;

/** The timeline alone, for a frame in somebody else's page. Nothing can be changed in it: it has no form, and each link leaves the frame. */
@Path("/embed")
@Blocking
@RolesAllowed(Role.READER)
public class EmbedPages {
    static final String PATH = "/embed/timeline";

    @Inject
    Timeline timeline;
    @Inject
    Directory directory;
    @Inject
    Framing framing;

    @CheckedTemplate(basePath = "timeline")
    static class Templates {
        static native TemplateInstance embed(TimelineView view, String whole);
    }

    @GET
    @Path("timeline")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance timeline(@Context UriInfo uri) {
        var query = TimelineQuery.parse(uri.getQueryParameters(), directory, Set.of(Pins.PIN, LanePage.LANE));
        var page = LanePage.of(uri.getQueryParameters(), query, directory);
        var view = timeline.view(query, null, query.asOf().map(AsOf::day).orElseGet(() -> LocalDate.now().toEpochDay()), page);
        framing.allow();
        return Templates.embed(view, page.at(new Links(query, view.window()).here()));
    }
}
