package org.demarche.exchange.in;

import java.io.IOException;
import java.util.List;

import org.demarche.history.Change;

/** A kind of file that is taken in by rules of its own instead of row by row. */
public non-sealed interface WholeFormat extends ImportFormat {
    /** Follows it. */
    interface Work {
        /**
         * @param all 0 where nobody knows
         * @throws java.util.concurrent.CancellationException where it is to break off between two of its steps
         */
        void told(long done, long all);

        /** Notes what a change is going to change, so that it can be undone. */
        void begins(Change change);
    }

    /**
     * What came of it, or would.
     *
     * @param read records in the file
     * @param changed records that are here in another state
     * @param unchanged what is here already, in this state or a later one
     * @param problems the first of the conflicts and refusals
     */
    record Outcome(long read, long fresh, long changed, long unchanged, long conflicts, long refused, List<ImportProblem> problems) {
    }

    /**
     * Takes the file in. Where it was broken off it is taken in again from its beginning, and passes over what is here already.
     *
     * @param check whether to write nothing
     * @throws UnreadableFileException where it is no file of this kind, or damaged
     */
    Outcome take(ImportFile file, boolean check, Work work) throws IOException;
}
