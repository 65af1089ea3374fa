package org.demarche.exchange.in.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.demarche.exchange.in.UnreadableFileException;

/** The rows of a table in a file, whatever its form, one after the other. */
public interface TableReader extends Closeable {
    /** As many as a form has room for. */
    int MOST_COLUMNS = 500;

    /**
     * A row below the header.
     *
     * @param row counted from 1 with the header, blank ones too
     * @param cells as many as there are columns; never null
     */
    record Row(long row, List<String> cells) {
    }

    /** The names of the columns as they stand in the file, none twice. */
    List<String> header();

    /**
     * The next row that is not blank, null at the end.
     *
     * @throws UnreadableFileException with the row, where the rest can't be read
     */
    Row next() throws IOException;
}
