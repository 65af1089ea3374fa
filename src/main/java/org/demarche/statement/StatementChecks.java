package org.demarche.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.demarche.actor.Actors;
import org.demarche.coding.Codings;
import org.demarche.coding.Topics;
import org.demarche.event.Events;
import org.demarche.event.ItemChecks;
import org.demarche.history.RecordChecks;
import org.demarche.item.ActorRef;
import org.demarche.source.CitableDocuments;
import org.demarche.source.CitationChecks;
import org.demarche.source.Documents;
import org.demarche.text.Discrepancy;
import org.demarche.text.Quotations;
import org.demarche.text.ReportingMode;
import org.demarche.time.DateBasis;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** Brings a statement into its normal form and notes everything that is wrong with it. */
@ApplicationScoped
class StatementChecks {
    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Events events;
    @Inject
    SpeakerChecks speakerChecks;
    @Inject
    ItemChecks itemChecks;
    @Inject
    EntityManager entities;

    /** Looks up ahead what many statements will be checked against. */
    void ahead(List<StatementRecord> records) {
        var known = actors.named(records.stream().flatMap(Statements::actorsOf).toList());
        speakerChecks.ahead(records.stream().flatMap(statement -> statement.speakers().stream()).map(speaker -> known.get(speaker.actor())).filter(Objects::nonNull).toList());
        documents.named(records.stream().flatMap(statement -> statement.renderings().stream()).map(StatementRecord.Rendering::document).toList());
        topics.named(records.stream().flatMap(statement -> statement.stances().stream()).map(StatementRecord.Stance::toward).filter(Objects::nonNull).toList());
        events.named(records.stream().map(StatementRecord::event).toList());
        itemChecks.ahead(records);
    }

