package org.demarche.collection;

import java.util.Optional;
import java.util.UUID;

import org.demarche.item.Directory;

/**
 * Believes what a kept query names, which was looked up when it was kept: so many queries are read without asking for each.
 *
 * @param query that of whatever collection is named
 */
record KeptDirectory(String query) implements Directory {
    @Override
    public Optional<String> actor(String slug) {
        return Optional.of(slug);
    }

    @Override
    public Optional<String> topic(String slug) {
        return Optional.of(slug);
    }

    @Override
    public Optional<String> source(String slug) {
        return Optional.of(slug);
    }

    @Override
    public boolean isDocument(UUID id) {
        return true;
    }

    @Override
    public boolean isEvent(UUID id) {
        return true;
    }

    @Override
    public boolean isItem(UUID id) {
        return true;
    }

    @Override
    public Optional<String> collection(String slug) {
        return Optional.of(query);
    }
}
