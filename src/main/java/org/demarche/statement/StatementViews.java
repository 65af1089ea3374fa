package org.demarche.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorType;
import org.demarche.actor.Actors;
import org.demarche.actor.Speaking;
import org.demarche.coding.Admiralty.Credibility;
import org.demarche.coding.CodingWords;
import org.demarche.coding.StanceMark;
import org.demarche.coding.Topics;
import org.demarche.event.Events;
import org.demarche.event.Threads;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.AsOf;
import org.demarche.source.Documents;
import org.demarche.source.Passage;
import org.demarche.text.ReportingMode;
import org.demarche.text.WordDifferences;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/** Looks up what the page of a statement tells: a fixed number of queries, however much the statement holds. */
@ApplicationScoped
class StatementViews {
    @Inject
    Actors actors;
    @Inject
    Speaking speaking;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Events events;
    @Inject
    Threads threads;
    @Inject
    Revisions revisions;

    StatementView of(StatementRecord record) {
        return of(record, false, null);
    }

    /**
     * @param all whether the whole thread is told, however deep
     * @param known as of when, null being now
     */
    StatementView of(StatementRecord record, boolean all, AsOf known) {
        long number = known == null ? Revisions.NOW : revisions.lastBefore(known.until());
        var slugs = Statements.actorsOf(record).toList();
        var named = known == null ? actors.named(slugs) : actors.ever(slugs);
        var topicSlugs = Stream.concat(record.topics().stream(), record.stances().stream().map(StatementRecord.Stance::toward)).toList();
        var topicNames = known == null ? topics.named(topicSlugs) : topics.ever(topicSlugs);
        var date = EdtfDate.parse(record.date());
        var basis = record.dateBasis() == null ? DateBasis.EXPLICIT : DateBasis.valueOf(record.dateBasis());
        return new StatementView(record, speakers(record, named, date.days()), present(record.addressees(), named), about(record, named, topicNames),
                DateWords.words(date) + (record.time() == null ? "" : ", " + record.time()), DateWords.basis(basis),
                record.instrument() == null ? null : Instrument.valueOf(record.instrument()).label(),
                record.event() == null ? null : events.named(List.of(record.event()), number).get(record.event()), present(record.topics(), topicNames),
                reports(record, named, number), CodingWords.of(record.codings()), threads.of(record.id(), record.links(), all, known));
    }

    private List<StatementView.Speaker> speakers(StatementRecord record, Map<String, ActorRef> named, FourDays days) {
        var chains = record.speakers().stream().map(speaker -> present(speaker.behalf() == null ? List.of() : speaker.behalf(), named)).toList();
        var asked = new ArrayList<Speaking.Spoken>();
        for (int index = 0; index < chains.size(); index++) {
            asked.add(new Speaking.Spoken(record.speakers().get(index).affiliation(), chains.get(index).stream().map(ActorRef::id).toList()));
        }
        var decisions = speaking.decisions(asked, days);
        var speakers = new ArrayList<StatementView.Speaker>();
        for (int index = 0; index < chains.size(); index++) {
            speakers.add(speaker(record.speakers().get(index), named, chains.get(index), decisions.get(index)));
        }
        return speakers;
    }

    private static StatementView.Speaker speaker(StatementRecord.Speaker speaker, Map<String, ActorRef> named, List<ActorRef> chain, Speaking.Decision decision) {
        var actor = named.get(speaker.actor());
        var principal = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        boolean forItself = chain.size() == 1 && principal.equals(actor);
        var through = chain.stream().limit(Math.max(0, chain.size() - 1)).filter(step -> !step.equals(actor)).toList();
        boolean override = Boolean.TRUE.equals(speaker.override());
        return new StatementView.Speaker(actor, actor == null && speaker.described() == null ? speaker.actor() : speaker.described(), speaker.role(), through, forItself ? null : principal,
                decided(actor, forItself, override, decision),
                override || decision == null || actor == null ? null : "/actors/" + actor.slug() + "#tie-" + decision.affiliation(), decision != null && !decision.sure(), override);
    }

    private static String decided(ActorRef actor, boolean forItself, boolean override, Speaking.Decision decision) {
        if (override) {
            return "set by the analyst: what is recorded of offices and memberships on that date does not give it";
        }
        if (decision != null) {
            return decision.words();
        }
        return forItself && ActorType.PERSON.name().equals(actor.type()) ? "for themselves: no office is recorded for that date" : null;
    }

    private static List<StatementView.About> about(StatementRecord record, Map<String, ActorRef> named, Map<String, Topics.TopicName> topicNames) {
        var about = new ArrayList<StatementView.About>();
        var slugs = new LinkedHashSet<>(record.targets());
        record.stances().forEach(stance -> slugs.add(stance.toward()));
        for (var slug : slugs) {
            var actor = named.get(slug);
            var topic = topicNames.get(slug);
            if (actor == null && topic == null) {
                continue;
            }
            var name = actor != null ? actor.name() : topic.label();
            var page = actor != null ? "/actors/" + actor.slug() : "/timeline?topic=" + topic.slug();
            var stances = record.stances().stream().filter(stance -> slug.equals(stance.toward())).toList();
            stances.forEach(stance -> about.add(new StatementView.About(name, page, stance.holder() == null ? null : named.get(stance.holder()), StanceMark.of(stance.value()))));
            if (stances.isEmpty()) {
                about.add(new StatementView.About(name, page, null, StanceMark.of(List.of())));
            }
        }
        return about;
    }

    private List<StatementView.Report> reports(StatementRecord record, Map<String, ActorRef> named, long number) {
        var cited = documents.named(record.renderings().stream().map(StatementRecord.Rendering::document).toList(), number);
        var ordered = new LinkedHashSet<StatementRecord.Rendering>();
        ordered.add(record.preferred());
        ordered.addAll(record.renderings());
        return ordered.stream().map(rendering -> report(rendering, record, cited, named)).toList();
    }

    private static StatementView.Report report(StatementRecord.Rendering rendering, StatementRecord record, Map<UUID, Documents.DocumentName> cited, Map<String, ActorRef> named) {
        return new StatementView.Report(record.renderings().indexOf(rendering) + 1, rendering, beside(record.preferred(), rendering), cited.get(rendering.document()),
                rendering.mode() == null ? null : ReportingMode.valueOf(rendering.mode()).label(), language(rendering), named.get(rendering.via()),
                rendering.credibility() == null ? null : Credibility.of(rendering.credibility()).map(Credibility::label).orElse(null),
                Passage.of(rendering.anchors(), cited.get(rendering.document())));
    }

    private static WordDifferences.Sides beside(StatementRecord.Rendering preferred, StatementRecord.Rendering other) {
        if (other == preferred || preferred.words() == null || other.words() == null) {
            return null;
        }
        return StatementView.sameLanguage(preferred, other) ? WordDifferences.sides(preferred.words(), other.words()) : WordDifferences.unmarked(preferred.words(), other.words());
    }

    private static String language(StatementRecord.Rendering rendering) {
        if (rendering.originalLanguage() != null && !rendering.originalLanguage().equals(rendering.language())) {
            return "translated from " + language(rendering.originalLanguage());
        }
        return rendering.language() == null ? null : "in " + language(rendering.language());
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    private static <T> List<T> present(List<String> slugs, Map<String, T> named) {
        return slugs.stream().map(named::get).filter(Objects::nonNull).toList();
    }
}
