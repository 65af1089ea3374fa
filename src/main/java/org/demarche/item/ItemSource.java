package org.demarche.item;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a feature supplies so that its records can be listed: its rows, a fixed number of database queries for each call. */
public interface ItemSource {
    ItemKind kind();

    /**
     * The rows of these ids as they were known once the revision of this number was kept, under the present names of actors, topics and
     * publishers. An id that was unknown or retracted then, or is of the other kind, is left out.
     *
     * @param number {@link org.demarche.history.Revisions#NOW} for the present rows
     */
    Map<UUID, Item> items(Collection<UUID> ids, long number);
}
