package org.demarche.text;

/** How a document reports what was said. */
public enum ReportingMode {
    /** All of it stands in quotation marks. */
    VERBATIM("quoted"),
    /** A part of it stands in quotation marks. */
    MIXED("partly quoted"),
    /** It is told in the reporter's words. */
    INDIRECT("in the reporter’s words");

    private final String label;

    ReportingMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
