package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.actor.ActorRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Actors as records. */
@Path("/api/v1/actors")
@Tag(name = "actors")
public class ActorResource extends RecordResource<ActorRecord> {
    ActorResource() {
        super(RecordKind.ACTOR);
    }
}
