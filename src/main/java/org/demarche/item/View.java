package org.demarche.item;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;

/**
 * What a drawing of a query shows: lanes, each with its items one by one where these are few, else with counts for each step.
 *
 * @param shown how many items are in the window, each once
 * @param items that stand one by one in any of the lanes, each once, by date
 * @param lanes one page of them
 * @param more lanes that come after this page
 * @param statementsAt how many statements of the query were made in the window at each of the events that stand one by one, or at what is part of it
 */
public record View(Items.Total shown, List<Item> items, List<Lane> lanes, long more, Map<UUID, Long> statementsAt) {

    /** The place of a lane among the pinned ones, behind all of them where it is none. */
    public static int place(List<String> pinned, String key) {
        int place = pinned.indexOf(key);
        return place < 0 ? pinned.size() : place;
    }

    /**
     * What is asked for beside the query.
     *
     * @param window what is in view
     * @param bounds the first day of each step and, last, the day after the last step: they hold the window, and as much around it as is to be had at once
     * @param unit what each step is, in the calendar; null where it is nothing that has a name
     * @param times of how many units a step is
     * @param first the number of the first lane of the page
     * @param pinned keys of lanes that come before the most active ones
     */
    public record Frame(Window window, List<Long> bounds, CalendarUnit unit, int times, int first, List<String> pinned, Limits limits) {
        public Frame(Window window, List<Long> bounds, int first, List<String> pinned, Limits limits) {
            this(window, bounds, null, 1, first, pinned, limits);
        }

        /** All that there is between the bounds. */
        public Window span() {
            return new Window(bounds.get(0), bounds.get(bounds.size() - 1) - 1);
        }
    }

    /**
     * @param lanes of a page
     * @param inLane a lane with more items between the bounds is counted
     * @param inAll so many items at most stand one by one: lanes behind are counted
     */
    public record Limits(int lanes, int inLane, int inAll) {
    }

    /**
     * @param key as {@link Lanes.Lane} has it
     * @param total items of the lane in the window, each once
     * @param events among them
     * @param joint statements among them with more than one principal
     * @param items places in {@link View#items}; null where they are counted
     * @param steps one for each step; null where the items stand one by one
     * @param weightiest of some of these steps the item that stands for all that may begin there, by the number of the step
     */
    public record Lane(String key, long total, long events, long joint, List<Integer> items, List<Lanes.Step> steps, Map<Integer, Item> weightiest) {
        public Lane(String key, long total, long events, long joint, List<Integer> items, List<Lanes.Step> steps) {
            this(key, total, events, joint, items, steps, Map.of());
        }

        public boolean isCounted() {
            return steps != null;
        }
    }
}
