package org.demarche.exchange.in.engine;

/**
 * What came of rows.
 *
 * @param fresh that are new here
 * @param kept records that were stored beside them: documents, actors, publishers, topics
 */
record ImportCounts(long read, long fresh, long changed, long unchanged, long conflicts, long refused, long kept) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(read + other.read, fresh + other.fresh, changed + other.changed, unchanged + other.unchanged, conflicts + other.conflicts, refused + other.refused,
                kept + other.kept);
    }
}
