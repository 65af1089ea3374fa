package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;

import org.demarche.coding.CodingRecord;
import org.demarche.coding.Codings;
import org.demarche.coding.Plover;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.Lanes;

/** In which lanes an item stands, said as plainly as can be. */
final class LaneKeys {
    private LaneKeys() {
    }

    /**
     * A lane as the items that stand in it name it.
     *
     * @param key as {@link Lanes.Lane} has it
     * @param actor whose lane it is; of a dyad the principal; null for the lane of no actor
     * @param target whom the lane is about; null where it is about nobody
     * @param label of a topic; null where the key tells the name
     */
    record Key(String key, ActorRef actor, ActorRef target, String label) {
        private static Key of(String key) {
            return new Key(key, null, null, null);
        }

        private static Key of(ActorRef actor) {
            return new Key(actor.slug(), actor, null, null);
        }
    }

    /** @param target null where the principal speaks about no other */
    record Dyad(ActorRef principal, ActorRef target) {
    }

    /** Each once, in the order in which the item names them. Joint statements of many are not set apart here. */
    static List<Key> of(Item item, Lanes.By by) {
        if (!item.isStatement() && by.setsEventsApart()) {
            return List.of(Key.of(Lanes.EVENTS));
        }
        var keys = switch (by) {
            case PRINCIPAL -> item.principals().stream().map(Key::of).toList();
            case DYAD -> dyads(item).stream().map(LaneKeys::key).toList();
            case BEHALF -> item.speakers().stream().flatMap(speaker -> speaker.behalf().stream()).map(Key::of).toList();
            case ACTOR -> item.actors().stream().map(Key::of).toList();
            case TARGET -> item.targets().stream().map(target -> new Key(target.slug(), null, target, null)).toList();
            case TYPE -> List.of(Key.of(Codings.find(item.codings(), Plover.SCHEME).map(CodingRecord::type).orElse("none")));
            case TOPIC -> item.topics().stream().map(topic -> new Key(topic.slug(), null, null, topic.label())).toList();
            case COUNTRY -> item.isStatement() ? List.of(Key.of(item.kind().word())) : item.place().countries().stream().map(Key::of).toList();
            case KIND -> List.of(Key.of(item.kind().word()));
        };
        return keys.isEmpty() ? List.of(Key.of(Lanes.UNKNOWN)) : keys.stream().distinct().toList();
    }

    /** Each principal with each other actor that the statement is about, or with nobody. */
    static List<Dyad> dyads(Item item) {
        var dyads = new ArrayList<Dyad>();
        for (var principal : item.principals()) {
            var others = item.targets().stream().filter(target -> !target.equals(principal)).distinct().toList();
            others.forEach(target -> dyads.add(new Dyad(principal, target)));
            if (others.isEmpty()) {
                dyads.add(new Dyad(principal, null));
            }
        }
        return List.copyOf(dyads);
    }

    private static Key key(Dyad dyad) {
        return new Key(dyad.principal.slug() + Lanes.TOWARD + (dyad.target == null ? "" : dyad.target.slug()), dyad.principal, dyad.target, null);
    }
}
