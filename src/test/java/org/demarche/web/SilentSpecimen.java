package org.demarche.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A route for the tests alone that does not say which role it needs. */
@Path("/specimens-silent")
public class SilentSpecimen {

    @GET
    @Operation(hidden = true)
    public String answer() {
        return "never";
    }
}
