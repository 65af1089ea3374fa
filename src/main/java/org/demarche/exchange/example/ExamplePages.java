package org.demarche.exchange.example;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.demarche.web.Role;
import org.demarche.web.Banner;

/** The example's mark on the timeline and the button that removes it. */
@Path("/example")
public class ExamplePages implements Banner {
    @Inject
    ExampleData example;

    @POST
    @Path("retraction")
    @RolesAllowed(Role.ANALYST)
    public Response remove() {
        example.remove();
        return Response.seeOther(URI.create("/timeline")).build();
    }

    @Override
    public Optional<Line> line() {
        return example.isPresent() ? Optional.of(new Line("This is an example: Japan, NATO and China, early 2023, read from one article. What you add stays when you remove it.",
                "/example/retraction", "Remove the example")) : Optional.empty();
    }
}
