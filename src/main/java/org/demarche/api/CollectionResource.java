package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.collection.CollectionRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Curated timelines as records. */
@Path("/api/v1/collections")
@Tag(name = "collections")
public class CollectionResource extends RecordResource<CollectionRecord> {
    CollectionResource() {
        super(RecordKind.COLLECTION);
    }
}
