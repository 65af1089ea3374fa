package org.demarche.timeline;

import java.net.URI;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.demarche.item.Parameter;
import org.demarche.web.BaseUrl;
import org.demarche.web.Framing;

/** How a view is given to somebody else: for the dialog of the timeline. */
@Named("sharing")
@RequestScoped
public class Sharing {
    /** What a frame shows around the drawing: title, axis, key. Pixels. */
    private static final int AROUND_DRAWING = 130;
    private static final int LEAST_HEIGHT = 240;

    private final CurrentVertxRequest request;
    private final BaseUrl baseUrl;
    private final Framing framing;

    @Inject
    Sharing(CurrentVertxRequest request, BaseUrl baseUrl, Framing framing) {
        this.request = request;
        this.baseUrl = baseUrl;
        this.framing = framing;
    }

    /**
     * @param link the whole address of the view
     * @param frame HTML for a page that is to show it
     * @param framedElsewhere whether pages of other sites may
     */
    public record Share(String link, String frame, boolean framedElsewhere, String csv, String svg, String formats) {
    }

    public Share of(TimelineView view) {
        var links = new Links(view.query(), view.window());
        var shown = view.query().without(Parameter.CURSOR).without(Parameter.LIMIT).without(Parameter.BOM).without(Parameter.WIDTH).within(view.window());
        var page = new LanePage(0, request.getCurrent().queryParam(Pins.PIN));
        var link = page.at(links.here()) + (view.selected() == null ? "" : "&" + Links.SELECTED + "=" + view.selected().id());
        return new Share(whole(link), frame(view, whole(page.at(shown.at(EmbedPages.PATH)))), framing.isAllowedElsewhere(),
                shown.filtersOnly().within(view.window()).at("/timeline.csv"), page.at(shown.at("/timeline.svg")),
                shown.filtersOnly().within(view.window()).at("/exchange/export"));
    }

    /** As it was asked for, where no setting says how others reach this server. */
    private String whole(String path) {
        var address = baseUrl.at(path);
        return address.startsWith("/") ? URI.create(request.getCurrent().request().absoluteURI()).resolve("/").toString().replaceFirst("/$", "") + address : address;
    }

    private static String frame(TimelineView view, String address) {
        int drawing = view.chart() != null ? view.chart().height() : view.counted() != null ? view.counted().height() : 0;
        return "<iframe src=\"" + escaped(address) + "\" title=\"" + escaped(view.title()) + "\" width=\"" + Chart.WIDTH + "\" height=\""
                + Math.max(LEAST_HEIGHT, drawing + AROUND_DRAWING) + "\" loading=\"lazy\"></iframe>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
