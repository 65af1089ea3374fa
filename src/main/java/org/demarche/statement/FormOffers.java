package org.demarche.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorType;
import org.demarche.actor.Actors;
import org.demarche.actor.FormActors;
import org.demarche.coding.Topics;
import org.demarche.event.EventRecord;
import org.demarche.event.Events;
import org.demarche.event.LinkKind;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Finding;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.source.Documents;
import org.demarche.source.FormDate;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.web.Option;

/** Looks up what the form proposes: names, events, what is recorded already, what it may be in reaction to. */
@ApplicationScoped
class FormOffers {
    /** To those without scripts; with scripts a name is looked up as it is typed. */
    private static final int ACTORS_OFFERED = 200;
    private static final int EVENTS_OFFERED = 60;
    private static final int EARLIER_OFFERED = 10;
    private static final int SPOKE_LAST = 40;
    /** Events up to so many days off are offered. */
    private static final int DAYS_AROUND = 7;
    private static final int NAMED_IN_WORDS = 200;
    /** A shorter surname is too often a word of its own. */
    private static final int SURNAME = 4;

    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Events events;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    Finding finding;

    /** The statement or event to which this is a response; null where it is none, or that is not there. */
    ItemRow answered(StatementRecord record) {
        return record.links().stream().filter(link -> LinkKind.RESPONDS_TO.name().equals(link.kind())).findFirst()
                .flatMap(link -> items.of(List.of(link.to())).stream().findFirst()).map(ItemRow::of).orElse(null);
    }

    /**
     * @param principal the slug of the one whose speakers are offered first; null where it is nobody's turn
     * @param answered the item to which it is a response, null where it is none
     */
    FormChoices choices(RecentStatements.Used used, String principal, List<String> documents, StatementRecord record, List<FormSpeakers.Row> speakers, FormDate date,
                        Documents.DocumentName document, ItemRow answered) {
        var all = actors.newest(ACTORS_OFFERED);
        var recentOnes = actors.named(Stream.concat(used.speakers().stream(), used.targets().stream()).toList());
        var speakersFirst = Stream.concat(speakersOf(principal), used.speakers().stream().map(recentOnes::get)).toList();
        return new FormChoices(documents, FormActors.offered(speakersFirst, all),
                FormActors.offered(used.targets().stream().map(recentOnes::get).toList(), all), topics.all().stream().map(Topics.TopicName::label).toList(),
                eventChoices(speakers, date, record.event()), dates(document, answered), earlier(record, date));
    }

    /** A response is of the same day or the next, whenever it was printed. */
    private static List<FormDate.Offer> dates(Documents.DocumentName document, ItemRow answered) {
        var offers = new ArrayList<>(FormDate.offers(document));
        if (answered != null && isBounded(answered.item().when().date().days())) {
            var days = answered.item().when().date().days();
            offers.add(new FormDate.Offer(DateWords.day(days.s1()), "the day of what it answers"));
            offers.add(new FormDate.Offer(DateWords.day(days.e2() + 1), "the day after that"));
        }
        var known = new HashSet<String>();
        return offers.stream().filter(offer -> known.add(offer.words())).toList();
    }

    /** Those who spoke for it, the last ones first, then itself. */
    private Stream<ActorRef> speakersOf(String principal) {
        var known = actors.named(principal);
        return known.stream().flatMap(actor -> {
            var query = TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.BEHALF, actor.slug()).with(Parameter.SORT, "-date")
                    .with(Parameter.LIMIT, String.valueOf(SPOKE_LAST));
            var people = items.list(query).items().stream().flatMap(item -> item.speakers().stream())
                    .filter(speaker -> speaker.behalf().contains(actor)).map(Item.Speaker::actor).filter(Objects::nonNull);
            return Stream.concat(people, Stream.of(actor)).distinct();
        });
    }

    /** Those whom a field names that may name anybody. */
    List<FormActors.Offered> actors() {
        return FormActors.offered(List.of(), actors.newest(ACTORS_OFFERED));
    }

    /** The one person whose name, or else surname, stands in the words; null where there is none or several. */
    String speakerNamedIn(String words, RecentStatements.Used used) {
        if (words.isBlank()) {
            return null;
        }
        var people = Stream.concat(actors.named(used.speakers()).values().stream(), actors.refs(finding.actorsNamedIn(words, NAMED_IN_WORDS)).values().stream())
                .filter(actor -> ActorType.PERSON.name().equals(actor.type())).distinct().toList();
        var named = people.stream().filter(actor -> stands(actor.name(), words)).toList();
        var meant = named.isEmpty() ? people.stream().filter(actor -> actor.surname().length() >= SURNAME && stands(actor.surname(), words)).toList() : named;
        return meant.size() == 1 ? meant.get(0).name() : null;
    }

    private static boolean stands(String name, String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(words).find();
    }

    private List<Option> earlier(StatementRecord record, FormDate date) {
        if (record.targets().isEmpty() || date.date() == null || !isBounded(date.date().days())) {
            return List.of();
        }
        var query = TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.TO, LocalDate.ofEpochDay(date.date().days().e2()).toString())
                .with(Parameter.SORT, "-date").with(Parameter.LIMIT, String.valueOf(EARLIER_OFFERED));
        for (var target : record.targets()) {
            query = query.with(Parameter.BEHALF, target);
        }
        return items.list(query).items().stream().filter(item -> !item.id().equals(record.id()))
                .map(item -> new Option("/statements/" + item.id(), DateWords.shortWords(item.when().date()) + ": " + item.title())).toList();
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
