package org.demarche.exchange.in;

import java.io.IOException;

/** A file that can't be brought in as a whole: damaged, of another kind, larger than it may be. */
public class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final long row;
    private final String column;
    private final String value;

    /**
     * @param row where it shows, counted from 1, 0 where it is the file as a whole
     * @param column may be null
     * @param value may be null
     * @param reason for people
     */
    public UnreadableFileException(long row, String column, String value, String reason) {
        super(reason);
        this.row = row;
        this.column = column;
        this.value = value;
    }

    /** @param reason why the file as a whole can't be read, for people */
    public UnreadableFileException(String reason) {
        this(0, null, null, reason);
    }

    /** As it is listed among those of the rows. */
    public ImportProblem problem() {
        return new ImportProblem(row, column, value, getMessage());
    }
}
