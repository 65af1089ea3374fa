package org.demarche.history;

import java.util.UUID;

/**
 * A record of a root as forms fill it, the API takes and gives it and a revision keeps it.
 */
public interface RootRecord {
    /** Null until it is first kept. */
    UUID id();

    /** 1 for the first revision; null in a record that is new. */
    Integer version();

    /** Why it was changed, null where nobody said. */
    String reason();

    /** What lists of any records call it; never null or blank. */
    String heading();

    /** The path of the page that shows it; null where it has none. */
    default String page() {
        return null;
    }

    /** The same record with these. */
    RootRecord identified(UUID id, Integer version);
}
