package org.demarche.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Routes for the tests alone: each fails, or takes a form, in one of the ways that features do. */
@Path("/specimens")
@PermitAll
public class Specimens {

    @Inject
    FormToken token;
    @Inject
    Notice notice;

    public record Part(String name, int count) {
    }

    public record Whole(String title, List<Part> parts) {
    }

    @GET
    @Path("/failing/{how}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public String fail(@RestPath String how) {
        throw switch (how) {
            case "invalid" -> new InvalidRecordException(List.of(new Violation("date", "This day does not exist."),
                    new Violation("speakers[0].actor", "There is no actor ‘atlantis’.")));
            case "stale" -> new StaleVersionException(Map.of("id", "7", "version", 4));
            case "unknown" -> new UnknownRecordException("actor ‘atlantis’");
            case "retracted" -> new RetractedException("statement 7");
            case "parameter" -> new BadParameterException("from", "‘soon’ is not a date; write 2023-02-01.");
            default -> new IllegalStateException("a secret of the inside");
        };
    }

    @POST
    @Path("/records")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Whole store(Whole whole) {
        return whole;
    }

    @POST
    @Path("/button")
    @Operation(hidden = true)
    public String press() {
        notice.saved(12);
        return "pressed";
    }

    @POST
    @Path("/form")
    @FormComesBack
    @Operation(hidden = true)
    public String fillIn(@RestForm String words) {
        Violations violations = new Violations();
        token.check(violations);
        return violations.isEmpty() ? "stored " + words : violations.list().get(0).message() + " " + words;
    }

    @GET
    @Path("/noticed")
    @Operation(hidden = true)
    public String change() {
        notice.saved(12);
        return "changed";
    }

    @GET
    @Path("/administrator")
    @RolesAllowed("administrator")
    @Operation(hidden = true)
    public String administer() {
        return "administered";
    }

    @GET
    @Path("/nobody")
    @RolesAllowed("nobody")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String forbid() {
        return "never";
    }
}
