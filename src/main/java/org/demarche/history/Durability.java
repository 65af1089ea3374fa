package org.demarche.history;

/** Makes what was committed survive a killed process; one implementation for each kind of database. */
public interface Durability {
    /** Returns once all that this thread committed before the call is on disk. */
    void await();

    /** Does work that fills an empty database: until it ends, nothing there has to outlast a loss of power. */
    default void filling(Runnable work) {
        work.run();
    }
}
