package org.demarche.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.ActorType;
import org.demarche.actor.Actors;
import org.demarche.actor.Affiliations;
import org.demarche.event.Links;
import org.demarche.history.RevisionView;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.DateWords;
import org.demarche.time.FourDays;
import org.demarche.time.Window;
import org.demarche.web.BadParameterException;
import org.demarche.web.FormFields;
import org.demarche.web.Violation;

/**
 * Finds who has reacted to an event. A reaction is a statement that is linked, as a response, rebuttal, support or contradiction, to the event, to a part of it or to
 * what was said there. The number of database queries depends on how many lists are chosen, not on who is in them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Reactions {
    /** Statements made at an event, and reactions, beyond this are not looked at. */
    private static final int MOST_ITEMS = 500;
    private static final int MOST_ROWS = 250;
    private static final int MOST_LISTS = 12;
    private static final int DAYS_LOOKED_AT = 14;
    private static final List<ActorType> LISTS = List.of(ActorType.BLOC, ActorType.COLLECTIVE, ActorType.IGO);
    private static final Comparator<Item> EARLIEST = Comparator.comparingLong((Item item) -> item.when().stands().s1()).thenComparingLong(item -> item.when().stands().e2()).thenComparing(Item::id);

    @Inject
    Items items;
    @Inject
    Links links;
    @Inject
    Actors actors;
    @Inject
    Affiliations affiliations;
    @Inject
    NegativeFindings findings;

    /** Whose reaction is looked for. */
    private record Asked(ActorRef actor, String note) {
    }

    private record Found(Item statement, Links.Reaction link) {
    }

    /**
     * @param of slugs or ids of whom the list is; empty for all who have reacted
     * @throws BadParameterException on {@code of} that names nobody
     */
    ReactionsView view(Item event, List<String> of, FormFields typed, List<Violation> violations) {
        var there = items.list(TimelineQuery.ALL.with(Parameter.EVENT, event.id().toString()).with(Parameter.LIMIT, String.valueOf(MOST_ITEMS))).items();
        var around = Stream.concat(Stream.of(event), there.stream()).collect(Collectors.toMap(Item::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var reactions = reactions(around.keySet());
        var chosen = chosen(of);
        var all = chosen.isEmpty() ? reacted(reactions) : asked(chosen, event.when().stands());
        var asked = all.stream().limit(MOST_ROWS).toList();
        var found = findings.of(event.id());
        var said = said(event, asked);
        var rows = asked.stream().map(one -> row(one, event, reactions, around, found.getOrDefault(one.actor.id(), List.of()), said)).toList();
        return new ReactionsView(event.id(), event.title(), DateWords.words(event.when().date()),
                chosen.stream().map(actor -> new ReactionsView.Choice(actor.slug(), actor.shortName(), address(event, without(chosen, actor)))).toList(),
                actors.ofTypes(LISTS, MOST_LISTS).stream().filter(actor -> !chosen.contains(actor))
                        .map(actor -> new ReactionsView.Choice(actor.slug(), actor.shortName(), address(event, Stream.concat(chosen.stream(), Stream.of(actor)).toList()))).toList(),
                rows, (int) rows.stream().filter(row -> row.reaction() != null).count(), all.size() - asked.size(),
                asked.isEmpty() ? null : QueryLinks.of(since(event, asked)), address(event, chosen).replaceFirst("/reactions", "/reactions.csv"), typed, violations);
    }

    static String address(Item event, List<ActorRef> of) {
        return "/events/" + event.id() + "/reactions" + (of.isEmpty() ? "" : "?" + of.stream().map(actor -> "of=" + actor.slug()).collect(Collectors.joining("&")));
    }

    /** By date, the earliest first. */
    private List<Found> reactions(Collection<UUID> to) {
        var reacting = links.reactions(to, MOST_ITEMS);
        var byId = items.of(reacting.stream().map(Links.Reaction::from).distinct().toList()).stream().filter(Item::isStatement).collect(Collectors.toMap(Item::id, Function.identity()));
        return reacting.stream().filter(link -> byId.containsKey(link.from())).map(link -> new Found(byId.get(link.from()), link)).sorted(Comparator.comparing(Found::statement, EARLIEST)).toList();
    }

    private List<ActorRef> chosen(List<String> slugs) {
        var named = actors.named(slugs);
        slugs.stream().filter(slug -> !named.containsKey(slug)).findFirst().ifPresent(slug -> {
            throw new BadParameterException("of", "of: there is no actor ‘" + slug + "’");
        });
        return slugs.stream().map(named::get).distinct().toList();
    }

    private static List<Asked> reacted(List<Found> reactions) {
        return reactions.stream().flatMap(found -> found.statement.principals().stream()).distinct().map(actor -> new Asked(actor, null)).toList();
    }

    /** Each chosen actor; after a bloc, a collective or an organisation of states who belonged to it then. */
    private List<Asked> asked(List<ActorRef> chosen, FourDays date) {
        var members = new LinkedHashMap<ActorRef, List<Affiliations.Member>>();
        chosen.forEach(actor -> members.put(actor, LISTS.contains(ActorType.valueOf(actor.type())) ? affiliations.members(actor.id(), date, MOST_ROWS) : List.of()));
        var named = actors.refs(members.values().stream().flatMap(List::stream).map(Affiliations.Member::id).distinct().toList());
        var asked = new LinkedHashMap<UUID, Asked>();
        members.forEach((whole, belonging) -> {
            asked.putIfAbsent(whole.id(), new Asked(whole, belonging.isEmpty() ? null : "as a whole"));
            belonging.stream().filter(member -> named.containsKey(member.id())).sorted(Comparator.comparing(member -> named.get(member.id()).name()))
                    .forEach(member -> asked.putIfAbsent(member.id(), new Asked(named.get(member.id()), member.sure() ? null : "possibly a member then")));
        });
        return List.copyOf(asked.values());
    }

    private ReactionsView.Row row(Asked asked, Item event, List<Found> reactions, Map<UUID, Item> around, List<RevisionView> looked, Map<String, Long> said) {
        var actor = asked.actor;
        var first = reactions.stream().filter(found -> speaksFor(found.statement, actor)).findFirst();
        long number = said.getOrDefault(actor.slug(), 0L);
        return new ReactionsView.Row(actor, asked.note, first.map(found -> reaction(found, event, around)).orElse(null), looked.stream().map(Reactions::finding).toList(),
                number == 0 ? null : ItemWords.statements(number) + " in the two weeks after", after(event, List.of(asked)).at("/timeline"));
    }

    private static boolean speaksFor(Item statement, ActorRef actor) {
        return statement.speakers().stream().anyMatch(speaker -> actor.equals(speaker.actor()) || speaker.behalf().contains(actor));
    }

    private static ReactionsView.Reaction reaction(Found found, Item event, Map<UUID, Item> around) {
        var to = around.get(found.link.to());
        return new ReactionsView.Reaction(ItemRow.of(found.statement), TimeAfter.words(event.when().stands(), found.statement.when().stands()), found.link.kind().label(), to.title(),
                ItemRow.of(to).page());
    }

    private static ReactionsView.Finding finding(RevisionView revision) {
        var record = (NegativeFindingRecord) revision.record();
        return new ReactionsView.Finding(record.looked(), record.note(), revision.by(), DateWords.moment(revision.at()), revision.number());
    }

    /** How much each said after the event, by slug: silence on it is another thing than silence. One question for all of them. */
    private Map<String, Long> said(Item event, List<Asked> asked) {
        var window = asked.isEmpty() ? null : after(event, asked).window().filter(Window::isBounded).orElse(null);
        if (window == null) {
            return Map.of();
        }
        var said = new HashMap<String, Long>();
        items.lanes(after(event, asked).with(Parameter.LANES, "principal"), List.of(window.from(), window.to() + 1), MOST_ROWS).lanes().forEach(lane -> said.put(lane.key(), lane.total()));
        return said;
    }

    private static TimelineQuery after(Item event, List<Asked> asked) {
        long day = event.when().stands().s1();
        return day == FourDays.MINUS_INFINITY ? since(event, asked) : since(event, asked).within(new Window(day, day + DAYS_LOOKED_AT - 1));
    }

    private static TimelineQuery since(Item event, List<Asked> asked) {
        var query = TimelineQuery.ALL.with(Parameter.KIND, "statement");
        for (var one : asked) {
            query = query.with(one.actor.type().equals(ActorType.PERSON.name()) ? Parameter.ACTOR : Parameter.BEHALF, one.actor.slug());
        }
        long day = event.when().stands().s1();
        return day == FourDays.MINUS_INFINITY ? query : query.within(new Window(day, FourDays.PLUS_INFINITY));
    }

    private static List<ActorRef> without(List<ActorRef> chosen, ActorRef actor) {
        return chosen.stream().filter(other -> !other.equals(actor)).toList();
    }
}
