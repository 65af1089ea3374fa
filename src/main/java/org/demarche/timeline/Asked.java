package org.demarche.timeline;

import java.util.Set;

import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.time.Window;

/**
 * A query and what is known of it before anything is drawn.
 *
 * @param query as it was asked
 * @param all without a window
 * @param shown within the window
 * @param toward slugs of those whom it asks about
 * @param selected the item that is open; null where none is
 * @param today as a day number
 * @param page which lanes
 */
record Asked(TimelineQuery query, TimelineQuery all, TimelineQuery shown, Window window, Links links, Items.Total inView, Items.Total inAll,
             Set<String> toward, Item selected, long today, LanePage page) {
    /** Whether the view is small enough to draw its items one by one. */
    boolean each() {
        return inView.all() <= Chart.MOST;
    }

    boolean nothing() {
        return inView.all() == 0;
    }
}
