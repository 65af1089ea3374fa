package org.demarche.statement;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.Actors;
import org.demarche.coding.FormCodings;
import org.demarche.coding.FormTopics;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.Meanwhile;
import org.demarche.history.Merging;
import org.demarche.history.RevisionView;
import org.demarche.item.ActorRef;
import org.demarche.source.FormDate;
import org.demarche.source.Documents;
import org.demarche.source.FormSources;
import org.demarche.text.AnchorState;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Violations;

/**
 * Understands the form. Whatever is new in it (publisher, document, actors, their offices, the statement) is made in one transaction,
 * which is kept when that is asked for and nothing is wrong, and else taken back whole: so what the form shows before saving is what
 * saving would give.
 */
@ApplicationScoped
class FormReading {
    /** The ids of the fields that stand in the closed part. */
    static final Set<String> IN_MORE = Set.of("event", "instrument", "time", "dateBasis", "mode", "language", "originalLanguage", "credibility", "via", "plover",
            "contexts", "cameo", "respondsTo", "respondsToBasis");

    @Inject
    History history;
    @Inject
    Merging merging;
    @Inject
    FormSources formSources;
    @Inject
    FormTopics formTopics;
    @Inject
    FormSpeakers formSpeakers;
    @Inject
    FormStatement formStatement;
    @Inject
    RecentStatements recent;
    @Inject
    FormOffers offers;
    @Inject
    Duplicates duplicates;
    @Inject
    Statements statements;
    @Inject
    Documents documents;
    @Inject
    Actors actors;

    /** What the form is read for. */
    enum Purpose {
        /** It is opened: nothing is wrong yet. */
        OPEN,
        /** Somebody still types: what is missing is not wrong yet. */
        LIVE, CHECK, SAVE
    }

    /**
     * @param record what the fields come to, in its normal form where nothing is wrong with it
     * @param saved null where it was not kept
     */
    record Read(StatementForm form, StatementRecord record, StatementRecord saved) {
    }

    /**
     * @param base the version that was opened, null for a new statement
     * @param present what it is now, null likewise
     * @param given what is wrong with the request itself
     * @throws org.demarche.web.StaleVersionException where it was to be saved and somebody changed it in this very moment
     */
    Read read(FormFields typed, StatementRecord base, RevisionView present, Purpose purpose, Violations given) {
        return history.attempt(change -> {
            var errors = new FormErrors();
            var problems = new Violations();
            var fields = typed.keepable(problems);
            errors.addAll(problems);
            errors.addAll(given);
            var record = new StatementRecord[2];
            var form = filled(fields, base, present, change, errors, purpose, record);
            boolean keeps = purpose == Purpose.SAVE && form.violations().isEmpty() && form.meanwhile() == null && !form.isWarned();
            return new History.Attempt<>(new Read(form, record[1], keeps ? change.keep(record[0]) : null), keeps);
        });
    }

    private StatementForm filled(FormFields fields, StatementRecord base, RevisionView present, Change change, FormErrors errors, Purpose purpose,
                                 StatementRecord[] made) {
        var used = recent.used();
        if (purpose == Purpose.OPEN && fields.isBlank("source") && fields.isBlank("document") && !used.documents().isEmpty()) {
            fields.put("document", used.documents().get(0));
        }
        var offered = formSources.offered(used.documents());
        var cited = formSources.read("", fields, offered, change, errors);
        var document = cited.document();
        if (purpose != Purpose.SAVE && base == null && fields.isBlank("speakers[0].actor")) {
            fields.put("speakers[0].actor", offers.speakerNamedIn(fields.text("words"), used));
        }
        var date = FormDate.read(fields, document, base == null ? null : base.date(), base == null ? null : base.dateBasis(), errors);
        var speakers = formSpeakers.read(fields, date.date(), document, base, change, errors);
        var targets = formStatement.targets(fields, document, change, errors);
        var addressees = formStatement.addressees(fields, document, change, errors);
        var topicRows = formTopics.read(fields, change, errors);
        var stances = FormStatement.stances(targets, base);
        var record = new StatementRecord(base == null ? null : base.id(), base == null ? null : base.version(),
                date.date() == null ? null : date.edtf(), date.basis() == null ? null : date.basis().name(), fields.value("time"), fields.value("summary"),
                formStatement.event(fields, errors), fields.value("instrument"), topicRows.rows(), speakers.stream().map(FormSpeakers.Row::record).toList(), addressees.rows(),
                targets.stream().map(FormStatement.Target::actor).filter(Objects::nonNull).map(ActorRef::slug).distinct().toList(), stances.rows(),
                formStatement.renderings(fields, document, base, errors), FormCodings.read(fields, base == null ? List.of() : base.codings()),
                FormStatement.links(fields, base, errors), fields.value("reason"));
        made[0] = record;
        var violations = new Violations();
        var checked = statements.checked(record, violations);
        made[1] = checked;
        var meanwhile = purpose == Purpose.SAVE || purpose == Purpose.CHECK ? meanwhile(fields, base, present, made, violations) : null;
        var names = new FormFieldNames(record, speakers, targets, addressees, topicRows, stances);
        errors.addAll(violations.list(), path -> cited.isNew() && names.of(path).equals("source") ? FormSources.NEW + "publisher" : names.of(path));
        settle(errors, fields, purpose);
        var anchor = checked.preferred().anchors().stream().findFirst().map(first -> first.state()).orElse(AnchorState.UNVERIFIED.name());
        var answered = offers.answered(record);
        return new StatementForm(record.id(), fields, FormFieldNames.inOrder(errors.list()), document, cited.isNew(), speakers, targets, date, checked.preferred().mode(),
                anchor.equals(AnchorState.UNVERIFIED.name()) ? null : (Boolean) anchor.equals(AnchorState.EXACT.name()),
                FormPreview.of(checked, actors.named(Statements.actorsOf(checked).toList()), document), duplicates.of(checked),
                offers.choices(used, fields.value("principal"), List.copyOf(offered.keySet()), record, speakers, date, document, answered), answered, meanwhile,
                StatementChecks.misquoted(checked.preferred().mode(), checked.preferred().words(), documents.text(document)).orElse(null));
    }

    /** Null where nothing is left to choose: what is to be kept then has both. */
    private Meanwhile meanwhile(FormFields fields, StatementRecord base, RevisionView present, StatementRecord[] made, Violations violations) {
        if (base == null || base.version().equals(present.version())) {
            return null;
        }
        var meanwhile = merging.between(base, present, made[1], fields);
        if (meanwhile.isSettled(fields.value(Meanwhile.SEEN))) {
            made[0] = merging.merged(base, made[1], present, meanwhile);
            statements.checked(made[0], violations);
            return null;
        }
        return meanwhile;
    }

    private void settle(FormErrors errors, FormFields fields, Purpose purpose) {
        switch (purpose) {
            case OPEN -> errors.clear();
            case LIVE -> errors.dropMissing(fields);
            case CHECK, SAVE -> {
                // All of it is told.
            }
        }
    }
}
