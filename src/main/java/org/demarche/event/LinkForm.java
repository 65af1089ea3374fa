package org.demarche.event;

import java.util.List;

import org.demarche.history.RecordForm;
import org.demarche.item.ItemRow;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Option;
import org.demarche.web.Violation;

/**
 * The form that links an item to another, as it is shown.
 *
 * @param item that it was opened from
 * @param near what it may be linked to: the items of the days before and after
 * @param documents for the source that tells of the link
 */
record LinkForm(ItemRow item, List<ItemRow> near, List<String> documents, FormFields fields, List<Violation> violations) {
    private static final List<Option> KINDS = Option.all(LinkKind.class, kind -> kind.label() + " the earlier");
    private static final List<Option> BASES = Option.all(LinkBasis.class, LinkBasis::label);
    private static final List<Option> LATER = List.of(new Option(LinkPages.THIS, "this one"), new Option(LinkPages.OTHER, "the other one"));

    public List<Option> kinds() {
        return KINDS;
    }

    public List<Option> bases() {
        return BASES;
    }

    public List<Option> laters() {
        return LATER;
    }

    /** The row of the source, as the form of an event has it. */
    public RecordForm.Row source() {
        return new RecordForm.Row(fields, "citations", 0, true);
    }

    public String action() {
        return "/items/" + item.item().id() + "/links";
    }

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

    public boolean isFocused(String id) {
        return !violations.isEmpty() && violations.get(0).field().equals(id);
    }

    public boolean isFirstFocused() {
        return violations.isEmpty();
    }
}
