package org.demarche.history;

import java.util.List;

import org.demarche.text.WordDifferences;

/**
 * What somebody else saved while a form was open, field by field, with what is to become of each.
 *
 * @param by who saved it
 * @param version theirs, to which the choices belong
 * @param retracted why they retracted it; null where they did not
 */
public record Meanwhile(String by, int version, List<Field> fields, String retracted) {
    /** As the choice of a field: their value stands. */
    static final String THEIRS = "theirs";
    /** As the choice of a field: the value of this form stands. */
    static final String YOURS = "yours";
    /** As the choice of a field: what either put into a list or took out of it. */
    static final String BOTH = "both";

    /** The name of the form's field that says to which version the choices belong. */
    public static final String SEEN = "seen";

    /**
     * One field that somebody else changed. What stands in it is a line for each part of a list, with what differs from the opened version marked.
     *
     * @param name as the record has it
     * @param opened what stood there; empty where nothing did, as with {@code theirs} and {@code yours}
     * @param both what bringing the two together gives; empty where they can't be
     * @param chosen {@value #THEIRS}, {@value #YOURS} or {@value #BOTH}; null where both changed it and nobody has chosen yet
     */
    public record Field(String name, String words, List<String> opened, List<List<WordDifferences.Part>> theirs, List<List<WordDifferences.Part>> yours,
                        List<List<WordDifferences.Part>> both, String chosen) {
        /** The name of the form's field for the choice. */
        public String choice() {
            return choice(name);
        }

        public boolean isTheirs() {
            return THEIRS.equals(chosen);
        }

        public boolean isYours() {
            return YOURS.equals(chosen);
        }

        public boolean isBoth() {
            return BOTH.equals(chosen);
        }

        static String choice(String name) {
            return "meanwhile." + name;
        }
    }

    /** Whether it was shown and is decided: what was retracted comes back by saving once more, what both changed is chosen, what only they changed is theirs unless it was chosen otherwise. */
    public boolean isSettled(String seen) {
        return fields.isEmpty() && retracted == null || String.valueOf(version).equals(seen) && fields.stream().allMatch(field -> field.chosen != null);
    }
}
