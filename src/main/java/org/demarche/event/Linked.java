package org.demarche.event;

import java.util.List;

import org.demarche.history.RootRecord;

/** The record of a statement or an event, which holds the links to what is earlier. */
public interface Linked extends RootRecord {
    /** EDTF. */
    String date();

    List<LinkRecord> links();

    /** Slugs. */
    List<String> topics();

    /**
     * The same record with these links in place of its own.
     *
     * @param reason why, as its revision will say; may be null
     */
    Linked linked(List<LinkRecord> links, String reason);
}
