package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.source.SourceRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishers as records. */
@Path("/api/v1/sources")
@Tag(name = "sources")
public class SourceResource extends RecordResource<SourceRecord> {
    SourceResource() {
        super(RecordKind.SOURCE);
    }
}
