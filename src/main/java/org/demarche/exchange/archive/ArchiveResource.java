package org.demarche.exchange.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.demarche.web.Role;

/** Everything to take away. */
@Path("/exchange/archive.zip")
public class ArchiveResource {
    @Inject
    Archives archives;

    @GET
    @Produces("application/zip")
    @RolesAllowed(Role.READER)
    public Response archive() {
        StreamingOutput body = out -> archives.write(out, new RestingPace(Pace.FULL));
        return Response.ok(body).header("Content-Disposition", "attachment; filename=\"demarche-archive.zip\"").build();
    }
}
