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
        var present = orRetraction(kind, key);
        if (present.isRetraction()) {
            throw new RetractedException(name(kind, key));
        }
        return present;
    }

    /** The same, but of what was retracted its retraction: for a form that was opened before. */
    public RevisionView orRetraction(RecordKind kind, String key) {
        return identities.id(kind, key).or(() -> id(key)).flatMap(id -> revisions.present(kind, id)).orElseThrow(() -> new UnknownRecordException(name(kind, key)));
    }

    /**
     * The revision with which a form was opened.
     *
     * @param version as the form has it
     * @throws RetractedException where it says none, and the record was retracted
     */
    public RevisionView opened(RevisionView present, String version) {
        var opened = revisions.opened(present, version);
        if (opened.isRetraction()) {
            throw new RetractedException(name(present.kind(), present.id().toString()));
        }
        return opened;
    }

    private static String name(RecordKind kind, String key) {
        return kind.word() + " " + key;
    }

    private static Optional<UUID> id(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
