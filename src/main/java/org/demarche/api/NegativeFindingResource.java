package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.analysis.NegativeFindingRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was looked for in vain, as records. */
@Path("/api/v1/negative-findings")
@Tag(name = "negative findings")
public class NegativeFindingResource extends RecordResource<NegativeFindingRecord> {
    NegativeFindingResource() {
        super(RecordKind.NEGATIVE_FINDING);
    }
}
