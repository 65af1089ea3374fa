package org.demarche.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.time.DateWords;
import org.demarche.web.UnknownRecordException;

/** Finds any version of a record for its page. */
@ApplicationScoped
public class PastVersions {
    @Inject
    Revisions revisions;
    @Inject
    Differences differences;

    /**
     * All revisions of the record, the newest first, never empty.
     *
     * @throws UnknownRecordException where the id names nothing
     */
    public List<RevisionView> all(RecordKind kind, UUID id) {
        var all = revisions.of(kind, id);
        if (all.isEmpty()) {
            throw new UnknownRecordException(kind.label() + " " + id);
        }
        return all;
    }

    /**
     * All revisions of the record that were recorded before an instant, the newest first, never empty.
     *
     * @param words what the moment is called: '10 February 2023'
     * @throws UnknownRecordException where it was recorded later, or had been retracted
     */
    public List<RevisionView> knownBefore(Instant instant, String words, RecordKind kind, UUID id) {
        var all = all(kind, id);
        long last = revisions.lastBefore(instant);
        var known = all.stream().filter(revision -> revision.number() <= last).toList();
        var what = kind.label() + " " + id + " as known on " + words + ": it was ";
        if (known.isEmpty()) {
            throw new UnknownRecordException(what + "first recorded on " + DateWords.moment(all.get(all.size() - 1).at()));
        }
        if (known.get(0).isRetraction()) {
            throw new UnknownRecordException(what + "retracted on " + DateWords.moment(known.get(0).at()));
        }
        return known;
    }

    /** @throws UnknownRecordException where there is no such record or no such version of it */
    public PastVersion of(RecordKind kind, UUID id, int version) {
        var all = all(kind, id);
        if (version < 1 || version > all.size()) {
            throw new UnknownRecordException("version " + version + " of this " + kind.label());
        }
        int index = all.size() - version;
        var shown = all.get(index);
        var before = version == 1 ? null : all.get(index + 1).record();
        var rows = RevisionRow.ofOne(all);
        return new PastVersion(rows.get(index), shown.record(), differences.between(before, shown.record()), rows);
    }
}
