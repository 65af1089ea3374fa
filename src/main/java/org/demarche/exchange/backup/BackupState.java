package org.demarche.exchange.backup;

import java.time.Instant;

/**
 * What is remembered of backups, in a file beside them.
 *
 * @param since when this instance first asked itself about backups: before that it is not late
 * @param last the last one that succeeded, null where none did
 * @param failedAt when the last one failed, null where the last one succeeded
 * @param failure why, in words for people
 */
record BackupState(Instant since, Backup last, Instant failedAt, String failure) {
    /**
     * @param revisions the number of the last change that it holds
     * @param restored whether it was restored elsewhere to check it, else it was only read
     */
    record Backup(Instant at, String file, long bytes, long revisions, long records, long items, boolean restored) {
    }
}
