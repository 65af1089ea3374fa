package org.demarche.statement;

import java.util.List;
import java.util.UUID;

import org.demarche.actor.FormActors;
import org.demarche.history.Meanwhile;
import org.demarche.source.Documents;
import org.demarche.text.Discrepancy;
import org.demarche.text.WordDifferences;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Option;
import org.demarche.web.Violation;

/**
 * The form of one report of a statement as it is shown.
 *
 * @param number of the report among those of the version that was opened, from 1; 0 for a new one
 * @param preferred whether lists and the CSV show this one now, which another report alone can change
 * @param only whether it is the only one, which can't be removed
 * @param document null where none is named yet
 * @param newDocument whether the document begins with this form
 * @param found whether the words were found in the text that is held, null where nobody could look
 * @param statement as it is recorded now
 * @param compared the words of the form beside those that lists show; null where the two are not in one language
 * @param meanwhile what somebody else made of this report since the form was opened, null where nobody did
 * @param removedBy who took the report away since the form was opened, null where nobody did
 * @param misquoted how verbatim words differ from the text that is held, null where they don't
 */
record ReportForm(UUID id, int number, boolean preferred, boolean only, FormFields fields, List<Violation> violations, Documents.DocumentName document, boolean newDocument, String mode,
                  Boolean found, StatementView statement, WordDifferences.Sides compared, Choices choices, Meanwhile meanwhile, String removedBy, Discrepancy misquoted) {

    /** What its fields are completed from: as {@link FormChoices}, but less of it. */
    record Choices(List<String> documents, List<FormActors.Offered> actors) {
        public List<Option> modes() {
            return FormChoices.MODES;
        }

        public List<Option> credibilities() {
            return FormChoices.CREDIBILITIES;
        }
    }

    public boolean isNew() {
        return number == 0;
    }

    public String action() {
        return "/statements/" + id + "/reports/" + (number == 0 ? "new" : number + "/edit");
    }

    public boolean isSent() {
        return fields.has("action");
    }

    public boolean isLastUsed() {
        return false;
    }

    public boolean isOpenedInWords() {
        return number > 0 && violations.isEmpty() && meanwhile == null;
    }

    public boolean isOpenedInSource() {
        return number == 0 && violations.isEmpty();
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

    public boolean isTicked(String name) {
        return !fields.isBlank(name);
    }

    /** Whether it is the first field that is wrong. */
    public boolean isFocused(String id) {
        return !violations.isEmpty() && violations.get(0).field().equals(id);
    }
}
