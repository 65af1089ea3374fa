package org.demarche.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Representatives;
import org.demarche.actor.Representatives.Representative;
import org.demarche.coding.Plover;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.DateWords;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Finds what passed between two actors: when they met, what each said of the other, what was promised. A fixed number of questions. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Pair {
    /** What is said there is said to each other's face. */
    private static final List<String> MEETINGS = List.of("VISIT", "TOUR", "MEETING", "SUMMIT");
    /** What commits: it agrees or promises, gives way, works together, or helps. */
    private static final List<String> PROMISES = List.of("AGREE", "CONCEDE", "COOPERATE", "AID");
    private static final int MOST_REPRESENTATIVES = 150;
    /** Meetings looked through for one at which both were represented. */
    private static final int LOOKED_THROUGH = 20;

    @Inject
    Items items;
    @Inject
    Representatives representatives;

    private record Side(ActorRef actor, List<Representative> representatives) {
        /** Who took part for it on that day. */
        List<ActorRef> at(Item event) {
            return event.participants().stream().map(Item.Participant::actor)
                    .filter(actor -> representatives.stream().anyMatch(one -> one.actor().equals(actor) && one.actsOn(event.when().stands()))).toList();
        }

        List<String> slugs() {
            return representatives.stream().map(one -> one.actor().slug()).distinct().toList();
        }
    }

    /**
     * @param asked filters and a window that the lists of what was said look through
     * @param cursors by the name of the list
     */
    PairView view(ActorRef one, ActorRef other, TimelineQuery asked, long today, Function<String, String> cursors) {
        var sides = List.of(side(one), side(other));
        var meetings = meetings(sides);
        var last = first(meetings.with(Parameter.STATUS, "HELD").within(new Window(FourDays.MINUS_INFINITY, today)).with(Parameter.SORT, "-date"), sides);
        var next = first(meetings.with(Parameter.STATUS, "PLANNED").with(Parameter.STATUS, "POSTPONED").within(new Window(today, FourDays.PLUS_INFINITY)), sides);
        var path = path(one, other);
        var lists = new ListedItems.Page(items, asked.at(path), cursors);
        var statements = asked.with(Parameter.KIND, "statement").with(Parameter.SORT, "-date");
        var between = statements.with(Parameter.ACTOR, one.slug()).with(Parameter.WITH, other.slug());
        var promised = eachOf(between, Parameter.TYPE, PROMISES);
        var notCoded = between.with(Parameter.TYPE, "none");
        return new PairView(one, other, last.map(event -> meeting(event, sides)).orElse(null), next.map(event -> meeting(event, sides)).orElse(null), windows(asked, last, next, path),
                asked.window().orElse(Window.ALL).words(), lists.list("said", of(statements, one, other), Pair::date), lists.list("heard", of(statements, other, one), Pair::date),
                lists.list("promised", promised, Pair::date), PROMISES.stream().map(type -> type + " (" + Plover.find(type).orElseThrow().label() + ")").toList(),
                items.count(notCoded).all(), notCoded.filtersOnly().at("/timeline"), lists.list("meetings", meetings.with(Parameter.SORT, "-date"),
                        event -> who(event, sides)),
                QueryLinks.of(asked.with(Parameter.ACTOR, one.slug()).with(Parameter.WITH, other.slug())));
    }

    static String path(ActorRef one, ActorRef other) {
        return "/pairs/" + one.slug() + "/" + other.slug();
    }

    private Side side(ActorRef actor) {
        return new Side(actor, representatives.of(actor, MOST_REPRESENTATIVES));
    }

    /** Events in which somebody of each side takes part, whether or not it acted for that side already, or still. */
    private static TimelineQuery meetings(List<Side> sides) {
        var events = eachOf(TimelineQuery.ALL.with(Parameter.KIND, "event"), Parameter.EVENT_KIND, MEETINGS);
        return eachOf(eachOf(events, Parameter.ACTOR, sides.get(0).slugs()), Parameter.WITH, sides.get(1).slugs());
    }

    private static TimelineQuery eachOf(TimelineQuery query, Parameter parameter, List<String> values) {
        var changed = query;
        for (var value : values) {
            changed = changed.with(parameter, value);
        }
        return changed;
    }

    private Optional<Item> first(TimelineQuery meetings, List<Side> sides) {
        return items.list(meetings.with(Parameter.LIMIT, String.valueOf(LOOKED_THROUGH))).items().stream()
                .filter(event -> sides.stream().noneMatch(side -> side.at(event).isEmpty()) && !event.when().unplaced()).findFirst();
    }

    /** What the first said of the other. */
    private static TimelineQuery of(TimelineQuery statements, ActorRef one, ActorRef other) {
        return statements.with(one.type().equals("PERSON") ? Parameter.SPEAKER : Parameter.BEHALF, one.slug()).with(Parameter.TARGET, other.slug());
    }

    private static PairView.Meeting meeting(Item event, List<Side> sides) {
        return new PairView.Meeting(ItemRow.of(event), DateWords.words(event.when().date()), who(event, sides));
    }

    /** 'Yoshimasa Hayashi for Japan, Jens Stoltenberg for NATO'; says so where nobody acted for one of them then. */
    private static String who(Item event, List<Side> sides) {
        var date = DateWords.shortWords(event.when().date());
        var absent = sides.stream().filter(side -> side.at(event).isEmpty()).map(side -> side.actor.shortName()).toList();
        if (!absent.isEmpty()) {
            return date + ", not counted: nobody there acted for " + String.join(" or ", absent) + " then";
        }
        return date + ", " + sides.stream().map(side -> side.at(event).stream().map(actor -> actor.equals(side.actor) ? actor.shortName() : actor.surname() + " for " + side.actor.shortName())
                .collect(Collectors.joining(", "))).collect(Collectors.joining(", "));
    }

    private static String date(Item item) {
        return DateWords.shortWords(item.when().date());
    }

    private static List<PairView.Window> windows(TimelineQuery asked, Optional<Item> last, Optional<Item> next, String path) {
        var windows = new ArrayList<PairView.Window>();
        var all = asked.without(Parameter.FROM).without(Parameter.TO);
        windows.add(window("all", all, asked, path));
        long met = last.map(event -> event.when().stands().s1()).filter(day -> day != FourDays.MINUS_INFINITY).orElse(FourDays.MINUS_INFINITY);
        if (met != FourDays.MINUS_INFINITY) {
            windows.add(window("since their last meeting", all.within(new Window(met, FourDays.PLUS_INFINITY)), asked, path));
            windows.add(window("before it", all.within(new Window(FourDays.MINUS_INFINITY, met - 1)), asked, path));
        }
        next.map(event -> event.when().stands().e2()).filter(day -> day != FourDays.PLUS_INFINITY && day >= met)
                .ifPresent(day -> windows.add(window("before their next", all.within(new Window(met, day)), asked, path)));
        return List.copyOf(windows);
    }

    private static PairView.Window window(String words, TimelineQuery query, TimelineQuery asked, String path) {
        return new PairView.Window(words, query.at(path), query.equals(asked));
    }
}
