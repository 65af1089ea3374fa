package org.demarche.time;

/** How the date of an item is known. */
public enum DateBasis {
    /** The source gives the date itself. */
    EXPLICIT,
    /** The source gives it relative to its own day: 'on Tuesday'. */
    EXPLICIT_RELATIVE,
    /** It follows from other dates in the source. */
    DERIVED,
    /** The analyst concludes it. */
    INFERRED,
    /** It comes from outside the source. */
    EXTERNAL
}
