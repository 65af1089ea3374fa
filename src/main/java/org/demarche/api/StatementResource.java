package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.statement.StatementRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements as records. */
@Path("/api/v1/statements")
@Tag(name = "statements")
public class StatementResource extends RecordResource<StatementRecord> {
    StatementResource() {
        super(RecordKind.STATEMENT);
    }
}
