package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.ItemWords;
import org.demarche.item.Lanes;
import org.demarche.text.Texts;

/**
 * A lane with the items that stand in it.
 *
 * @param key as {@link Lanes.Lane} has it
 * @param actor whose lane it is; null for the lanes of events, of joint statements and of kinds
 * @param ticks joint statements of four or more in which it has a part: they stand once, in the lane of joint ones
 */
record LaneItems(String key, ActorRef actor, List<Item> items, List<Item> ticks) {
    /** From so many principals on, a joint statement has a lane of its own. */
    static final int MANY = 4;

    private static final int HEAD_LENGTH = 21;

    /** By principal, actor or kind: events first, then joint ones of many, then the most active, then by name. */
    static List<LaneItems> of(List<Item> items, String lanes) {
        var byKey = new LinkedHashMap<String, LaneItems>();
        for (var item : items) {
            if (lanes.equals("kind")) {
                add(byKey, item.kind().word(), null, item);
            } else if (!item.isStatement()) {
                add(byKey, Lanes.EVENTS, null, item);
            } else {
                addStatement(byKey, item, lanes.equals("actor") ? item.actors() : new LinkedHashSet<>(item.principals()), lanes.equals("principal"));
            }
        }
        return byKey.values().stream().sorted(Comparator.comparingInt((LaneItems lane) -> rank(lane.key))
                .thenComparing(lane -> -lane.items.size()).thenComparing(LaneItems::name)).toList();
    }

    private static void addStatement(LinkedHashMap<String, LaneItems> byKey, Item item, Set<ActorRef> actors, boolean joined) {
        if (actors.isEmpty()) {
            add(byKey, Lanes.UNKNOWN, null, item);
        } else if (joined && actors.size() >= MANY) {
            add(byKey, Lanes.JOINT, null, item);
            actors.forEach(actor -> lane(byKey, actor.slug(), actor).ticks.add(item));
        } else {
            actors.forEach(actor -> add(byKey, actor.slug(), actor, item));
        }
    }

    private static void add(LinkedHashMap<String, LaneItems> byKey, String key, ActorRef actor, Item item) {
        lane(byKey, key, actor).items.add(item);
    }

    private static LaneItems lane(LinkedHashMap<String, LaneItems> byKey, String key, ActorRef actor) {
        return byKey.computeIfAbsent(key, any -> new LaneItems(key, actor, new ArrayList<>(), new ArrayList<>()));
    }

    /** Events above all, joint ones of many below them, what nobody spoke for last. */
    static int rank(String key) {
        return switch (key) {
            case Lanes.EVENTS, "event" -> 0;
            case Lanes.JOINT -> 1;
            case Lanes.UNKNOWN -> 3;
            default -> 2;
        };
    }

    boolean isOfEvents() {
        return rank(key) == 0;
    }

    String name() {
        return actor == null ? name(key) : actor.shortName();
    }

    /** Of a lane that is no actor's. */
    static String name(String key) {
        return switch (key) {
            case Lanes.EVENTS, "event" -> "Events";
            case "statement" -> "Statements";
            case Lanes.JOINT -> "Joint";
            case Lanes.UNKNOWN, "" -> "Not known for whom";
            default -> key;
        };
    }

    /** A lane's name as far as its head has room for it. */
    static String head(String name) {
        return Texts.cut(name, HEAD_LENGTH);
    }

    /** '5 statements, 3 joint'. */
    String count() {
        long joint = items.stream().filter(item -> item.principals().size() > 1).count() + ticks.size();
        return key.equals(Lanes.JOINT) || key.equals(ItemKind.STATEMENT.word()) ? ItemWords.statements(items.size()) : count(items.size() + ticks.size(), joint);
    }

    static String count(long statements, long joint) {
        return ItemWords.statements(statements) + (joint == 0 ? "" : ", " + ItemWords.number(joint) + " joint");
    }

    /** Whether different people speak in it, so that its labels tell who. */
    boolean hasSeveralSpeakers() {
        return items.stream().filter(Item::isStatement).flatMap(item -> item.speakers().stream())
                .filter(speaker -> actor == null || actor.equals(speaker.principal()))
                .map(speaker -> speaker.actor() == null ? speaker.described() : speaker.actor().slug()).distinct().limit(2).count() > 1;
    }
}
