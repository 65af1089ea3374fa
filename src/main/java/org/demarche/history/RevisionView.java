package org.demarche.history;

import java.time.Instant;
import java.util.UUID;

/**
 * A revision as others see it.
 *
 * @param record the whole record after the change, null for a retraction
 * @param reason null where nobody said
 */
public record RevisionView(long number, RecordKind kind, UUID id, int version, Instant at, String by, String reason, RootRecord record) {
    public boolean isRetraction() {
        return record == null;
    }

    /** The address of the page that asks why it is to be retracted. */
    public String retraction() {
        return "/history/" + kind.path() + "/" + id + "/retraction";
    }
}
