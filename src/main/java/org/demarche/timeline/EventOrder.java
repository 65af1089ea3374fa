package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.demarche.item.Item;
import org.demarche.time.FourDays;

/** Events as the lane has them from the top: what has a beginning and an end first, each with its sub-events behind it. */
final class EventOrder {
    private EventOrder() {
    }

    static List<Item> of(List<Item> events) {
        var byId = events.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var order = new ArrayList<Item>();
        events.stream().filter(event -> event.event() == null || !byId.containsKey(event.event()))
                .sorted(Comparator.comparingInt(EventOrder::rank)).forEach(root -> addFamily(root, events, byId, order));
        return order;
    }

    private static void addFamily(Item event, List<Item> events, Map<UUID, Item> byId, List<Item> order) {
        order.add(event);
        events.stream().filter(child -> event.id().equals(child.event())).forEach(child -> addFamily(child, events, byId, order));
    }

    private static int rank(Item event) {
        var days = event.when().days();
        return event.when().unplaced() ? 2 : days.s1() == FourDays.MINUS_INFINITY || days.e2() == FourDays.PLUS_INFINITY ? 1 : 0;
    }
}
