package org.demarche.time;

/** How a date is put into words. */
enum Style {
    /** '31 January or 1 February 2023'. */
    LONG,
    /** '31 Jan or 1 Feb 2023'. */
    SHORT,
    /** '31 Jan or 1 Feb': days go without their year, which stands on the axis. */
    LABEL,
    /** 'Tuesday 31 January or Wednesday 1 February 2023'. */
    WEEKDAY;

    boolean isShort() {
        return this == SHORT || this == LABEL;
    }
}
