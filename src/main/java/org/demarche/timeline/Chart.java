package org.demarche.timeline;

import java.util.List;

/**
 * The drawing of items one by one, or of their number for each step: what the template only writes down.
 *
 * @param height pixels, the axis apart
 * @param today pixels from the left edge; null where today is not in the window
 * @param ties lines between the lanes that share a joint statement, as SVG path data
 * @param arcs from a reply to what it replies to, likewise
 */
record Chart(Axis axis, int height, Double today, List<Lane> lanes, List<String> ties, List<String> arcs) {
    /** Pixels: lane heads, then the plot. */
    static final int WIDTH = 1000;
    static final int HEADS = 182;
    static final int PLOT = WIDTH - HEADS;
    /** How many items are drawn one by one at most. */
    static final int MOST = 300;

    /**
     * @param href the same view of this lane alone; null where a lane can't be asked for
     * @param ticks where joint statements of four or more, drawn once above, have a part of this lane
     */
    record Lane(String name, String href, String count, double top, double height, List<Mark> marks, List<Double> ticks) {
        /** The name as far as there is room for it. */
        public String head() {
            return LaneItems.head(name);
        }

        public double bottom() {
            return top + height;
        }

        public double nameY() {
            return top + 25;
        }

        public double countY() {
            return top + 43;
        }

        /** Where a tick ends; it begins at the top. */
        public double tickY() {
            return top + 8;
        }
    }
}
