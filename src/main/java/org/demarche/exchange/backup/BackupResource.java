package org.demarche.exchange.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.demarche.web.InvalidRecordException;
import org.demarche.web.Role;
import org.demarche.web.Violation;

/** What the command {@code backup} asks of the server that holds the data folder. Only who can read that folder has the key. */
@jakarta.ws.rs.Path("/exchange/backups/asked")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class BackupResource {
    @Inject
    ServerKey key;
    @Inject
    BackupRun run;

    /** @param file where to, an absolute path; null for the folder of backups */
    public record Asked(String file) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@HeaderParam(ServerKey.HEADER) String given, Asked asked) {
        refuseOthers(given);
        run.start(path(asked.file()));
        return Response.accepted(run.progress()).build();
    }

    @GET
    public BackupRun.Progress progress(@HeaderParam(ServerKey.HEADER) String given) {
        refuseOthers(given);
        return run.progress();
    }

    @POST
    @jakarta.ws.rs.Path("cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    public BackupRun.Progress cancel(@HeaderParam(ServerKey.HEADER) String given, Asked asked) {
        refuseOthers(given);
        run.cancel();
        return run.progress();
    }

    private void refuseOthers(String given) {
        if (!key.isRight(given)) {
            throw new ForbiddenException();
        }
    }

    private static Path path(String file) {
        if (file == null) {
            return null;
        }
        try {
            var path = Path.of(file);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException none) {
            // said below
        }
        throw new InvalidRecordException(List.of(new Violation("file", "Give an absolute path")));
    }
}
