package org.demarche.exchange.archive;

/** Rests after each step as long as the step took, so that whoever writes meanwhile has half of a processor, and waits for one step at most. */
public final class RestingPace implements Pace {
    private static final long LONGEST_REST_MILLISECONDS = 400;

    private final Pace told;
    private long since = System.nanoTime();

    /** @param told is told each step, before the rest */
    public RestingPace(Pace told) {
        this.told = told;
    }

    @Override
    public void told(String step, long done, long all) {
        told.told(step, done, all);
        try {
            Thread.sleep(Math.min(LONGEST_REST_MILLISECONDS, (System.nanoTime() - since) / 1_000_000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("It was interrupted");
        }
        since = System.nanoTime();
    }
}
