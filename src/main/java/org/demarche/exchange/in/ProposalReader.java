package org.demarche.exchange.in;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Turns a file into proposals, one row after the other, in memory that does not grow with their number. */
public interface ProposalReader extends Closeable {
    /** What the cells of each proposal are called: the header of the file of wrong rows. */
    List<String> header();

    /**
     * The next row, null at the end. A row that can't be understood is a proposal with problems; only what makes the rest of the file
     * unreadable is thrown.
     *
     * @throws UnreadableFileException with the row
     */
    Proposal next() throws IOException;
}
