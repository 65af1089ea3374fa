package org.demarche.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Whether records are checked that were recorded elsewhere and come back as they are, within the present transaction. What was right by
 * what was known when it was recorded is not asked again: on whose behalf somebody spoke, whether a text has the words, where an anchor is.
 */
@ApplicationScoped
public class AsRecorded {
    private enum Which { PRESENT, EARLIER }

    @Inject
    TransactionSynchronizationRegistry transaction;

    public boolean isOn() {
        return which() != null;
    }

    /** Whether it is an earlier version: what it refers to may be the other way round by now. */
    public boolean isEarlier() {
        return which() == Which.EARLIER;
    }

    void begin(boolean earlier) {
        transaction.putResource(AsRecorded.class, earlier ? Which.EARLIER : Which.PRESENT);
    }

    private Which which() {
        return transaction.getTransactionKey() == null ? null : (Which) transaction.getResource(AsRecorded.class);
    }
}
