package org.demarche.exchange.archive;

/** A file is no archive that can be taken in. The message is for people, and names the file in the archive and the line where there is one. */
public class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message for people, a whole sentence */
    public ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String file, long line, String message) {
        super(file + ", line " + line + ": " + message);
    }
}
