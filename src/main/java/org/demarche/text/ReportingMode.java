package org.demarche.text;

/** How a document reports what was said. */
public enum ReportingMode {
    /** All of it stands in quotation marks. */
    VERBATIM,
    /** A part of it stands in quotation marks. */
    MIXED,
    /** It is told in the reporter's words. */
    INDIRECT
}
