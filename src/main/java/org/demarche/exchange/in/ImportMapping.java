package org.demarche.exchange.in;

/** How a file is read where its kind leaves that open, as an analyst may correct it. It is remembered for the next file that leaves the same open. */
public interface ImportMapping {
    /** What was left open, as the names of the columns: by this it is found again. */
    String names();

    /**
     * With what was chosen last time; what the file itself tells stays.
     *
     * @param last what {@link #write} gave of a mapping with the same names
     */
    ImportMapping asLast(String last);

    /** As JSON, which {@link ImportFormat#open} gets. */
    String write();
}
