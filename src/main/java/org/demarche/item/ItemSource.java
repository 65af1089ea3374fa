package org.demarche.item;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a feature supplies so that its records can be listed: its rows, a fixed number of database queries for each call. */
public interface ItemSource {
    ItemKind kind();

    /** The present rows of these ids. An id that is unknown, retracted or of the other kind is left out. */
    Map<UUID, Item> items(Collection<UUID> ids);
}
