package org.demarche.timeline;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.web.Role;
import org.demarche.item.Directory;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BaseUrl;

/** The timeline to take away. */
@Path("/")
public class TimelineCsvResource {
    @Inject
    Items items;
    @Inject
    Directory directory;
    @Inject
    BaseUrl baseUrl;

    @GET
    @Path("timeline.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed(Role.READER)
    public Response csv(@Context UriInfo uri) {
        var query = TimelineQuery.parse(uri.getQueryParameters(), directory);
        boolean mark = query.value(Parameter.BOM).orElseThrow().equals("true");
        StreamingOutput body = out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var csv = new TimelineCsv(writer, mark, baseUrl);
            items.each(query, batch -> batch.forEach(item -> {
                try {
                    csv.write(item);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }));
            writer.flush();
        };
        return Response.ok(body).header("Content-Disposition", "attachment; filename=\"timeline.csv\"").build();
    }
}
