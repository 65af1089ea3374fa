package org.demarche.web;

/** A line that a feature puts at the foot of the timeline and of the list of changes. */
public interface Foot {
    /** Null where there is nothing to say. */
    Line line();

    /** @param isBad whether somebody should look at it */
    record Line(String text, String href, boolean isBad) {
    }
}
