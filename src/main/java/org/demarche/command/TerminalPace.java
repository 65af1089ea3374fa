package org.demarche.command;

import java.util.Locale;

import org.demarche.exchange.archive.Pace;

/** Shows how far a command is, where standard error is a terminal: one line that is written over. */
final class TerminalPace implements Pace {
    private static final long BETWEEN_NANOSECONDS = 100_000_000;

    private final boolean shown = System.console() != null;
    private String step = "";
    private long told;

    @Override
    public void told(String now, long done, long all) {
        long time = System.nanoTime();
        if (!shown || now.equals(step) && time - told < BETWEEN_NANOSECONDS) {
            return;
        }
        System.err.print((now.equals(step) || step.isEmpty() ? "\r" : "\n") + now + ": " + (all > 0 ? String.format(Locale.ROOT, "%,d of %,d", done, all) : String.format(Locale.ROOT, "%,d", done)) + "   ");
        step = now;
        told = time;
    }

    /** Leaves the line as it is. */
    void end() {
        if (shown && !step.isEmpty()) {
            System.err.println();
        }
    }
}
