package org.demarche.timeline;

import org.demarche.time.Window;

/**
 * Where days stand along a drawing.
 *
 * @param window with both bounds
 * @param left pixels from the drawing's edge to the start of the first day
 * @param width pixels from there to the end of the last day
 */
record Scale(Window window, double left, double width) {
    /** From so many pixels a day on, an item is a bar with a label, not its shape alone. */
    private static final double WIDE = 40;

    /** Where a day begins, also of one outside the window; days without bound stand at the edge. */
    double x(long day) {
        long near = Math.max(window.from() - 1, Math.min(window.to() + 2, day));
        return rounded(left + (near - window.from()) * dayWidth());
    }

    double dayWidth() {
        return width / window.length();
    }

    double right() {
        return left + width;
    }

    boolean isWide() {
        return dayWidth() > WIDE;
    }

    /** To a tenth of a pixel, so that a page stays small. */
    static double rounded(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }
}
