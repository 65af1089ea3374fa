package org.demarche.web;

/** How long the texts of records may be, in characters. */
public final class RecordLimits {
    public static final int NAME = 300;
    public static final int TITLE = 1_000;
    public static final int SUMMARY = 5_000;
    public static final int WORDS = 100_000;
    public static final int NOTE = 5_000;
    public static final int REASON = 1_000;
    public static final int ADDRESS = 2_000;
    /** A document's own text. With JSON's escapes its record still fits the column of a revision. */
    public static final int DOCUMENT_TEXT = 500_000;
    /** A whole record as JSON: the widest column that H2 has. */
    public static final int RECORD = 1_048_576;
    /** How many speakers, targets, renderings and the like one record may have. */
    public static final int PARTS = 200;

    private RecordLimits() {
    }
}
