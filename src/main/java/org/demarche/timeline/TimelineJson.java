package org.demarche.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.Labels;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.Window;

/** Puts together what a script needs to draw a view of the timeline, and to move it for a while without asking again. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class TimelineJson {
    static final int FORMAT = 1;
    static final View.Limits LIMITS = new View.Limits(25, 150, 600);

    private static final double LEAST_STEP = 4;
    private static final int DEFAULT_WIDTH = 1200;
    /** Up to so many events can be compared by what was said at them, to name the most important. */
    private static final int MOST_COMPARED = 24;
    private static final int MOST_NAMED = 12;
    private static final JsonFactory JSON = new JsonFactory();

    @Inject
    Items items;
    @Inject
    LaneActors laneActors;

    /**
     * @param query its own window does not matter
     * @param width of the plot in pixels
     * @param lane the number of the first one
     * @param pinned keys of lanes
     * @param today as a day number
     */
    record Asked(TimelineQuery query, Window window, double width, int lane, List<String> pinned, long today) {
    }

    /** An event that is named where its lane is counted. */
    record Named(int step, int lane, Item event, Labels.Label label) {
    }

    static double width(TimelineQuery query) {
        return query.value(Parameter.WIDTH).map(Double::parseDouble).orElse((double) DEFAULT_WIDTH);
    }

    byte[] of(Asked asked) {
        var query = Stream.of(Parameter.CURSOR, Parameter.LIMIT, Parameter.BOM, Parameter.WIDTH).reduce(asked.query, TimelineQuery::without, (one, other) -> one);
        var steps = Steps.around(asked.window, asked.width, LEAST_STEP);
        long revision = items.revision();
        var found = items.view(query, new View.Frame(asked.window, steps.bounds(), steps.unit(), steps.times(), asked.lane, asked.pinned, LIMITS));
        var fitting = FittingView.of(steps, withPinned(found, asked), asked.window);
        var view = fitting.view();
        var links = new Links(query, asked.window);
        var lanes = lanes(query, view);
        var out = new ByteArrayOutputStream();
        try (var generator = JSON.createGenerator(out)) {
            var writer = new ViewWriter(generator, asked, fitting.steps(), view, links);
            writer.write(revision, lanes, linked(view.items()), names(query.within(asked.window), fitting.steps(), view, asked.today),
                    view.more() == 0 ? null : asked.lane + found.lanes().size());
        } catch (IOException failed) {
            throw new UncheckedIOException("A view can't be written", failed);
        }
        return out.toByteArray();
    }

    /** The links between these items, as they were known when these were. */
    private static List<org.demarche.event.Links.Kept> linked(List<Item> items) {
        var known = items.stream().map(Item::id).collect(Collectors.toSet());
        return items.stream().flatMap(item -> item.links().stream().filter(link -> known.contains(link.to())).map(link -> new org.demarche.event.Links.Kept(item.id(), link.kind(), link.to()))).toList();
    }

    /** A pinned lane is there whether or not anything stands in it. */
    private static View withPinned(View view, Asked asked) {
        var present = view.lanes().stream().map(View.Lane::key).collect(Collectors.toSet());
        var missing = asked.lane > 0 ? List.<String>of() : asked.pinned.stream().filter(key -> !present.contains(key)).toList();
        if (missing.isEmpty()) {
            return view;
        }
        var lanes = Stream.concat(view.lanes().stream(), missing.stream().map(key -> new View.Lane(key, 0, 0, 0, List.of(), null)))
                .sorted(Comparator.comparingInt((View.Lane lane) -> LaneNames.rank(lane.key())).thenComparingInt(lane -> View.place(asked.pinned, lane.key()))).toList();
        return new View(view.shown(), view.items(), lanes, view.more(), view.statementsAt());
    }

    /** The lanes with what time did to their actors, each with the items that stand in it one by one. */
    private ViewLanes lanes(TimelineQuery query, View view) {
        var slugs = view.lanes().stream().flatMap(lane -> Stream.of(lane.key().split(Lanes.TOWARD))).distinct().toList();
        var by = query.lanes();
        var found = by.setsEventsApart() ? laneActors.of(slugs) : Map.<String, ActorRef>of();
        var names = new HashMap<String, String>();
        found.forEach((slug, actor) -> names.put(slug, actor.shortName()));
        names.putAll(laneActors.topics(by, slugs));
        var inTime = laneActors.inTime(query, slugs);
        var all = view.lanes().stream().map(lane -> {
            var parts = lane.key().split(Lanes.TOWARD);
            boolean ofTarget = by == Lanes.By.TARGET;
            var actor = ofTarget ? null : found.get(parts[0]);
            var target = ofTarget ? found.get(parts[0]) : parts.length > 1 ? found.get(parts[1]) : null;
            var filled = LaneItems.of(by, lane.key(), LaneNames.of(by, lane.key(), names), actor, target, inTime);
            if (!lane.isCounted()) {
                lane.items().forEach(place -> filled.items().add(view.items().get(place)));
            }
            return filled;
        }).toList();
        LaneItems.tick(all, view.items(), by, inTime);
        return new ViewLanes(all, inTime, new LinkedHashSet<>(query.values(Parameter.TARGET)));
    }

    private Map<UUID, Long> statementsAt(TimelineQuery shown, List<Item> events) {
        var counts = items.counts(events.stream().map(event -> shown.with(Parameter.EVENT, event.id().toString())).toList());
        var numbers = new HashMap<UUID, Long>();
        for (int place = 0; place < events.size(); place++) {
            numbers.put(events.get(place).id(), counts.get(place).statements());
        }
        return numbers;
    }

    /** The events of a counted lane by the number of statements made there: of all where they are few enough to compare, else of those that stand for their steps. */
    private List<Named> names(TimelineQuery shown, Steps steps, View view, long today) {
        int lane = view.lanes().stream().map(View.Lane::key).map(LaneNames::isOfAllEvents).toList().indexOf(true);
        if (lane < 0 || !view.lanes().get(lane).isCounted()) {
            return List.of();
        }
        boolean areMany = view.lanes().get(lane).events() > MOST_COMPARED;
        var events = areMany ? List.copyOf(view.lanes().get(lane).weightiest().values())
                : items.list(shown.without(Parameter.KIND).with(Parameter.KIND, "event").with(Parameter.LIMIT, String.valueOf(MOST_COMPARED))).items();
        var numbers = areMany ? view.statementsAt() : statementsAt(shown, events);
        return events.stream().sorted(Comparator.comparingLong((Item event) -> -numbers.getOrDefault(event.id(), 0L)).thenComparing(event -> event.when().stands().s1()).thenComparing(Item::id)).limit(MOST_NAMED)
                .map(event -> new Named(steps.at(event.when().stands().s1()), lane, event, Labels.ofEvent(event, numbers.getOrDefault(event.id(), 0L), today))).toList();
    }
}
