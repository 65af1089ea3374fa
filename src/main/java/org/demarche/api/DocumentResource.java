package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.source.DocumentRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents as records. */
@Path("/api/v1/documents")
@Tag(name = "documents")
public class DocumentResource extends RecordResource<DocumentRecord> {
    DocumentResource() {
        super(RecordKind.DOCUMENT);
    }
}