    StatementRecord checked(StatementRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var known = actors.named(Statements.actorsOf(given).toList());
        var date = checks.required("date", checks.date("date", given.date()), given.date(), "Say when it was said");
        var summary = checks.text("summary", given.summary(), RecordLimits.SUMMARY);
        if (given.event() != null && !events.isPresent(given.event())) {
            checks.add("event", "There is no event ‘" + given.event() + "’");
        }
        var renderings = renderings(given, known, checks);
        boolean hasWords = given.renderings().stream().anyMatch(rendering -> rendering.words() != null && !rendering.words().isBlank());
        if (given.summary() == null || given.summary().isBlank()) {
            if (!hasWords) {
                checks.add("summary", "Write a summary, or give the words as printed");
            }
        }
        var codings = Codings.normalise(given.codings());
        Codings.check(codings, "codings", violations::add);
        return new StatementRecord(given.id(), given.version(), date == null ? null : date.toString(),
                checks.oneOf("dateBasis", given.dateBasis(), DateBasis.class, DateBasis.EXPLICIT.name()), itemChecks.time(given.time(), checks), summary, given.event(),
                checks.oneOf("instrument", given.instrument(), Instrument.class, null), itemChecks.topics(given.topics(), checks),
                speakerChecks.checked(given.speakers(), date, known, checks), actorList("addressees", given.addressees(), known, checks),
                actorList("targets", given.targets(), known, checks), stances(given, known, checks), renderings,
                codings,
                itemChecks.links(given.id(), given.links(), checks), checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    private static List<String> actorList(String field, List<String> given, Map<String, ActorRef> known, RecordChecks checks) {
        checks.parts(field, given);
        var slugs = new ArrayList<String>();
        for (int index = 0; index < given.size(); index++) {
            var actor = checks.named(field + "[" + index + "]", given.get(index), known, "an actor");
            if (actor != null && !slugs.contains(actor.slug())) {
                slugs.add(actor.slug());
            }
        }
        return slugs;
    }

    private List<StatementRecord.Stance> stances(StatementRecord given, Map<String, ActorRef> known, RecordChecks checks) {
        checks.parts("stances", given.stances());
        var towardTopics = topics.named(given.stances().stream().map(StatementRecord.Stance::toward).filter(toward -> !known.containsKey(toward)).toList());
        var stances = new ArrayList<StatementRecord.Stance>();
        for (int index = 0; index < given.stances().size(); index++) {
            var stance = given.stances().get(index);
            var at = checks.at("stances[" + index + "].");
            var holder = stance.holder() == null || stance.holder().isBlank() ? null : at.named("holder", stance.holder(), known, "an actor");
            var topic = towardTopics.get(stance.toward());
            var toward = topic != null ? topic.slug() : slug(at.named("toward", stance.toward(), known, "an actor or topic"));
            if (stance.value() == null || stance.value() < -2 || stance.value() > 2) {
                at.add("value", "A stance is a whole number from −2 (strongly critical) to 2 (strongly supportive)");
            }
            var checked = new StatementRecord.Stance(slug(holder), toward, stance.value());
            if (stances.stream().anyMatch(other -> Objects.equals(other.holder(), checked.holder()) && Objects.equals(other.toward(), checked.toward()) && checked.toward() != null)) {
                at.add("toward", "There is another stance of the same holder toward it");
            }
            stances.add(checked);
        }
        return stances;
    }

    private List<StatementRecord.Rendering> renderings(StatementRecord given, Map<String, ActorRef> known, RecordChecks checks) {
        checks.parts("renderings", given.renderings());
        if (given.renderings().isEmpty()) {
            checks.add("renderings", "Give at least one source");
        }
        long preferred = given.renderings().stream().filter(rendering -> Boolean.TRUE.equals(rendering.preferred())).count();
        if (preferred > 1) {
            checks.add("renderings", "Only one report can be the preferred one");
        }
        var cited = documents.citable(given.renderings().stream().map(StatementRecord.Rendering::document).filter(Objects::nonNull).toList());
        var renderings = new ArrayList<StatementRecord.Rendering>();
        for (int index = 0; index < given.renderings().size(); index++) {
            boolean prefer = preferred == 0 ? index == 0 : Boolean.TRUE.equals(given.renderings().get(index).preferred());
            renderings.add(rendering(given.id(), given.renderings().get(index), prefer, known, cited, checks.at("renderings[" + index + "].")));
        }
        return renderings;
    }

    private StatementRecord.Rendering rendering(UUID statement, StatementRecord.Rendering given, boolean preferred, Map<String, ActorRef> known,
                                                       CitableDocuments cited, RecordChecks checks) {
        CitationChecks.document("document", given.document(), cited, checks);
        var words = checks.text("words", given.words(), RecordLimits.WORDS);
        var follows = words == null ? ReportingMode.INDIRECT : Quotations.mode(words);
        var mode = checks.oneOf("mode", given.mode(), ReportingMode.class, follows.name());
        if (ReportingMode.VERBATIM.name().equals(mode) && words == null && (given.words() == null || given.words().isBlank())) {
            checks.add("words", "A verbatim report needs the words as printed");
        }
        misquoted(mode, words, cited.text(given.document())).filter(misquoted -> !isRecordedSo(statement, given.document(), words))
                .ifPresent(misquoted -> checks.add("words", misquoted.message()));
        var via = given.via() == null || given.via().isBlank() ? null : checks.named("via", given.via(), known, "an actor");
        if (given.credibility() != null && (given.credibility() < 1 || given.credibility() > 6)) {
            checks.add("credibility", "Credibility is a whole number from 1 (confirmed) to 6 (can't be judged)");
        }
        return new StatementRecord.Rendering(given.document(), preferred, mode, words, checks.language("language", given.language()),
                checks.language("originalLanguage", given.originalLanguage()), slug(via), given.credibility(), CitationChecks.anchors("anchors", given.anchors(), given.document(), cited, checks));
    }

    /** How verbatim words differ from a text that is held; empty where they don't, or nobody says that they are verbatim. */
    static Optional<Discrepancy> misquoted(String mode, String words, String text) {
        return ReportingMode.VERBATIM.name().equals(mode) && words != null && text != null ? Discrepancy.between(text, words) : Optional.empty();
    }

    /** Words that were right when they were recorded don't keep anybody from correcting the rest once another text has arrived: their anchors say so. */
    private boolean isRecordedSo(UUID statement, UUID document, String words) {
        return statement != null && entities.createQuery("select count(report) from Statement statement join statement.renderings report join report.citation citation "
                + "where statement.id = :statement and citation.document = :document and report.words = :words and report.mode = 'VERBATIM'", Long.class)
                .setParameter("statement", statement).setParameter("document", document).setParameter("words", words).getSingleResult() > 0;
    }

    private static String slug(ActorRef actor) {
        return actor == null ? null : actor.slug();
    }
}
