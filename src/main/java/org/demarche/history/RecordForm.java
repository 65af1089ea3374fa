package org.demarche.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.demarche.web.DateEcho;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Violation;

/**
 * The form of one record as it is shown: what was typed, what it comes to, what is wrong.
 *
 * @param base the version that was opened, null for a new record
 * @param read what the fields come to, null where the form was only just opened
 * @param violations each with the id of its field, empty where no field is at fault
 * @param meanwhile what somebody else saved since the form was opened, null where nobody did
 * @param question what {@link RecordFormPages#save} asks before anything is kept, null where it asks nothing
 */
public record RecordForm<R extends RootRecord>(RecordKind kind, R base, R read, FormFields fields, List<Violation> violations, Meanwhile meanwhile,
                                                Object question) {
    /** What scripts send while somebody types, to show what is understood so far. */
    static final String LIVE = "live";
    /** Begins what a button for one more row of a list sends. */
    static final String MORE = "more:";

    /**
     * A row of a list with the names of its fields.
     *
     * @param isEmpty whether it is the one that waits to be filled in
     */
    public record Row(FormFields fields, String list, int number, boolean isEmpty) {
        public String name(String field) {
            return list + "[" + number + "]." + field;
        }

        public String id(String field) {
            return FormErrors.id(name(field));
        }

        public String value(String field) {
            return fields.text(name(field));
        }

        /** Whether this is the empty row that was asked for. */
        public boolean isAdded() {
            return isEmpty && fields.text("action").equals(MORE + list);
        }
    }

    /** Whether a button was pressed that saves: there may be several, as {@code save:all}, where a question is answered with it. */
    static boolean isSaving(String action) {
        return action.equals("save") || action.startsWith("save:");
    }

    public boolean isNew() {
        return base == null;
    }

    /** Whether it comes back with what was typed, and is not opened for the first time. */
    public boolean isSent() {
        return fields.has("action");
    }

    public String value(String name) {
        return fields.text(name);
    }

    public String id(String name) {
        return FormErrors.id(name);
    }

    public boolean isSelected(String name, String value) {
        return fields.text(name).equals(value);
    }

    public boolean isTicked(String name, String value) {
        return fields.all(name).contains(value);
    }

    /** Whether it is the first field that is wrong. */
    public boolean isFocused(String id) {
        return !violations.isEmpty() && violations.get(0).field().equals(id);
    }

    /** Whether the first field has the focus: where nothing is wrong, nothing asked and no row was added. */
    public boolean isFirstFocused() {
        return violations.isEmpty() && meanwhile == null && question == null && !fields.text("action").startsWith(MORE);
    }

    /** Where it is sent to. */
    public String action() {
        return "/" + kind.path() + (base == null ? "/new" : "/" + base.id() + "/edit");
    }

    /** Where 'Cancel' leads. */
    public String cancel() {
        return base == null || base.page() == null ? kind.list() : base.page();
    }

    /**
     * What was typed as a date, in words with its EDTF; null where it can't be read.
     *
     * @param name of the field
     */
    public DateEcho dateEcho(String name) {
        return DateEcho.of(fields.text(name)).orElse(null);
    }

    /** The fields of a part of which there is just one. */
    public Row row(String list) {
        return new Row(fields, list, 0, false);
    }

    /** The rows in which one of these fields is filled in, and always an empty one. */
    public List<Row> rows(String list, String... deciding) {
        var rows = new ArrayList<Row>();
        int next = 0;
        for (int number : fields.rows(list)) {
            var row = new Row(fields, list, number, false);
            if (Arrays.stream(deciding).anyMatch(field -> !row.value(field).isBlank())) {
                rows.add(row);
            }
            next = Math.max(next, number + 1);
        }
        rows.add(new Row(fields, list, next, true));
        return rows;
    }
}
