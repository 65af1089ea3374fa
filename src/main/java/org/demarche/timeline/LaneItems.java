package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.coding.StanceMark;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.Lanes;

/**
 * A lane with the items that stand in it.
 *
 * @param key as {@link Lanes.Lane} has it
 * @param actor whose lane it is, of a dyad the principal; null for the lanes of no actor
 * @param target whom the lane is about; null where it is about nobody
 * @param holders slugs of those whose stances alone count; empty where all do
 * @param toward slugs of those toward whom alone they count; empty where the query decides
 * @param ticks joint statements of four or more in which it has a part: they stand once, in the lane of joint ones
 */
record LaneItems(String key, String name, ActorRef actor, ActorRef target, Set<String> holders, Set<String> toward, List<Item> items, List<Item> ticks) {
    /** From so many principals on, a joint statement has a lane of its own. */
    static final int MANY = LuceneLanes.JOINT_FROM;

    /** Events first, then joint ones of many, then the most active, then by name; the order of {@link LaneNames#rank}. */
    static List<LaneItems> of(List<Item> items, Lanes.By by, ActorsInTime inTime) {
        var byKey = new LinkedHashMap<String, LaneItems>();
        for (var item : items) {
            var keys = keys(item, by, inTime);
            if (isOfMany(item, by)) {
                lane(byKey, by, new LaneKeys.Key(Lanes.JOINT, null, null, null), inTime).items.add(item);
                keys.forEach(key -> lane(byKey, by, key, inTime).ticks.add(item));
            } else {
                keys.forEach(key -> lane(byKey, by, key, inTime).items.add(item));
            }
        }
        return byKey.values().stream().sorted(Comparator.comparingInt((LaneItems lane) -> LaneNames.rank(lane.key))
                .thenComparing(lane -> -lane.items.size()).thenComparing(LaneItems::name)).toList();
    }

    /** Puts into the lanes that are there the ticks of the joint statements of many among the items. */
    static void tick(List<LaneItems> lanes, List<Item> items, Lanes.By by, ActorsInTime inTime) {
        for (var item : items) {
            if (isOfMany(item, by)) {
                var keys = keys(item, by, inTime).stream().map(LaneKeys.Key::key).collect(Collectors.toSet());
                lanes.stream().filter(lane -> keys.contains(lane.key)).forEach(lane -> lane.ticks.add(item));
            }
        }
    }

    private static boolean isOfMany(Item item, Lanes.By by) {
        return item.isStatement() && by.setsJointApart() && item.principals().size() >= MANY;
    }

    private static List<LaneKeys.Key> keys(Item item, Lanes.By by, ActorsInTime inTime) {
        return LaneKeys.of(item, by).stream().map(key -> joined(key, inTime)).distinct().toList();
    }

    /** The lane of the last successor in place of an actor's own. */
    private static LaneKeys.Key joined(LaneKeys.Key key, ActorsInTime inTime) {
        var actor = inTime.head(key.actor());
        var target = inTime.head(key.target());
        var slugs = Stream.of(actor, target).map(one -> one == null ? "" : one.slug()).toList();
        var slug = key.key().contains(Lanes.TOWARD) ? String.join(Lanes.TOWARD, slugs) : actor == null && target == null ? key.key() : String.join("", slugs);
        return new LaneKeys.Key(slug, actor, target, key.label());
    }

    private static LaneItems lane(LinkedHashMap<String, LaneItems> byKey, Lanes.By by, LaneKeys.Key key, ActorsInTime inTime) {
        return byKey.computeIfAbsent(key.key(), any -> {
            var names = new HashMap<String, String>();
            Stream.of(key.actor(), key.target()).filter(actor -> actor != null).forEach(actor -> names.put(actor.slug(), actor.shortName()));
            if (key.label() != null) {
                names.put(key.key(), key.label());
            }
            return of(by, key.key(), LaneNames.of(by, key.key(), names), key.actor(), key.target(), inTime);
        });
    }

    /** An empty one of this key. */
    static LaneItems of(Lanes.By by, String key, String name, ActorRef actor, ActorRef target, ActorsInTime inTime) {
        return new LaneItems(key, name, actor, target, by.isOfHolders() ? slugs(actor, inTime) : Set.of(), by.isOfTargets() ? slugs(target, inTime) : Set.of(), new ArrayList<>(), new ArrayList<>());
    }

    private static Set<String> slugs(ActorRef actor, ActorsInTime inTime) {
        return actor == null ? Set.of() : inTime.members(actor).stream().map(ActorRef::slug).collect(Collectors.toSet());
    }

    /** Whom its stances are toward: whom the lane is about, else whom the query asks about. */
    Set<String> toward(Set<String> asked) {
        return toward.isEmpty() ? asked : toward;
    }

    /** What an item's stances come to in this lane. */
    StanceMark stance(Item item, Set<String> asked) {
        var meant = toward(asked);
        return StanceMark.of(item.stances().stream().filter(stance -> holders.isEmpty() || stance.holder() == null || holders.contains(stance.holder().slug()))
                .filter(stance -> meant.isEmpty() || stance.toward() != null && meant.contains(stance.toward().slug())).map(Item.Stance::value).toList());
    }

    boolean isOfAllEvents() {
        return LaneNames.isOfAllEvents(key);
    }

    /** Whether no statement stands in it. */
    boolean isOfEvents() {
        return ticks.isEmpty() && items.stream().noneMatch(Item::isStatement);
    }

    boolean hasEvents() {
        return !items.stream().allMatch(Item::isStatement);
    }

    /** '5 statements, 3 joint'. */
    String count() {
        long events = items.stream().filter(item -> !item.isStatement()).count();
        long joint = items.stream().filter(item -> item.principals().size() > 1).count() + ticks.size();
        return LaneNames.count(items.size() - events + ticks.size(), events, key.equals(Lanes.JOINT) || key.equals("statement") ? 0 : joint);
    }

    /** Whether different people speak in it, so that its labels tell who. */
    boolean hasSeveralSpeakers() {
        return items.stream().filter(Item::isStatement).flatMap(item -> item.speakers().stream())
                .filter(speaker -> actor == null || speaker.principal() != null && (actor.equals(speaker.principal()) || holders.contains(speaker.principal().slug())))
                .map(speaker -> speaker.actor() == null ? speaker.described() : speaker.actor().slug()).distinct().limit(2).count() > 1;
    }
}
