package org.demarche.item;

import java.util.List;
import java.util.Locale;

import org.demarche.coding.StanceSign;

/**
 * Counts for each lane and step of a window.
 *
 * @param bounds the first day of each step and, last, the day after the last step: one more than there are steps
 * @param lanes the most active first, then by key
 * @param more lanes that were left out; those that no value has, as the events' and the joint ones', never are
 */
public record Lanes(List<Long> bounds, List<Lane> lanes, long more) {
    /** The key of the lane of events where lanes are by what only statements have. */
    public static final String EVENTS = "events";
    /** The key of the lane that holds joint statements of four or more when lanes are by principal, alone or with whom it is about. */
    public static final String JOINT = "joint";
    /** The key of the lane of what has no value of what the lanes are by: of which nobody knows for whom it was said, of no topic. */
    public static final String UNKNOWN = "unknown";

    /** Between the two slugs of the key of a dyad. No slug has it. */
    public static final String TOWARD = ">";

    /** What a lane is: the values of the parameter {@code lanes}, in the order in which they are offered. */
    public enum By {
        DYAD("who on whom"), PRINCIPAL("on whose behalf"), BEHALF("anywhere in a chain"), ACTOR("who takes part"), TARGET("about whom"), TYPE("event code"),
        TOPIC("topic"), COUNTRY("country"), KIND("statements and events");

        private final String label;

        By(String label) {
            this.label = label;
        }

        /** @param word one of the parameter's values */
        public static By of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** As it is written in a URL. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        /** Whether events have a lane of their own, above all others: what these lanes are by, only statements have. */
        public boolean setsEventsApart() {
            return switch (this) {
                case DYAD, PRINCIPAL, BEHALF, ACTOR, TARGET -> true;
                case TYPE, TOPIC, COUNTRY, KIND -> false;
            };
        }

        /** Whether a joint statement of four or more stands once, in a lane of its own. */
        public boolean setsJointApart() {
            return this == PRINCIPAL || this == DYAD;
        }

        /** Whether in a lane only the stances count that its principal holds. */
        public boolean isOfHolders() {
            return this == PRINCIPAL || this == DYAD;
        }

        /** Whether in a lane only the stances count that are toward whom the lane is about. */
        public boolean isOfTargets() {
            return this == TARGET || this == DYAD;
        }
    }

    /**
     * @param key a slug, two with {@link #TOWARD} between them, a code or kind, {@link #EVENTS}, {@link #JOINT} or {@link #UNKNOWN};
     *     a dyad whose principal speaks about no other has nothing behind the sign
     * @param total items of the lane in the window, each once
     * @param events among them
     * @param joint statements among them with more than one principal
     * @param steps one for each step, empty ones too
     */
    public record Lane(String key, long total, long events, long joint, List<Step> steps) {
        /** The first slug of a dyad; any other key as it is. */
        public String principal() {
            return key.contains(TOWARD) ? key.substring(0, key.indexOf(TOWARD)) : key;
        }

        /** The second slug of a dyad; the empty text where it has none. */
        public String target() {
            return key.contains(TOWARD) ? key.substring(key.indexOf(TOWARD) + 1) : "";
        }
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
