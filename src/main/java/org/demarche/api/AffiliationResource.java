package org.demarche.api;

import jakarta.ws.rs.Path;

import org.demarche.actor.AffiliationRecord;
import org.demarche.history.RecordKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ties between actors as records. */
@Path("/api/v1/affiliations")
@Tag(name = "affiliations")
public class AffiliationResource extends RecordResource<AffiliationRecord> {
    AffiliationResource() {
        super(RecordKind.AFFILIATION);
    }
}
