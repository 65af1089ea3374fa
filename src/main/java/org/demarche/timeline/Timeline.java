package org.demarche.timeline;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.coding.StanceSign;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Looks at a query through a window and puts together what the page shows of it, with a fixed number of questions to the index. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Timeline {
    private static final int LISTED = 50;
    private static final int EDGE_LENGTH = 60;
    private static final int MOST_IN_SUMMARY = 5;
    /** Up to so many events can be compared by what was said at them, to name the most important. */
    private static final int MOST_COMPARED = 24;
    @Inject
    Items items;
    @Inject
    Actors actors;
    @Inject
    QueryNames names;
    @Inject
    LaneActors laneActors;
    @Inject
    org.demarche.event.Links linked;
    @Inject
    QueryOffers offers;

    /**
     * @param selected null where none is open
     * @param page which lanes
     */
    TimelineView view(TimelineQuery query, UUID selected, long today, LanePage page) {
        var all = everywhere(query);
        var extent = items.extent(all);
        var window = window(query, all, extent, today);
        var shown = all.within(window);
        var open = selected == null ? null : items.of(List.of(selected), query.asOf().orElse(null)).stream().findFirst().orElse(null);
        var asked = new Asked(query, all, shown, window, new Links(query.without(Parameter.LIMIT), window), items.count(shown), items.count(all),
                new LinkedHashSet<>(query.values(Parameter.TARGET)), open, today, page);
        if (asked.each() && query.has(Parameter.CURSOR)) {
            // A view that fits one page has no use for a cursor, but one that is broken is refused all the same.
            items.list(cursor(shown, query).with(Parameter.LIMIT, "1"));
        }
        var slice = items.list(asked.each() ? shown.with(Parameter.LIMIT, String.valueOf(Chart.MOST)) : cursor(shown, query).with(Parameter.LIMIT, String.valueOf(LISTED)));
        return assemble(asked, extent.orElse(window), slice);
    }

    /** The window that a query is looked at through: its own, else the one that calls for. */
    Window window(TimelineQuery query, long today) {
        var given = query.window().filter(Window::isBounded);
        var all = everywhere(query);
        return given.orElseGet(() -> window(query, all, items.extent(all), today));
    }

    private static TimelineQuery everywhere(TimelineQuery query) {
        return Stream.of(Parameter.FROM, Parameter.TO, Parameter.CURSOR, Parameter.LIMIT, Parameter.BOM, Parameter.WIDTH).reduce(query, TimelineQuery::without, (one, other) -> one);
    }

    private TimelineView assemble(Asked asked, Window extent, Items.Slice slice) {
        var links = asked.links();
        var words = new QueryWords(asked.query(), names.of(asked.query()));
        var chips = words.chips(links);
        var scale = new Scale(asked.window(), Chart.HEADS, Chart.PLOT);
        boolean each = asked.each();
        var chart = asked.nothing() || !each ? Optional.<Chart>empty() : chart(asked, slice.items(), scale);
        var counts = asked.nothing() || chart.isPresent() ? null : items.lanes(asked.shown(), Steps.of(asked.window(), Counted.MOST_STEPS).bounds(), asked.page().needed());
        var counted = counts == null ? null : counted(asked, counts, scale);
        var span = Overview.span(extent);
        var whole = items.lanes(asked.all().with(Parameter.LANES, "kind"), Overview.steps(span).bounds(), 2);
        var near = items.lanes(asked.shown().with(Parameter.LANES, "kind"), Overview.steps(asked.window()).bounds(), 2);
        boolean byDate = asked.query().sort().endsWith("date");
        var list = DayList.of(slice.items(), byDate, asked.toward(), each ? ItemChart.statementsAt(slice.items()) : null, links, asked.selected(),
                each || slice.next() == null ? null : links.with(Parameter.CURSOR, slice.next()) + "#list");
        return new TimelineView(asked.query(), asked.window(), words.title(), chips, Controls.count(asked),
                Controls.onPaper(asked, chips),
                Overview.of(whole, span, asked.window(), links, Overview.ROOM_ON_PAGE), Overview.of(near, asked.window(), asked.window(), links, Overview.ROOM_ON_PHONE),
                navigation(asked, extent, slice.items()), Controls.lanes(asked), Controls.predecessors(asked), Controls.filters(asked, slice.items()), Controls.exports(asked),
                chart.orElse(null), counted, key(asked, each ? slice.items() : List.of(), chart.orElse(null), counted), list, asked.nothing() ? empty(asked, chips) : null,
                asked.selected(), links.closing(),
                asked.selected() != null ? null : each ? Summary.of(slice.items(), asked.toward(), links) : summary(asked), offers.meant(asked.query()));
    }

    /** The query's own; where it has none, or half of one, what its items call for. */
    private Window window(TimelineQuery query, TimelineQuery all, Optional<Window> extent, long today) {
        var given = query.window().orElse(Window.ALL);
        if (given.isBounded()) {
            return given;
        }
        if (given.isAll()) {
            return items.opening(all).or(() -> extent).orElseGet(() -> CalendarUnit.WEEK.containing(today));
        }
        return given.to() == FourDays.PLUS_INFINITY ? new Window(given.from(), Math.max(given.from() + 6, extent.map(Window::to).orElse(today)))
                : new Window(Math.min(given.to() - 6, extent.map(Window::from).orElse(today)), given.to());
    }

    private static TimelineQuery cursor(TimelineQuery shown, TimelineQuery query) {
        return query.value(Parameter.CURSOR).map(cursor -> shown.with(Parameter.CURSOR, cursor)).orElse(shown);
    }

    private static List<Item> byDate(List<Item> items) {
        return items.stream().sorted(Comparator.comparingLong((Item item) -> item.when().stands().s1()).thenComparingLong(item -> item.when().stands().e2())).toList();
    }

    private Optional<Chart> chart(Asked asked, List<Item> listed, Scale scale) {
        var slugs = listed.stream().flatMap(item -> item.actors().stream()).map(ActorRef::slug).distinct().toList();
        var look = new ItemChart.Look(asked.toward(), asked.selected(), asked.today(), asked.inAll().events() - asked.inView().events(), asked.links(),
                laneActors.inTime(asked.query(), slugs),
                asked.selected() == null ? List.of() : linked.of(asked.selected().id()), asked.page());
        return ItemChart.of(byDate(listed), asked.query().lanes(), scale, look);
    }

    private Counted counted(Asked asked, Lanes counts, Scale scale) {
        var steps = Steps.of(asked.window(), Counted.MOST_STEPS);
        var by = asked.query().lanes();
        var found = laneActors.names(by, counts.lanes());
        var inTime = laneActors.inTime(asked.query(), LaneActors.slugs(counts.lanes()));
        var named = new Counted.Naming() {
            @Override
            public String name(String key) {
                return LaneNames.of(by, key, found);
            }

            @Override
            public String href(String key) {
                return asked.links().lane(key);
            }

            @Override
            public String adding(String key) {
                return asked.links().adding(key);
            }

            @Override
            public Existence existence(String key) {
                return inTime.existence(key, scale);
            }

            @Override
            public String step(int number) {
                return asked.links().to(steps.step(number));
            }

            @Override
            public String selecting(Item item) {
                return asked.links().selecting(item);
            }
        };
        return Counted.of(counts, steps, scale, named, namedEvents(asked), asked.page());
    }

    /** The events of the view by the number of statements made there, where they are few enough to compare. */
    private List<Item> namedEvents(Asked asked) {
        if (asked.inView().events() == 0 || asked.inView().events() > MOST_COMPARED) {
            return List.of();
        }
        var events = items.list(asked.shown().without(Parameter.KIND).with(Parameter.KIND, "event").with(Parameter.LIMIT, String.valueOf(MOST_COMPARED))).items();
        var numbers = new HashMap<UUID, Long>();
        events.forEach(event -> numbers.put(event.id(), items.count(asked.shown().with(Parameter.EVENT, event.id().toString())).statements()));
        return events.stream().sorted(Comparator.comparingLong(event -> -numbers.get(event.id()))).toList();
    }

    private TimelineView.Navigation navigation(Asked asked, Window extent, List<Item> listed) {
        var links = asked.links();
        var edges = items.edges(asked.shown());
        long around = asked.selected() != null ? start(asked.selected(), asked.window())
                : listed.isEmpty() ? (asked.window().from() + asked.window().to()) / 2 : start(listed.get(listed.size() / 2), asked.window());
        return new TimelineView.Navigation(edges.before().map(item -> edge(item, "← ", "", links)).orElse(null), edges.after().map(item -> edge(item, "", " →", links)).orElse(null),
                links.zoom(around), links.to(asked.window().previous()), links.to(asked.window().next()), asked.window().equals(extent) ? null : links.to(extent));
    }

    private static long start(Item item, Window window) {
        return Math.max(window.from(), Math.min(window.to(), item.when().stands().s1()));
    }

    private static TimelineView.Edge edge(Item item, String before, String after, Links links) {
        return new TimelineView.Edge(before + DateWords.words(item.when().date()) + ", " + Texts.cut(item.title(), EDGE_LENGTH) + after, links.around(item));
    }

    private TimelineView.Key key(Asked asked, List<Item> listed, Chart chart, Counted counted) {
        var marks = chart == null ? Keys.ofCounts() : Keys.ofMarks(chart);
        var toward = asked.toward().isEmpty() ? "" : ItemWords.names(actors.named(asked.toward()).values().stream().toList());
        var targets = listed.stream().filter(Item::isStatement).flatMap(item -> item.targets().stream()).collect(Collectors.groupingBy(actor -> actor, LinkedHashMap::new, Collectors.counting()));
        var three = targets.entrySet().stream().sorted(Comparator.comparing(entry -> -entry.getValue())).limit(3)
                .map(entry -> new TimelineView.Choice(entry.getKey().shortName(), asked.links().with(Parameter.TARGET, entry.getKey().slug()), false)).toList();
        return new TimelineView.Key(marks, toward, asked.toward().isEmpty() ? three : List.of(), counted != null ? Keys.notesOfCounts(counted) : Keys.notesOfItems(listed, chart));
    }

    private TimelineView.Empty empty(Asked asked, List<QueryWords.Chip> chips) {
        long outside = asked.inAll().all();
        var counts = items.counts(chips.stream().map(chip -> asked.shown().without(chip.parameter(), chip.value())).toList());
        var without = IntStream.range(0, chips.size()).filter(index -> counts.get(index).all() > 0)
                .mapToObj(index -> new TimelineView.Without(chips.get(index), ItemWords.number(counts.get(index).all()))).toList();
        if (outside == 0) {
            return new TimelineView.Empty("Nothing is found.", null, offers.near(asked.all()), without);
        }
        var go = nearest(items.edges(asked.shown()), asked.window()).map(item -> new TimelineView.Edge("go to " + DateWords.words(item.when().date()), asked.links().around(item)));
        return new TimelineView.Empty("Nothing in this window. " + ItemWords.number(outside) + (outside == 1 ? " item" : " items") + " outside it" + (go.isPresent() ? ":" : "."), go.orElse(null), List.of(), without);
    }

    private static Optional<Item> nearest(Items.Edges edges, Window window) {
        if (edges.before().isEmpty() || edges.after().isEmpty()) {
            return edges.before().or(edges::after);
        }
        return window.from() - edges.before().get().when().stands().e2() <= edges.after().get().when().stands().s1() - window.to() ? edges.before() : edges.after();
    }

    private Summary summary(Asked asked) {
        var window = List.of(asked.window().from(), asked.window().to() + 1);
        var kinds = items.lanes(asked.shown().with(Parameter.LANES, "kind"), window, 2);
        var numbers = new EnumMap<StanceSign, Long>(StanceSign.class);
        kinds.lanes().stream().filter(lane -> lane.key().equals(ItemKind.STATEMENT.word())).map(lane -> lane.steps().get(0)).forEach(step -> {
            for (var sign : StanceSign.values()) {
                numbers.put(sign, (long) step.surely(sign) + step.possibly(sign));
            }
        });
        var principals = items.lanes(asked.shown().without(Parameter.LANES), window, MOST_IN_SUMMARY);
        var found = laneActors.names(Lanes.By.PRINCIPAL, principals.lanes());
        var behalf = laneActors.named(principals, found).stream()
                .map(lane -> new Summary.Line(found.get(lane.key()), ItemWords.number(lane.total()), asked.links().with(Parameter.BEHALF, lane.key()))).toList();
        return new Summary(Summary.stances(numbers, asked.links()), behalf, List.of());
    }
}
