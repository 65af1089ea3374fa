package org.demarche.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;

import org.apache.commons.csv.CSVPrinter;
import org.demarche.timeline.TimelineCsv;
import org.demarche.web.BaseUrl;
import org.demarche.web.FormFields;
import org.demarche.web.Role;
import org.jboss.resteasy.reactive.RestPath;

/** Who has reacted and who is silent, to take away: a row for each actor, empty where nothing is recorded. */
@Path("/events/{id}/reactions.csv")
@Blocking
public class ReactionsCsvResource {
    private static final List<String> COLUMNS = List.of("actor", "name", "note", "first_reaction", "date", "after", "how", "to", "words", "summary", "stance", "url", "looked", "looked_note",
            "looked_by", "looked_at");

    @Inject
    Reactions reactions;
    @Inject
    ReactionsAsked asked;
    @Inject
    BaseUrl baseUrl;

    @GET
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed(Role.READER)
    public Response csv(@RestPath UUID id, @Context UriInfo uri) throws IOException {
        var of = asked.of(uri.getQueryParameters().getOrDefault("of", List.of()));
        var view = reactions.view(asked.event(id), of, new FormFields(Map.of()), List.of());
        var text = new StringWriter();
        var csv = new CSVPrinter(text, TimelineCsv.FORMAT);
        csv.printRecord(COLUMNS);
        for (var row : view.rows()) {
            csv.printRecord(cells(row));
        }
        return Response.ok(text.toString()).header("Content-Disposition", "attachment; filename=\"reactions.csv\"").build();
    }

    private List<Object> cells(ReactionsView.Row row) {
        var first = row.reaction();
        var looked = row.findings().isEmpty() || first != null ? null : row.findings().get(0);
        var item = first == null ? null : first.row().item();
        return List.of(row.actor().slug(), TimelineCsv.guarded(row.actor().name()), row.note() == null ? "" : row.note(), item == null ? "" : item.id(),
                item == null ? "" : item.when().date(), first == null ? "" : first.after(), first == null ? "" : first.how(), first == null ? "" : TimelineCsv.guarded(first.to()),
                item == null || item.report() == null ? "" : TimelineCsv.guarded(item.report().words()), item == null ? "" : TimelineCsv.guarded(item.summary()),
                first == null ? "" : first.row().mark().words(), first == null ? "" : baseUrl.at(first.row().page()),
                looked == null ? "" : TimelineCsv.guarded(looked.looked()), looked == null ? "" : TimelineCsv.guarded(looked.note()), looked == null ? "" : TimelineCsv.guarded(looked.by()),
                looked == null ? "" : looked.at());
    }
}
