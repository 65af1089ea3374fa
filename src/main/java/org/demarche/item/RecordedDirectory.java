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
import org.demarche.history.Revisions;

/** Looks up what a query names in what is recorded. */
@ApplicationScoped
class RecordedDirectory implements Directory {
    @Inject
    Identities identities;
    @Inject
    Topics topics;
    @Inject
    Revisions revisions;
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

    @Override
    public Directory asOf(AsOf moment) {
        return new Then(revisions.lastBefore(moment.until()));
    }

    /** As it was known once the revision of a number was kept; what is recorded since can be named too, and finds nothing. */
    private final class Then implements Directory {
        private final long number;

        Then(long number) {
            this.number = number;
        }

        @Override
        public Optional<String> actor(String slug) {
            return known(RecordKind.ACTOR, slug).or(() -> RecordedDirectory.this.actor(slug));
        }

        @Override
        public Optional<String> topic(String slug) {
            return known(RecordKind.TOPIC, slug).or(() -> RecordedDirectory.this.topic(slug));
        }

        @Override
        public Optional<String> source(String slug) {
            return known(RecordKind.SOURCE, slug).or(() -> RecordedDirectory.this.source(slug));
        }

        @Override
        public boolean isDocument(UUID id) {
            return RecordedDirectory.this.isDocument(id) || isKnown(RecordKind.DOCUMENT, id);
        }

        @Override
        public boolean isEvent(UUID id) {
            return RecordedDirectory.this.isEvent(id) || isKnown(RecordKind.EVENT, id);
        }

        @Override
        public boolean isItem(UUID id) {
            return RecordedDirectory.this.isItem(id) || isKnown(RecordKind.STATEMENT, id) || isKnown(RecordKind.EVENT, id);
        }

        @Override
        public Optional<String> collection(String slug) {
            return RecordedDirectory.this.collection(slug);
        }

        /** A query that is kept under a title may have a moment of its own, which has no effect there. */
        @Override
        public Directory asOf(AsOf moment) {
            return this;
        }

        private Optional<String> known(RecordKind kind, String slug) {
            return identities.id(kind, slug).filter(id -> isKnown(kind, id)).flatMap(id -> identities.lastSlug(kind, id));
        }

        private boolean isKnown(RecordKind kind, UUID id) {
            return !revisions.at(number, kind, List.of(id)).isEmpty();
        }
    }
}
