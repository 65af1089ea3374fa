package org.demarche.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.demarche.history.Meanwhile;
import org.demarche.item.ItemRow;
import org.demarche.source.Documents;
import org.demarche.source.FormDate;
import org.demarche.text.Discrepancy;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Violation;

/**
 * The form as it is shown: what was typed, what was understood, what is wrong, and what there is to choose from.
 *
 * @param id null where the statement is new
 * @param document null where none is named yet
 * @param newDocument whether the document begins with this form
 * @param date when it was said; its own parts are null while that is not known
 * @param held whether the text of the document is held, so that words can be looked for in it
 * @param found whether they were found, null where nobody could look
 * @param alike what is recorded already of the same speaker on the same days, the likely duplicates first
 * @param misquoted how verbatim words differ from the text that is held, null where they don't
 * @param answered the statement or event to which it is a response, null where it is none
 * @param meanwhile what somebody else saved since the form was opened, null where nobody did
 */
record StatementForm(UUID id, FormFields fields, List<Violation> violations, Documents.DocumentName document, boolean newDocument, List<FormSpeakers.Row> understood,
                     List<FormStatement.Target> targets, FormDate date, String mode, Boolean found, FormPreview preview, List<Duplicates.Alike> alike, FormChoices choices,
                     ItemRow answered, Meanwhile meanwhile, Discrepancy misquoted) {

    /** What the buttons for one more row send. */
    static final String ADD_SPEAKER = "addSpeaker";
    static final String ADD_TARGET = "addTarget";

    /** A row of a list with the names of its fields. */
    final class Row {
        private final String prefix;
        private final FormSpeakers.Row speaker;
        private final boolean unknown;

        private Row(String list, int number, FormSpeakers.Row speaker, boolean unknown) {
            prefix = list + "[" + number + "].";
            this.speaker = speaker;
            this.unknown = unknown;
        }

        public String name(String field) {
            return prefix + field;
        }

        public String id(String field) {
            return FormErrors.id(prefix + field);
        }

        public String value(String field) {
            return fields.text(prefix + field);
        }

        /** Null where the row is no speaker or nobody is named in it yet. */
        public FormSpeakers.Row speaker() {
            return speaker;
        }

        /** Whether the form asks what it is. */
        public boolean isUnknown() {
            return unknown;
        }

        /** Whether this is the empty row that was asked for. */
        public boolean isAdded() {
            return violations.isEmpty() && value("actor").isEmpty() && fields.text("action").equals(prefix.startsWith("speakers") ? ADD_SPEAKER : ADD_TARGET);
        }

        /** Whose stance it is, in words; null while nobody is known to hold it. */
        public String holders() {
            var names = preview.speakers().stream().map(speaker -> speaker.behalf() == null ? speaker.name() : speaker.behalf()).distinct().toList();
            return value("actor").isBlank() || unknown ? null : !value("holder").isBlank() ? value("holder") : names.isEmpty() ? null : String.join(" and ", names);
        }

        /** Whether the part that names somebody else is to be seen: it is filled in or wrong, or nobody is the one answer. */
        public boolean isOtherOpen() {
            return speaker != null && (value("behalf").equals(FormSpeakers.OTHER) || violations.stream().map(Violation::field).anyMatch(List.of(id("chain"), id("as"))::contains));
        }

        /** Whether this answer to 'on whose behalf?' is the chosen one: the only one is, unless another was chosen. */
        public boolean isChosen(String key) {
            var chosen = value("behalf");
            boolean fits = chosen.equals(FormSpeakers.OTHER) || speaker.choices().stream().anyMatch(choice -> choice.key().equals(chosen));
            return fits ? chosen.equals(key) : speaker.only() != null && speaker.only().key().equals(key);
        }
    }

    public boolean isNew() {
        return id == null;
    }

    public String action() {
        return id == null ? "/statements/new" : "/statements/" + id + "/edit";
    }

    /** Whether it comes back with what was typed, and is not opened for the first time. */
    public boolean isSent() {
        return fields.has("action");
    }

    /** What is recorded already in much the same words. */
    public List<Duplicates.Alike> likely() {
        return alike.stream().filter(Duplicates.Alike::isLikely).toList();
    }

    /** What else the speaker said on the same days. */
    public List<Duplicates.Alike> others() {
        return alike.stream().filter(one -> !one.isLikely()).toList();
    }

    /** Whether saving waits for another press: what is likely the same was not shown before. */
    public boolean isWarned() {
        return isNew() && List.of("save", "next").contains(value("action")) && violations.isEmpty() && meanwhile == null
                && !likely().stream().map(one -> one.id().toString()).allMatch(fields.all("warned")::contains);
    }

    /** Whether it is the first field that is wrong. */
    public boolean isFocused(String id) {
        return isSent() && !violations.isEmpty() && violations.get(0).field().equals(id);
    }

    public boolean isOpenedInWords() {
        return violations.isEmpty() && meanwhile == null && !isWarned() && !List.of(ADD_SPEAKER, ADD_TARGET).contains(value("action"));
    }

    public String id(String field) {
        return FormErrors.id(field);
    }

    public boolean isOpenedInSource() {
        return false;
    }

    public String value(String field) {
        return fields.text(field);
    }

    public boolean isSelected(String field, String value) {
        return fields.text(field).equals(value);
    }

    public boolean isTicked(String field, String value) {
        return fields.all(field).contains(value);
    }

    public boolean isLastUsed() {
        return id == null && !choices.documents().isEmpty() && choices.documents().get(0).equals(value("source"));
    }

    /** Whether something in the closed part is filled in or wrong, so that it opens. */
    public boolean isMoreOpen() {
        return violations.stream().map(Violation::field).anyMatch(FormReading.IN_MORE::contains) || violations.stream().anyMatch(violation ->
                violation.field().startsWith("addressees-") || violation.field().startsWith("topics-") || violation.field().endsWith("-holder"));
    }

    /** Its rows, and an empty one where there is none or one more was asked for. */
    public List<Row> speakers() {
        return rows("speakers", ADD_SPEAKER);
    }

    public List<Row> abouts() {
        return rows("targets", ADD_TARGET);
    }

    /** Its rows and always an empty one. */
    public List<Row> addressees() {
        return rows("addressees", "");
    }

    public List<Row> topics() {
        return rows("topics", "");
    }

    private List<Row> rows(String list, String adding) {
        var rows = new ArrayList<Row>();
        int next = 0;
        for (int number : fields.rows(list)) {
            if (!fields.isBlank(list + "[" + number + "]." + (list.equals("topics") ? "label" : "actor")) || hasStance(list, number)) {
                rows.add(row(list, number));
                next = number + 1;
            }
        }
        if (rows.isEmpty() || adding.isEmpty() || fields.text("action").equals(adding)) {
            rows.add(row(list, next));
        }
        return rows;
    }

    private boolean hasStance(String list, int number) {
        return !fields.isBlank(list + "[" + number + "].stance");
    }

    private Row row(String list, int number) {
        var speaker = list.equals("speakers") ? understood.stream().filter(row -> row.number() == number).findFirst().orElse(null) : null;
        boolean unknown = speaker != null ? speaker.unknown() : targets.stream().anyMatch(target -> list.equals("targets") && target.number() == number && target.unknown())
                || list.equals("addressees") && violations.stream().anyMatch(violation -> violation.field().equals("addressees-" + number + "-actor"));
        return new Row(list, number, speaker, unknown);
    }
}
