package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.event.EventRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events as records. */
@Path("/api/v1/events")
@Tag(name = "events")
public class EventResource extends RecordResource<EventRecord> {
    EventResource() {
        super(RecordKind.EVENT);
    }
}
