package org.demarche.exchange.archive;

import java.util.concurrent.CancellationException;

/** Is told how far long work is, and may slow it down or break it off between two of its steps. */
@FunctionalInterface
public interface Pace {
    Pace FULL = (step, done, all) -> { };

    /**
     * @param step in words: 'Writing changes'
     * @param all 0 where nobody knows
     * @throws CancellationException to break it off
     */
    void told(String step, long done, long all);
}
