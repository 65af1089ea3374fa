package org.demarche.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.actor.Actors;
import org.demarche.coding.Topics;
import org.demarche.event.EventRecord;
import org.demarche.event.Events;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Directory;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.source.Documents;
import org.demarche.text.AnchorState;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.web.FormToken;
import org.demarche.web.Violations;
import org.hibernate.exception.ConstraintViolationException;

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
    private static final int ACTORS_OFFERED = 300;
    private static final int EVENTS_OFFERED = 60;
    private static final int ALIKE_SHOWN = 3;
    /** Events up to so many days off are offered. */
    private static final int DAYS_AROUND = 7;

    private static final int TRIES = 3;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    FormSources formSources;
    @Inject
    FormSpeakers formSpeakers;
    @Inject
    FormStatement formStatement;
    @Inject
    RecentStatements recent;
    @Inject
    Statements statements;
    @Inject
    Actors actors;
    @Inject
    Documents documents;
    @Inject
    Topics topics;
    @Inject
    Events events;
    @Inject
    Instance<Items> items;
    @Inject
    Directory directory;
    @Inject
    FormToken token;

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

    private static final class NotKept extends RuntimeException {
        private final transient Read read;

        private NotKept(Read read) {
            super(null, null, false, false);
            this.read = read;
        }
    }

    /**
     * @param base the version that was opened, null for a new statement
     * @throws org.demarche.web.StaleVersionException where it was to be saved and somebody changed it since
     */
    Read read(FormFields typed, StatementRecord base, Purpose purpose) {
        for (int again = 1; again < TRIES; again++) {
            try {
                return readOnce(typed, base, purpose);
            } catch (ConstraintViolationException metAnother) {
                // Two forms began the same publisher, document or actor at once: the next try finds what the other has kept.
            }
        }
        return readOnce(typed, base, purpose);
    }

    private Read readOnce(FormFields typed, StatementRecord base, Purpose purpose) {
        try {
            return history.write(change -> {
                var errors = new FormErrors();
                var problems = new Violations();
                var fields = typed.keepable(problems);
                errors.addAll(problems);
                var record = new StatementRecord[2];
                var form = filled(fields, base, change, errors, purpose, record);
                if (purpose != Purpose.SAVE || !form.violations().isEmpty()) {
                    throw new NotKept(new Read(form, record[1], null));
                }
                return new Read(form, record[1], change.keep(record[0]));
            });
        } catch (NotKept notKept) {
            return notKept.read;
        }
    }

    private StatementForm filled(FormFields fields, StatementRecord base, Change change, FormErrors errors, Purpose purpose, StatementRecord[] made) {
        var used = recent.used();
        if (purpose == Purpose.OPEN && fields.isBlank("source") && fields.isBlank("document") && !used.documents().isEmpty()) {
            fields.put("document", used.documents().get(0));
        }
        var offered = formSources.offered(used.documents());
        var cited = formSources.read(fields, offered, change, errors);
        var document = cited.document();
        fields.put("document", document == null || cited.isNew() ? null : document.id());
        if (document != null && !cited.isNew()) {
            fields.put("source", FormSources.label(document));
        }
        var date = FormDate.read(fields, document, base, errors);
        var speakers = formSpeakers.read(fields, date.date(), document, base, change, errors);
        var targets = formStatement.targets(fields, document, change, errors);
        var addressees = formStatement.addressees(fields, document, change, errors);
        var topicRows = formStatement.topics(fields, errors);
        var stances = FormStatement.stances(targets, base);
        var record = new StatementRecord(base == null ? null : base.id(), base == null ? null : base.version(),
                date.date() == null ? null : date.edtf(), date.basis() == null ? null : date.basis().name(), fields.value("time"), fields.value("summary"),
                formStatement.event(fields, errors), fields.value("instrument"), topicRows.rows(), speakers.stream().map(FormSpeakers.Row::record).toList(), addressees.rows(),
                targets.stream().map(FormStatement.Target::actor).filter(Objects::nonNull).map(ActorRef::slug).distinct().toList(), stances.rows(),
                formStatement.renderings(fields, document, base, errors), FormStatement.codings(fields, base),
                FormStatement.links(fields, base, errors), fields.value("reason"));
        made[0] = record;
        var violations = new Violations();
        var checked = statements.checked(record, violations);
        made[1] = checked;
        var names = new FormFieldNames(record, speakers, targets, addressees, topicRows, stances);
        errors.addAll(violations.list(), path -> cited.isNew() && names.of(path).equals("source") ? FormSources.NEW + "publisher" : names.of(path));
        settle(errors, fields, purpose);
        var anchor = checked.preferred().anchors().stream().findFirst().map(first -> first.state()).orElse(AnchorState.UNVERIFIED.name());
        return new StatementForm(record.id(), fields, errors.list(), document, cited.isNew(), speakers, targets, date, checked.preferred().mode(),
                anchor.equals(AnchorState.UNVERIFIED.name()) ? null : (Boolean) anchor.equals(AnchorState.EXACT.name()),
                FormPreview.of(checked, actors.named(Statements.actorsOf(checked).toList()), document), alike(record.id(), speakers, date),
                choices(used, List.copyOf(offered.keySet()), speakers, date, record.event(), document), null);
    }

    private void settle(FormErrors errors, FormFields fields, Purpose purpose) {
        switch (purpose) {
            case OPEN -> errors.clear();
            case LIVE -> errors.dropMissing(fields);
            case CHECK, SAVE -> {
                var expired = new Violations();
                token.check(expired);
                errors.addAll(expired);
            }
        }
    }

    private List<ItemRow> alike(UUID id, List<FormSpeakers.Row> speakers, FormDate date) {
        if (!items.isResolvable() || date.date() == null || !isBounded(date.date().days())) {
            return List.of();
        }
        var days = date.date().days();
        return speakers.stream().filter(row -> row.actor() != null && !row.unknown()).limit(1).flatMap(row -> {
            var query = TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.SPEAKER, row.actor().slug())
                    .with(Parameter.FROM, LocalDate.ofEpochDay(days.s1()).toString()).with(Parameter.TO, LocalDate.ofEpochDay(days.e2()).toString())
                    .with(Parameter.LIMIT, String.valueOf(ALIKE_SHOWN + 1));
            return items.get().list(query).items().stream().filter(item -> !item.id().equals(id)).limit(ALIKE_SHOWN).map(ItemRow::of);
        }).toList();
    }

    private FormChoices choices(RecentStatements.Used used, List<String> offered, List<FormSpeakers.Row> speakers, FormDate date, UUID event, Documents.DocumentName document) {
        var all = actors.page(0, ACTORS_OFFERED);
        var recentOnes = actors.named(Stream.concat(used.speakers().stream(), used.targets().stream()).toList());
        return new FormChoices(offered, FormChoices.named(used.speakers().stream().map(recentOnes::get).toList(), all),
                FormChoices.named(used.targets().stream().map(recentOnes::get).toList(), all),
                topics.all().stream().map(Topics.TopicName::label).toList(), eventChoices(speakers, date, event), FormDate.offers(document));
    }

    /** Those of the days around, first the ones of the same day and speaker; the chosen one in any case. */
    private List<FormChoices.EventChoice> eventChoices(List<FormSpeakers.Row> speakers, FormDate date, UUID chosen) {
        var found = new ArrayList<Events.EventName>();
        if (date.date() != null && isBounded(date.date().days())) {
            found.addAll(events.between(date.date().days().s1() - DAYS_AROUND, date.date().days().e2() + DAYS_AROUND, EVENTS_OFFERED));
        }
        if (chosen != null && found.stream().noneMatch(event -> event.id().equals(chosen))) {
            found.addAll(events.named(List.of(chosen)).values());
        }
        var there = speakers.stream().map(FormSpeakers.Row::actor).filter(Objects::nonNull).map(ActorRef::slug).toList();
        var records = revisions.present(RecordKind.EVENT, found.stream().map(Events.EventName::id).toList());
        return found.stream().map(event -> {
            var days = EdtfDate.parse(event.date()).days();
            boolean sameDay = date.date() != null && days.possiblyIn(date.date().days().s1(), date.date().days().e2());
            boolean likely = sameDay && records.containsKey(event.id()) && ((EventRecord) records.get(event.id()).record()).participants().stream()
                    .anyMatch(participant -> there.contains(participant.actor()));
            return new FormChoices.EventChoice(event.id(), event.title(), DateWords.shortWords(EdtfDate.parse(event.date())), likely);
        }).sorted(Comparator.comparing(choice -> !choice.likely())).toList();
    }

    private static boolean isBounded(FourDays days) {
        return days.s1() != FourDays.MINUS_INFINITY && days.e2() != FourDays.PLUS_INFINITY;
    }
}
