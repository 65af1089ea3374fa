package org.demarche.statement;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.demarche.web.Role;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.UndoPages;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Undoes a version of a statement, by the version instead of the number of the change. */
@Path("/statements/{id}/restoration")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class RestorationPages {
    @Inject
    Revisions revisions;
    @Inject
    UndoPages undoing;

    /** @param version to be undone; only the present one can be */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@RestPath UUID id, @RestForm int version) {
        return undoing.undo(revisions.version(RecordKind.STATEMENT, id, version)
                .orElseThrow(() -> new UnknownRecordException("version " + version + " of a statement with the id " + id)));
    }
}
