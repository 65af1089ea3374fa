package org.demarche.item;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.demarche.time.Window;

/**
 * The one place where items are asked for. Whatever lists items (a page, JSON, CSV, a feed) asks here with a {@link TimelineQuery}, so
 * that what is seen is what is exported.
 */
public interface Items {
    /**
     * One page of the query's items in its order, from its cursor on.
     *
     * @throws org.demarche.web.BadParameterException on {@code cursor}, where it is not one that an earlier page gave
     */
    Slice list(TimelineQuery query);

    Total count(TimelineQuery query);

    /** The same for several queries, in their order. What they name is looked up at once. */
    List<Total> counts(List<TimelineQuery> queries);

    /** All items of the query in its order, in batches: each is dropped before the next is read, so memory does not grow with the number. */
    void each(TimelineQuery query, Consumer<List<Item>> batch);

    /**
     * What each item of the query comes to, in the query's order. Of many items it waits in files for its turn, so that the database can be read in
     * the order in which it holds them: then the first is taken only once all were read. Memory does not grow with their number.
     *
     * @param form called by several threads, in any order
     */
    void each(TimelineQuery query, Function<Item, byte[]> form, Consumer<byte[]> taken);

    /**
     * The same for all items as they were known once the revision of this number was kept, by date.
     *
     * @param number at most {@link #revision()}
     */
    void each(long number, Consumer<List<Item>> batch);

    /** The items of these ids that are there, in the order of the ids. */
    List<Item> of(Collection<UUID> ids);

    /** The same as they were known at a moment, null being now. */
    List<Item> of(Collection<UUID> ids, AsOf moment);

    /**
     * Counts for each lane (by the query's {@code lanes}) and step, of the query's items that may fall within the bounds.
     *
     * <p>In the lane of a principal only the stances that it holds count, in that of a target only those toward it, in that of a dyad only
     * those of the one toward the other, and in any other lane all; with targets in the query only those toward them, unless the lane is by
     * targets itself.
     *
     * @param bounds the first day of each step and, last, the day after the last step: two or more, each after the one before
     * @param most lanes at most, the most active ones, beside those that are not of one value
     */
    Lanes lanes(TimelineQuery query, List<Long> bounds, int most);

    /**
     * What a drawing of the query's items shows, those in the frame's window and those around it, with the stances that {@link #lanes} counts.
     * Events and joint statements of many have the first lanes; then come the pinned ones, the most active in the window, and what has no value.
     */
    View view(TimelineQuery query, View.Frame frame);

    /**
     * Counts for each value of these facets. A facet is counted as if its own filter were not set: each count is the number of items
     * of {@link Facet#taking}. Of years those from the first to the last that a known bound names, each with the items that may fall
     * in it, or that must where the query asks for these alone.
     */
    Facets facets(TimelineQuery query, Set<Facet> asked);

    /**
     * The window that a timeline of this query opens on: the shortest that wholly holds four fifths of its items with two known bounds,
     * widened to at least seven days, the odd day after; of more than 5,000 such items the shortest of whole months. Empty where no item has two known bounds.
     */
    Optional<Window> opening(TimelineQuery query);

    /**
     * From the first to the last day that a known bound of an item of the query names, an item with neither bound where it stands; empty
     * where there is none.
     */
    Optional<Window> extent(TimelineQuery query);

    /** The last item that ends before the query's window and the first that starts after it, the window itself left aside otherwise. */
    Edges edges(TimelineQuery query);

    /** The number of the last revision that all answers from now on take into account: for caches, and to tell whether anything changed. */
    long revision();

    /** @param next the cursor of the next page, null on the last */
    record Slice(List<Item> items, String next, long total) {
    }

    record Total(long statements, long events) {
        public long all() {
            return statements + events;
        }
    }

    record Edges(Optional<Item> before, long countBefore, Optional<Item> after, long countAfter) {
    }
}
