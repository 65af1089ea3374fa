package org.demarche.history;

import java.time.Instant;
import java.util.UUID;

/**
 * A revision just as it is kept.
 *
 * @param reason null where nobody said
 * @param format the form of the text, at most {@link #FORMAT}
 * @param text the whole record after the change as JSON, letter by letter; null for a retraction
 */
public record KeptRevision(long number, RecordKind kind, UUID id, int version, Instant at, String by, String reason, int format, String text) {
    /** The form in which texts are written now. */
    public static final int FORMAT = Revision.FORMAT;

    public boolean isRetraction() {
        return text == null;
    }
}
