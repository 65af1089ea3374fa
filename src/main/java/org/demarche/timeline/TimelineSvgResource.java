package org.demarche.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.history.Revisions;
import org.demarche.item.AsOf;
import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.demarche.text.XmlText;
import org.demarche.web.Role;

/** The drawing of the timeline to take away: the same data gives the same bytes, on whatever day they are asked for. */
@Path("/")
public class TimelineSvgResource {
    /** A file that was kept is of another look where this is another. */
    private static final int FORMAT = 1;

    @Inject
    Timeline timeline;
    @Inject
    Directory directory;
    @Inject
    ItemIndex index;
    @Inject
    Revisions revisions;

    @CheckedTemplate(basePath = "timeline")
    static class Templates {
        static native TemplateInstance file(SvgFile file, Palette palette);
    }

    @GET
    @Path("timeline.svg")
    @Produces("image/svg+xml;charset=UTF-8")
    @Blocking
    @RolesAllowed(Role.READER)
    public Response svg(@Context UriInfo uri, @Context Request request) {
        var query = TimelineQuery.parse(uri.getQueryParameters(), directory, Set.of(Pins.PIN, LanePage.LANE));
        var page = LanePage.of(uri.getQueryParameters(), query, directory);
        long revision = index.revision();
        var tag = new EntityTag(FORMAT + "-" + revision + "-" + Integer.toHexString(Objects.hash(query.toString(), page)));
        var cached = new CacheControl();
        cached.setNoCache(true);
        cached.setPrivate(true);
        var known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).cacheControl(cached).build();
        }
        var file = drawing(query, page, revision);
        return Response.ok(file).tag(tag).cacheControl(cached).header("Content-Disposition", "inline; filename=\"timeline.svg\"").build();
    }

    /** The same for whoever puts it into something else. */
    public String drawing(TimelineQuery query) {
        return drawing(query, LanePage.FIRST, index.revision());
    }

    private String drawing(TimelineQuery query, LanePage page, long revision) {
        long day = query.asOf().map(AsOf::day).orElseGet(() -> lastChange(revision));
        return XmlText.of(Templates.file(SvgFile.of(timeline.view(query, null, day, page)), Palette.LIGHT).render());
    }

    /** The day that takes the place of today: what is known was known then, and nothing more since. Where nothing ever was, any day is as good. */
    private long lastChange(long revision) {
        var at = revisions.moments(List.of(revision)).get(revision);
        return at == null ? LocalDate.now(ZoneOffset.UTC).toEpochDay() : LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }
}
