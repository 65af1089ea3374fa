package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.coding.TopicRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Topics as records. */
@Path("/api/v1/topics")
@Tag(name = "topics")
public class TopicResource extends RecordResource<TopicRecord> {
    TopicResource() {
        super(RecordKind.TOPIC);
    }
}
