package org.demarche.history;

import java.util.List;

/**
 * What somebody else saved while a form was open, field by field, with what is to become of each.
 *
 * @param by who saved it
 * @param version theirs, to which the choices belong
 */
public record Meanwhile(String by, int version, List<Field> fields) {
    /** As the choice of a field: their value stands. */
    static final String THEIRS = "theirs";
    /** As the choice of a field: the value of this form stands. */
    static final String YOURS = "yours";

    /** The name of the form's field that says to which version the choices belong. */
    public static final String SEEN = "seen";

    /**
     * One field that somebody else changed; its values are null where nothing stands there.
     *
     * @param name as the record has it
     * @param chosen {@value #THEIRS} or {@value #YOURS}; null where both changed it and nobody has chosen yet
     */
    public record Field(String name, String words, String opened, String theirs, String yours, String chosen) {
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

        static String choice(String name) {
            return "meanwhile." + name;
        }
    }

    /** Whether it was shown and is decided: what both changed is chosen, what only they changed is theirs unless it was chosen otherwise. */
    public boolean isSettled(String seen) {
        return fields.isEmpty() || String.valueOf(version).equals(seen) && fields.stream().allMatch(field -> field.chosen != null);
    }
}
