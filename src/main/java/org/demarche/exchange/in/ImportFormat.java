package org.demarche.exchange.in;

import java.io.IOException;

/** A kind of file that can be brought in: {@link RowFormat row by row}, or {@link WholeFormat by rules of its own}. */
public sealed interface ImportFormat permits RowFormat, WholeFormat {
    /** A file is read by the format that is surest of it, from this on. */
    int LIKELY = 50;

    /** The value of {@code format=}, as {@code gdelt2}; also of the column of the import. */
    String word();

    /** For people: 'GDELT 2.0 events'. */
    String label();

    /** How sure it is, from the name and the first bytes, that a file is of its kind: 0 not at all, 100 quite. It reads no more than a few kilobytes. */
    int sureness(ImportFile file) throws IOException;
}
