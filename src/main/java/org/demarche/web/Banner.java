package org.demarche.web;

import java.util.Optional;

/** A line that a feature puts on top of the timeline, with one button. */
public interface Banner {
    /** Empty where there is nothing to say now. */
    Optional<Line> line();

    /**
     * @param action the address that the button posts a form to
     * @param button what it says
     */
    record Line(String text, String action, String button) {
    }
}
