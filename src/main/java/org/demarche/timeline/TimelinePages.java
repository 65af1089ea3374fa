package org.demarche.timeline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

import org.demarche.web.Role;
import org.demarche.item.AsOf;
import org.demarche.item.Directory;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Slugs;
import org.demarche.time.EdtfException;
import org.demarche.time.Window;
import org.demarche.web.BadParameterException;
import org.jboss.resteasy.reactive.RestResponse;

/** The timeline: what is recorded, along time. */
@Path("/")
@Blocking
@RolesAllowed(Role.READER)
public class TimelinePages {
    private static final Set<String> NAMED = Set.of("actor", "with", "speaker", "behalf", "addressee", "target", "participant");

    @Inject
    Timeline timeline;
    @Inject
    TimelineJson json;
    @Inject
    Directory directory;

    @CheckedTemplate(basePath = "timeline")
    static class Templates {
        static native TemplateInstance show(TimelineView view, Data data, String q);
    }

    /**
     * What a script draws the view with.
     *
     * @param view as {@code /timeline.json} gives it
     * @param json where more of it is
     * @param earlier the lanes before these; null where there are none
     * @param later likewise after them
     */
    record Data(String view, String json, String earlier, String later) {
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<TemplateInstance> home(@Context UriInfo uri) {
        return timeline(uri);
    }

    @GET
    @Path("timeline")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<TemplateInstance> timeline(@Context UriInfo uri) {
        var given = withSlugs(uri.getQueryParameters());
        var query = TimelineQuery.parse(given, directory, Set.of(Links.SELECTED, Links.GO, Pins.PIN, LanePage.LANE));
        var date = given.getOrDefault(Links.GO, List.of()).stream().filter(value -> !value.isBlank()).findFirst();
        if (date.isPresent()) {
            return RestResponse.seeOther(URI.create(new Links(query, window(date.get())).here()));
        }
        long today = query.asOf().map(AsOf::day).orElseGet(() -> LocalDate.now().toEpochDay());
        var page = LanePage.of(given, query, directory);
        var view = timeline.view(query, selected(given), today, page);
        return RestResponse.ok(Templates.show(view, view.isFound() ? data(query, view, page, today) : null, String.join(" ", query.values(Parameter.Q))));
    }

    private Data data(TimelineQuery query, TimelineView view, LanePage page, long today) {
        double width = query.value(Parameter.WIDTH).map(Double::parseDouble).orElse((double) Chart.PLOT);
        var all = query.without(Parameter.CURSOR).without(Parameter.LIMIT).without(Parameter.WIDTH).within(view.window());
        var shown = new TimelineJson.Asked(query, view.window(), width, page.first(), page.pinned(), today);
        return new Data(new String(json.of(shown), StandardCharsets.UTF_8), page.at(all.at("/timeline.json")),
                page.first() == 0 ? null : new LanePage(Math.max(0, page.first() - LanePage.MOST), page.pinned()).at(all.at(Links.PATH)),
                view.moreLanes() == 0 ? null : new LanePage(page.needed(), page.pinned()).at(all.at(Links.PATH)));
    }

    /** The form for a filter takes names as people write them; everything else has slugs. */
    private Map<String, List<String>> withSlugs(Map<String, List<String>> given) {
        var read = new LinkedHashMap<String, List<String>>();
        given.forEach((word, values) -> read.put(word, NAMED.contains(word) ? values.stream().map(this::slug).toList() : values));
        return read;
    }

    private String slug(String typed) {
        if (typed.isBlank() || Slugs.isSlug(typed)) {
            return typed;
        }
        var slug = Slugs.of(typed);
        return directory.actor(slug).isPresent() ? slug : typed;
    }

    private static Window window(String date) {
        try {
            return Window.parse(date, date);
        } catch (EdtfException unread) {
            throw new BadParameterException(Links.GO, "go: " + unread.getMessage());
        }
    }

    private static UUID selected(Map<String, List<String>> given) {
        var values = given.getOrDefault(Links.SELECTED, List.of()).stream().filter(value -> !value.isBlank()).toList();
        if (values.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(values.get(0));
        } catch (IllegalArgumentException notAnId) {
            throw new BadParameterException(Links.SELECTED, "selected: ‘" + values.get(0) + "’ is no id of an item");
        }
    }
}
