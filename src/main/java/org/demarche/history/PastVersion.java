package org.demarche.history;

import java.util.List;

/**
 * One version of a record, the present one too, as its page shows it.
 *
 * @param record null where the version is a retraction
 * @param differences from the version before
 * @param revisions all of the record, the newest first
 */
public record PastVersion(RevisionRow shown, RootRecord record, List<Differences.Difference> differences, List<RevisionRow> revisions) {
    public RevisionRow present() {
        return revisions.get(0);
    }

    /** Where the versions of the record stand, each by its number. */
    public String versions() {
        return shown.page() + "/revisions";
    }
}
