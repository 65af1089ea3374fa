package org.demarche.exchange.archive;

import java.util.List;

/**
 * What came of an archive that was taken in.
 *
 * @param read records in the archive, retracted ones too
 * @param stored of them, new or changed here
 * @param changed of {@code stored}, those that were here in another state
 * @param unchanged what is here already, in this state or a later one
 * @param conflicts what was changed both here and there: it stays as it is here
 * @param refused what can't be kept here, and why
 * @param problems the first of the conflicts and refusals
 */
public record ArchiveOutcome(long read, long stored, long changed, long unchanged, long conflicts, long refused, List<Problem> problems) {
    /** @param row the line of the file; with the file in {@code column} */
    public record Problem(long row, String column, String value, String reason) {
    }
}
