package org.demarche.history;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.web.RetractedException;
import org.demarche.web.UnknownRecordException;

/** Finds the record that an address names. */
@ApplicationScoped
public class PresentRecords {
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;

    /**
     * The present revision, never a retraction.
     *
     * @param key the id, or a slug that the record has or had
     * @throws UnknownRecordException where it names nothing
     * @throws RetractedException where the record was retracted
     */
    public RevisionView of(RecordKind kind, String key) {
        var name = kind.word() + " " + key;
        var present = identities.id(kind, key).or(() -> id(key)).flatMap(id -> revisions.present(kind, id)).orElseThrow(() -> new UnknownRecordException(name));
        if (present.isRetraction()) {
            throw new RetractedException(name);
        }
        return present;
    }

    private static Optional<UUID> id(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
