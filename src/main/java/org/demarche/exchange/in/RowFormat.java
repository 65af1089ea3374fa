package org.demarche.exchange.in;

import java.io.IOException;

/**
 * A kind of file of which each row is a statement or event. Whoever adds one writes a bean of this type and a {@link ProposalReader}; checking, names,
 * batches, cancelling, taking up again and undoing are {@code engine/}'s and the same for all.
 */
public non-sealed interface RowFormat extends ImportFormat {
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
