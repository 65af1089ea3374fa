package org.demarche.timeline;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.demarche.item.Directory;
import org.demarche.item.Facet;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;
import org.demarche.web.Paging;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;

/** What a view can be narrowed by: the content of the drawer on the timeline, and each list by itself. */
@Path(FacetViews.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.READER)
public class FacetPages {
    private static final int ROWS = 100;
    private static final int LONGEST = 100;
    private static final String NAMED = "named";
    private static final Set<String> OWN = Set.of(NAMED, "page");

    @Inject
    FacetViews views;
    @Inject
    Directory directory;

    @CheckedTemplate(basePath = "timeline")
    static class Templates {
        static native TemplateInstance facets(List<FacetView> facets, String title, String timeline);

        static native TemplateInstance facet(FacetView facet, String title, String timeline, String typed, Paging paging);
    }

    @GET
    public TemplateInstance all(@Context UriInfo uri) {
        var query = query(uri);
        return Templates.facets(views.of(query), views.title(query), query.at(Links.PATH));
    }

    /** @param named only values of which a word begins so */
    @GET
    @Path("{facet}")
    public TemplateInstance one(@Context UriInfo uri, @PathParam("facet") String facet, @RestQuery String named, @RestQuery String page) {
        var asked = Facet.of(facet).orElseThrow(() -> new UnknownRecordException("facet " + facet));
        var query = query(uri);
        var typed = Texts.oneLine(named == null ? "" : Texts.normalise(named));
        Texts.problem(typed).ifPresent(problem -> {
            throw new BadParameterException(NAMED, NAMED + ": " + problem);
        });
        if (Texts.length(typed) > LONGEST) {
            throw new BadParameterException(NAMED, NAMED + ": is longer than " + LONGEST + " characters");
        }
        int number = Paging.number(page);
        var view = views.of(asked, query, typed, (number - 1) * ROWS, ROWS);
        return Templates.facet(view, views.title(query), query.at(Links.PATH), typed, new Paging(number, view.all() != null, query.toString().isEmpty() ? "" : query + "&").keeping(NAMED, typed));
    }

    private TimelineQuery query(UriInfo uri) {
        return TimelineQuery.parse(uri.getQueryParameters(), directory, OWN).without(Parameter.CURSOR).without(Parameter.LIMIT).without(Parameter.BOM).without(Parameter.WIDTH);
    }
}
