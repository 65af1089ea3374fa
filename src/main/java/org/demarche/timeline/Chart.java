package org.demarche.timeline;

import java.util.List;

/**
 * The drawing of items one by one, or of their number for each step: what the template only writes down.
 *
 * @param height pixels, the axis apart
 * @param today pixels from the left edge; null where today is not in the window
 * @param ties lines between the lanes that share a joint statement, as SVG path data
 * @param moreLanes that come after these
 * @param arcs between items that are linked: from each reply to what it replies to, and all links of the item that is open
 */
record Chart(Axis axis, Cells cells, int height, Double today, List<Lane> lanes, List<String> ties, List<Arc> arcs, long moreLanes) {
    /** Pixels: lane heads, then the plot. */
    static final int WIDTH = 1000;
    static final int HEADS = 182;
    static final int PLOT = WIDTH - HEADS;
    /** How many items are drawn one by one at most. */
    static final int MOST = 300;

    /**
     * @param path SVG path data
     * @param said what the one is to the other
     * @param open whether the item that is open is one of its ends
     */
    record Arc(String path, String said, boolean open) {
    }

    /**
     * @param href the same view of this lane alone; null where a lane can't be asked for
     * @param existence when its actor was there
     * @param add the form for one more statement of this lane; null where there is none
     * @param ticks where joint statements of four or more, drawn once above, have a part of this lane
     */
    record Lane(String name, String href, String add, String count, double top, double height, List<Mark> marks, List<Double> ticks, Existence existence) {
        /** The name as far as there is room for it. */
        public String head() {
            return LaneNames.head(name);
        }

        public double bottom() {
            return top + height;
        }

        public double nameY() {
            return top + 25;
        }

        public double addY() {
            return countY() - 16;
        }

        public double plusY() {
            return countY() - 9;
        }

        public double countY() {
            return top + 43;
        }

        public double turnY() {
            return top + 14;
        }

        /** Where a tick ends; it begins at the top. */
        public double tickY() {
            return top + 8;
        }
    }
}
