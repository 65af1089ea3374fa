package org.demarche.exchange.in;

import java.io.IOException;

/**
 * A kind of file that can be brought in. Whoever adds one writes a bean of this type and a {@link ProposalReader}; checking, names,
 * batches, cancelling, taking up again and undoing are {@code engine/}'s and the same for all.
 */
public interface ImportFormat {
    /** A file is read by the format that is surest of it, from this on. */
    int LIKELY = 50;

    /** The value of {@code format=}, as {@code gdelt2}; also of the column of the import. */
    String word();

    /** For people: 'GDELT 2.0 events'. */
    String label();

    /** How sure it is, from the name and the first bytes, that a file is of its kind: 0 not at all, 100 quite. It reads no more than a few kilobytes. */
    int sureness(ImportFile file) throws IOException;

    /**
     * How the file is read where its kind leaves that open, which the analyst may correct; null where nothing is open.
     *
     * @throws UnreadableFileException where the file is damaged
     */
    default ImportMapping proposedMapping(ImportFile file) throws IOException {
        return null;
    }

    /**
     * Reads the file from its beginning. It is opened several times: to look through it, to check, to store, and to write the wrong rows.
     * Each time it gives the same proposals with the same ids.
     *
     * @param mapping what {@link ImportMapping#write} gave, perhaps corrected; null where the format has none
     * @throws UnreadableFileException where it is no file of this kind, or damaged
     */
    ProposalReader open(ImportFile file, String mapping) throws IOException;
}
