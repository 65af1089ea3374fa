package org.demarche.exchange.in.engine;

/** Where an import stands. The first six are what programs may wait for; the last two follow only when somebody undoes it. */
public enum ImportState {
    /** Being looked through; nothing is written. */
    CHECKING("being checked"),
    /** Waits for the analyst to run it. */
    CHECKED("checked"),
    RUNNING("running"),
    DONE("done"),
    /** The file can't be read; what was stored before that shows in the counts. */
    FAILED("failed"),
    /** Stopped by the analyst; what was stored before that stays until it is undone. */
    CANCELLED("cancelled"),
    UNDOING("being undone"),
    UNDONE("undone");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the program works at it. */
    public boolean isAtWork() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }
}
