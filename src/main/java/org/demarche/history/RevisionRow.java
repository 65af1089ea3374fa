package org.demarche.history;

import java.util.List;

import org.demarche.time.DateWords;

/**
 * A revision as lists tell it.
 *
 * @param heading what the record was called after the change; before it for a retraction
 * @param page of that record, null where it has none
 * @param reason null where nobody said
 */
public record RevisionRow(long number, RecordKind kind, int version, String heading, String page, String at, String by, String reason, boolean retraction) {

    /** @param record the one after the change; for a retraction the last one before it */
    public static RevisionRow of(RevisionView revision, RootRecord record) {
        return new RevisionRow(revision.number(), revision.kind(), revision.version(), record.heading(), record.page(), DateWords.moment(revision.at()),
                revision.by(), revision.reason(), revision.isRetraction());
    }

    /** @param newestFirst all revisions of one record */
    public static List<RevisionRow> ofOne(List<RevisionView> newestFirst) {
        var last = newestFirst.stream().map(RevisionView::record).filter(java.util.Objects::nonNull).findFirst().orElseThrow();
        return newestFirst.stream().map(revision -> of(revision, revision.record() == null ? last : revision.record())).toList();
    }

    /** 'added', 'changed' or 'retracted'. */
    public String what() {
        return retraction ? "retracted" : version == 1 ? "added" : "changed";
    }
}
