package org.demarche.item;

import java.util.List;

import org.demarche.coding.StanceSign;

/**
 * Counts for each lane and step of a window.
 *
 * @param bounds the first day of each step and, last, the day after the last step: one more than there are steps
 * @param lanes the most active first, then by key; those of no actor are told by their keys
 * @param more lanes of actors that were left out
 */
public record Lanes(List<Long> bounds, List<Lane> lanes, long more) {
    /** The key of the lane of events when lanes are by principal or actor. */
    public static final String EVENTS = "events";
    /** The key of the lane that holds joint statements of four or more when lanes are by principal. */
    public static final String JOINT = "joint";
    /** The key of the lane of statements of which nobody knows for whom, or among actors by whom, they were made. */
    public static final String UNKNOWN = "unknown";

    /**
     * @param key a slug, a kind, {@link #EVENTS}, {@link #JOINT} or {@link #UNKNOWN}
     * @param total items of the lane in the window, each once
     * @param joint statements among them with more than one principal
     * @param steps one for each step, empty ones too
     */
    public record Lane(String key, long total, long joint, List<Step> steps) {
    }

    /**
     * @param surely items that definitely fall in the step, by the ordinal of their {@link StanceSign}; events count as NONE
     * @param possibly items that only possibly do
     */
    public record Step(int[] surely, int[] possibly) {
        public int surely(StanceSign sign) {
            return surely[sign.ordinal()];
        }

        public int possibly(StanceSign sign) {
            return possibly[sign.ordinal()];
        }
    }
}
