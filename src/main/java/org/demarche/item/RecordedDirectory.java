package org.demarche.item;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.coding.Topics;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;

/** Looks up what a query names in what is recorded. */
@ApplicationScoped
class RecordedDirectory implements Directory {
    @Inject
    Identities identities;
    @Inject
    Topics topics;
    @Inject
    Instance<SavedQueries> savedQueries;

    @Override
    public Optional<String> actor(String slug) {
        return identities.presentSlug(RecordKind.ACTOR, slug);
    }

    @Override
    public Optional<String> topic(String slug) {
        return Optional.ofNullable(topics.named(List.of(slug)).get(slug)).map(Topics.TopicName::slug);
    }

    @Override
    public Optional<String> source(String slug) {
        return identities.presentSlug(RecordKind.SOURCE, slug);
    }

    @Override
    public boolean isDocument(UUID id) {
        return identities.isPresent(RecordKind.DOCUMENT, id);
    }

    @Override
    public boolean isEvent(UUID id) {
        return identities.isPresent(RecordKind.EVENT, id);
    }

    @Override
    public boolean isItem(UUID id) {
        return identities.isPresent(RecordKind.STATEMENT, id) || isEvent(id);
    }

    @Override
    public Optional<String> collection(String slug) {
        return savedQueries.stream().map(queries -> queries.ofCollection(slug)).flatMap(Optional::stream).findFirst();
    }
}
