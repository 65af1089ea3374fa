package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.index.LeafReaderContext;

import org.demarche.item.ActorRef;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.View;
import org.demarche.time.Window;

/**
 * Counts the items of a query for each lane and step, of the most active lanes alone, so that thousands of lanes cost no memory. Which these are a walk over
 * the columns of the index tells, which meanwhile counts the steps of those that have lately been: where they still are it is the only one.
 */
final class LuceneLanes {
    /** From so many principals on, a joint statement has no part in the lanes of single ones. */
    static final int JOINT_FROM = 4;

    private final ItemWalk walk;
    private final Meaning meaning;
    private final ItemColumns.Numbers numbers;

    /**
     * What the lanes are.
     *
     * @param definitely whether only what must be in a window is in it
     * @param targets ids of actors: only stances toward these count; null where all do
     * @param joined which actors share a lane
     * @param topics what topics are called, by their ids
     */
    record Meaning(Lanes.By by, boolean definitely, Set<String> targets, Predecessors joined, Function<Collection<UUID>, Map<UUID, IndexContent.Called>> topics) {
    }

    LuceneLanes(ItemWalk walk, Meaning meaning) {
        this.walk = walk;
        this.meaning = meaning;
        numbers = walk.columns().numbers(LanePlaces.column(meaning.by));
    }

    ItemWalk walk() {
        return walk;
    }

    /**
     * @param bounds the first day of each step and the day after the last
     * @param most lanes at most, beside those that are not of one value
     */
    Lanes count(List<Long> bounds, int most) throws IOException {
        var span = new Window(bounds.get(0), bounds.get(bounds.size() - 1) - 1);
        var first = walked(bounds, span, 0);
        var activity = first.activity();
        var present = present(activity);
        var keys = keys(present);
        var order = byActivity(activity, keys);
        long ofValues = present.stream().filter(lane -> !LanePlaces.isBeside(lane)).count();
        var chosen = Stream.concat(present.stream().filter(LanePlaces::isBeside), present.stream().filter(lane -> !LanePlaces.isBeside(lane)).sorted(order).limit(most)).sorted(order).toList();
        var steps = steps(first, chosen, bounds, 0);
        return new Lanes(bounds, chosen.stream().map(lane -> new Lanes.Lane(keys.get(lane), activity.total(lane), activity.events(lane), activity.joint(lane), steps.of(lane).steps().counts())).toList(),
                ofValues - Math.min(ofValues, most));
    }

    /**
     * What a drawing shows, with the numbers of documents in the place of items.
     *
     * @param lanes one page of them, in their order
     * @param more lanes behind
     */
    record Drawn(Items.Total shown, List<Lane> lanes, long more) {
    }

    /** @param documents null where the lane is counted, as steps are where it is not */
    record Lane(String key, long total, long events, long joint, List<Integer> documents, LaneCount.Steps steps) {
    }

    Drawn draw(View.Frame frame) throws IOException {
        int mostNoted = frame.limits().inLane();
        boolean isWhole = isOfEverything() && WholeIndex.isCoarse(frame.unit());
        var first = isWhole ? null : walked(frame.bounds(), frame.window(), mostNoted);
        var activity = isWhole ? whole().times(meaning.by, walk).activity(frame.span(), frame.window()) : first.activity();
        var present = present(activity);
        var keys = keys(present);
        var order = Comparator.comparingInt((Integer lane) -> LaneNames.rank(keys.get(lane))).thenComparingInt(lane -> View.place(frame.pinned(), keys.get(lane)))
                .thenComparing(byActivity(activity, keys));
        var page = present.stream().sorted(order).skip(frame.first()).limit(frame.limits().lanes()).toList();
        var few = page.stream().filter(lane -> activity.around(lane) <= mostNoted).toList();
        var counted = isWhole ? wholeSteps(frame, page) : null;
        var steps = counted == null ? steps(first, page, frame.bounds(), mostNoted) : few.isEmpty() ? null : walked(frame.bounds(), few, mostNoted, () -> null);
        var drawn = new ArrayList<Lane>();
        var single = new HashSet<Integer>();
        for (var lane : page) {
            var documents = few.contains(lane) ? steps.of(lane).documents() : null;
            boolean each = documents != null && single.size() + documents.stream().filter(document -> !single.contains(document)).count() <= frame.limits().inAll();
            if (each) {
                single.addAll(documents);
            }
            drawn.add(new Lane(keys.get(lane), activity.total(lane), activity.events(lane), activity.joint(lane), each ? documents : null,
                    each ? null : counted == null ? steps.of(lane).steps() : counted.get(lane)));
        }
        return new Drawn(activity.shown(), drawn, Math.max(0, present.size() - frame.first() - page.size()));
    }

    private boolean isOfEverything() {
        return walk.query() == null && !meaning.definitely && meaning.joined.heads().isEmpty();
    }

    private WholeIndex whole() {
        return walk.columns().whole(walk.searcher());
    }

