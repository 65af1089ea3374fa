package org.demarche.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.demarche.exchange.in.engine.ImportDesk;
import org.demarche.exchange.in.engine.ImportView;
import org.demarche.exchange.in.engine.UnknownNames;
import org.demarche.web.BadParameterException;
import org.demarche.web.FileFromProgram;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that are brought in. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ImportResource {
    @Inject
    ImportDesk desk;

    /** What may be done with an import. */
    public record Next(String state) {
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.ANALYST)
    @FileFromProgram
    @Operation(summary = "Brings a file in", description = "Multipart, the file as the field file. Answers 202 at once; the address in Location tells how far it is.")
    public Response take(@RestQuery @DefaultValue("auto") String format, @RestQuery @DefaultValue("false") String check, @RestQuery("new") @DefaultValue("create") String unknown,
                         @RestForm("file") FileUpload file) throws IOException {
        if (!check.equals("true") && !check.equals("false")) {
            throw new BadParameterException("check", "‘true’ checks the file only, ‘false’ brings it in too");
        }
        UnknownNames names;
        try {
            names = UnknownNames.valueOf(unknown.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException other) {
            throw new BadParameterException("new", "What becomes of names that nobody has: create, leave or ask");
        }
        if (file == null) {
            throw new InvalidRecordException(List.of(new Violation("file", "Send the file as the field ‘file’ of multipart/form-data")));
        }
        var taken = desk.take(file.uploadedFile(), file.fileName(), format, check.equals("true"), names);
        desk.work(taken.id());
        return Response.accepted(taken).header("Location", "/api/v1/imports/" + taken.id()).build();
    }

    @GET
    @RolesAllowed(Role.READER)
    @Operation(summary = "The newest imports, without their problems")
    public List<ImportView> list() {
        return desk.newest(0, 50);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "How far an import is, and what keeps rows out")
    public ImportView show(@RestPath String id) {
        return desk.view(id(id));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    @Operation(summary = "Runs, cancels or undoes an import", description = "{\"state\":\"RUNNING\"} brings in what was checked, CANCELLED stops it, UNDONE takes back all that it stored.")
    public Response next(@RestPath String id, Next next) {
        var known = id(id);
        desk.view(known);
        switch (next == null || next.state() == null ? "" : next.state()) {
            case "RUNNING" -> desk.run(known);
            case "CANCELLED" -> desk.cancel(known);
            case "UNDONE" -> desk.undo(known);
            default -> throw new InvalidRecordException(List.of(new Violation("state", "RUNNING, CANCELLED or UNDONE")));
        }
        return Response.accepted(desk.view(known)).build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new UnknownRecordException("import ‘" + text + "’");
        }
    }
}
