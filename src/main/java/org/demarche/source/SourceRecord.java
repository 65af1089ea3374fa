package org.demarche.source;

import java.util.UUID;

import org.demarche.history.RootRecord;

/**
 * A publisher.
 *
 * @param slug made from the name where it is null
 * @param reliability A to F by the Admiralty code, null where not rated
 */
public record SourceRecord(UUID id, String slug, Integer version, String name, String reliability, String reason) implements RootRecord {
    @Override
    public SourceRecord identified(UUID id, Integer version) {
        return new SourceRecord(id, slug, version, name, reliability, reason);
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public String page() {
        return "/sources/" + slug;
    }
}
