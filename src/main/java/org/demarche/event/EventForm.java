package org.demarche.event;

import java.util.ArrayList;
import java.util.List;

import org.demarche.actor.FormActors;
import org.demarche.coding.CodeChoices;
import org.demarche.history.RecordForm;
import org.demarche.source.FormDate;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.Option;
import org.demarche.web.Violation;

/**
 * The form of an event as it is shown, with what there is to choose from.
 *
 * @param dates the days that its first document proposes
 * @param near events of the days around, to be part of
 */
record EventForm(RecordForm<EventRecord> form, List<FormActors.Offered> actors, List<String> documents, List<FormDate.Offer> dates, List<String> near, List<String> topics) {
    static final String PARTICIPANTS = "participants";
    /** Empty rows for those who took part in an event that is new. */
    private static final int ROWS = 3;

    private static final List<Option> KINDS = Option.all(EventKind.class, EventKind::label);
    private static final List<Option> STATUSES = Option.all(EventStatus.class, EventStatus::label);
    private static final List<Option> BASES = Option.all(DateBasis.class, DateWords::basis);
    private static final List<Option> ROLES = Option.all(ParticipantRole.class, ParticipantRole::label);
    private static final List<String> COUNTRIES = Countries.names();

    public List<Option> kinds() {
        return KINDS;
    }

    public List<Option> statuses() {
        return STATUSES;
    }

    public List<Option> bases() {
        return BASES;
    }

    public List<Option> roles() {
        return ROLES;
    }

    public List<String> countries() {
        return COUNTRIES;
    }

    public CodeChoices codes() {
        return CodeChoices.ALL;
    }

    public List<RecordForm.Row> participants() {
        var rows = new ArrayList<>(form.rows(PARTICIPANTS, "actor", "roles"));
        for (int number = rows.get(rows.size() - 1).number() + 1; form.isNew() && rows.size() < ROWS; number++) {
            rows.add(new RecordForm.Row(form.fields(), PARTICIPANTS, number, true));
        }
        return rows;
    }

    /** The one that stands in sight. */
    public RecordForm.Row source() {
        return citations().get(0);
    }

    public List<RecordForm.Row> furtherSources() {
        return citations().subList(1, citations().size());
    }

    /** The date in words, null where there is none. */
    public String date() {
        var record = form.read() != null ? form.read() : form.base();
        return record == null || record.date() == null ? null : DateWords.words(EdtfDate.parse(record.date()));
    }

    public String edtf() {
        return form.read() != null ? form.read().date() : form.base().date();
    }

    /** How it is known, in words. */
    public String basis() {
        var basis = form.read() != null ? form.read().dateBasis() : form.base().dateBasis();
        return basis == null ? null : DateWords.basis(DateBasis.valueOf(basis));
    }

    /** Whether something in the closed part is filled in from elsewhere or wrong, so that it opens. */
    public boolean isMoreOpen() {
        return form.isNew() && !form.fields().isBlank("parent") || form.value("action").equals("more:citations")
                || form.violations().stream().map(Violation::field).anyMatch(EventForm::isInMore);
    }

    private static boolean isInMore(String id) {
        return List.of("time", "status", "dateBasis", "latitude", "longitude", "parent", "plover", "contexts", "cameo").contains(id) || id.startsWith("topics-")
                || id.startsWith("citations-") && !id.startsWith("citations-0-");
    }

    private List<RecordForm.Row> citations() {
        return form.rows("citations", "source", "words", "date");
    }
}
