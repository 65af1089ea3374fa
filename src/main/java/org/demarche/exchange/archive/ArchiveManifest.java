package org.demarche.exchange.archive;

import java.util.List;
import java.util.Map;

/**
 * What an archive says of itself: its last file, with a hash of each other one. Nothing in it depends on when or where it was made, so that
 * the same records make the same archive.
 *
 * @param version of the format
 * @param revisions the number of the last one
 * @param records by the path of their kind
 * @param items rows of the timeline
 */
public record ArchiveManifest(String format, int version, long revisions, Map<String, Count> records, long items, List<File> files) {
    static final String FORMAT = "demarche-archive";
    static final int VERSION = 1;

    /** All records that are not retracted. */
    long present() {
        return records.values().stream().mapToLong(Count::present).sum();
    }

    /** @param present records that are not retracted */
    public record Count(long revisions, long present) {
    }

    /** @param bytes unpacked */
    public record File(String name, long bytes, String sha256) {
    }
}