    /** Null where they can't be had that way. */
    private Map<Integer, LaneCount.Steps> wholeSteps(View.Frame frame, List<Integer> page) throws IOException {
        var whole = whole().steps(meaning.by, frame.unit(), frame.times(), walk);
        if (whole == null) {
            return null;
        }
        var missing = whole.missing(page);
        if (!missing.isEmpty()) {
            numbers.use(page);
            var wanted = whole.missing(numbers.usual());
            var counted = walked(whole.bounds(), wanted, 0, () -> null);
            whole.put(wanted.stream().collect(Collectors.toMap(lane -> lane, lane -> counted.of(lane).steps())));
        }
        return whole.of(page, frame.bounds());
    }

    private static List<Integer> present(LaneActivity activity) {
        return IntStream.range(0, activity.size()).filter(lane -> activity.around(lane) > 0).boxed().toList();
    }

    private LaneSteps walked(List<Long> bounds, Window window, int mostNoted) throws IOException {
        var span = new Window(bounds.get(0), bounds.get(bounds.size() - 1) - 1);
        return walked(bounds, numbers.usual(), mostNoted, () -> new LaneActivity(places(), span, window, meaning.definitely));
    }

    /** The counts of chosen lanes, which the walk that told the activity may have made already. */
    private LaneSteps steps(LaneSteps first, List<Integer> chosen, List<Long> bounds, int mostNoted) throws IOException {
        numbers.use(chosen);
        return first != null && chosen.stream().allMatch(lane -> first.of(lane) != null) ? first : walked(bounds, chosen, mostNoted, () -> null);
    }

    private LaneSteps walked(List<Long> bounds, List<Integer> chosen, int mostNoted, Supplier<LaneActivity> activity) throws IOException {
        var days = bounds.stream().mapToLong(Long::longValue).toArray();
        int last = chosen.stream().mapToInt(Integer::intValue).max().orElse(-1);
        var counted = walk.between(days[0], days[days.length - 1] - 1, () -> {
            var counts = new LaneCount[last + 1];
            chosen.forEach(lane -> counts[lane] = count(numbers.key(lane), LanePlaces.isBeside(lane), days.length - 1, mostNoted));
            return new LaneSteps(activity.get(), places(), counts, days, meaning.definitely, this::signs);
        });
        counted.stream().skip(1).forEach(counted.get(0)::add);
        return counted.get(0);
    }

    private LanePlaces places() {
        return new LanePlaces(meaning.by, meaning.joined, walk.columns());
    }

    private LaneCount count(String key, boolean isBeside, int steps, int mostNoted) {
        int between = key.indexOf(Lanes.TOWARD);
        var holders = meaning.by.isOfHolders() && !isBeside ? members(between < 0 ? key : key.substring(0, between)) : null;
        var toward = meaning.by.isOfTargets() && !isBeside && between < key.length() - 1 ? members(key.substring(between + 1)) : null;
        return new LaneCount(steps, holders, toward, mostNoted);
    }

    private Set<String> members(String actor) {
        return meaning.joined.members(UUID.fromString(actor)).stream().map(UUID::toString).collect(Collectors.toSet());
    }

    private LuceneSigns signs(LeafReaderContext leaf, ItemColumns.Segment segment) throws IOException {
        return meaning.by.isOfTargets() ? LuceneSigns.toward(leaf.reader(), null)
                : meaning.targets != null || meaning.by.isOfHolders() && !meaning.joined.heads().isEmpty() ? LuceneSigns.toward(leaf.reader(), meaning.targets) : LuceneSigns.ready(segment.signs);
    }

    private static Comparator<Integer> byActivity(LaneActivity activity, Map<Integer, String> keys) {
        return Comparator.comparingInt((Integer lane) -> -activity.total(lane)).thenComparingInt(lane -> -activity.around(lane)).thenComparing(keys::get);
    }

    /** Of each lane as queries name it: with the present slugs of actors, as the index holds them, or of topics. */
    private Map<Integer, String> keys(List<Integer> lanes) throws IOException {
        var slugs = new HashMap<String, String>();
        var actors = Map.<UUID, ActorRef>of();
        if (meaning.by == Lanes.By.TOPIC) {
            meaning.topics.apply(lanes.stream().filter(lane -> !LanePlaces.isBeside(lane)).map(numbers::key).map(UUID::fromString).toList()).forEach((id, topic) -> slugs.put(id.toString(), topic.slug()));
        } else if (meaning.by.setsEventsApart()) {
            actors = walk.columns().actors(walk.searcher()).byId();
        }
        var known = actors;
        var keys = new HashMap<Integer, String>();
        lanes.forEach(lane -> keys.put(lane, LanePlaces.isBeside(lane) || known.isEmpty() ? slugs.getOrDefault(numbers.key(lane), numbers.key(lane)) : LanePlaces.of(numbers.key(lane), id -> slug(id, known))));
        return keys;
    }

    private static String slug(String id, Map<UUID, ActorRef> actors) {
        var actor = actors.get(UUID.fromString(id));
        return actor == null ? id : actor.slug();
    }
}
