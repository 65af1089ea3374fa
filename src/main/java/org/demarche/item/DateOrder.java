package org.demarche.item;

import java.util.Comparator;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The order of items by date in plain Java: what the index must give, and tests compare it with. */
public final class DateOrder {
    private DateOrder() {
    }

    /**
     * By where an item stands: its earliest day, its latest, the time of day (none first); then by what comes after what, then by id.
     *
     * @param rank after how many others, one after the other, links say that an item comes
     */
    public static Comparator<Item> by(ToIntFunction<UUID> rank) {
        return Comparator.comparingLong((Item item) -> item.when().stands().s1()).thenComparingLong(item -> item.when().stands().e2())
                .thenComparingInt(item -> item.when().time() == null ? -1 : item.when().time().minutes()).thenComparingInt(item -> rank.applyAsInt(item.id()))
                .thenComparing(item -> item.id().toString());
    }
}
