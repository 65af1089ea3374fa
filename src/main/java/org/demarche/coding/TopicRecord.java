package org.demarche.coding;

import java.util.UUID;

import org.demarche.history.RootRecord;

/**
 * A concept of the code book.
 *
 * @param slug made from the label where it is null
 * @param parent the slug of the topic above it, may be null
 */
public record TopicRecord(UUID id, String slug, Integer version, String label, String definition, String parent, String reason) implements RootRecord {
    @Override
    public TopicRecord identified(UUID id, Integer version) {
        return new TopicRecord(id, slug, version, label, definition, parent, reason);
    }

    @Override
    public String heading() {
        return label;
    }

    @Override
    public String page() {
        return "/topics/" + slug;
    }
}
