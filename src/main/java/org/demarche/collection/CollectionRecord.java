package org.demarche.collection;

import java.util.UUID;

import org.demarche.history.RootRecord;

/**
 * A curated timeline.
 *
 * @param query a query string of the timeline without its question mark; empty for everything
 */
public record CollectionRecord(UUID id, String slug, Integer version, String title, String introduction, String query, String reason) implements RootRecord {
    @Override
    public CollectionRecord identified(UUID id, Integer version) {
        return new CollectionRecord(id, slug, version, title, introduction, query, reason);
    }

    @Override
    public String heading() {
        return title;
    }

    @Override
    public String page() {
        return "/collections/" + slug;
    }
}
