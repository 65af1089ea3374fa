package org.demarche.timeline;

import java.util.Collection;
import java.util.List;

import org.demarche.coding.StanceSign;
import org.demarche.item.Item;

/**
 * A stance as the lanes count it, written as one term.
 *
 * @param holder an actor's id; empty where every principal holds it
 * @param toward an actor's id; empty where it is toward a topic
 */
record IndexedStance(String holder, String toward, StanceSign sign) {
    private static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;
    /** Behind the signs of all and of each of up to three principals. */
    private static final int WEIGHT = BITS * LuceneLanes.JOINT_FROM;

    static IndexedStance of(Item.Stance stance) {
        return new IndexedStance(stance.holder() == null ? "" : stance.holder().id().toString(), stance.toward() == null ? "" : stance.toward().id().toString(),
                StanceSign.of(List.of(stance.value())));
    }

    static IndexedStance read(String term) {
        var parts = term.split(":", -1);
        return new IndexedStance(parts[0], parts[1], StanceSign.find(parts[2]).orElseThrow());
    }

    String term() {
        return holder + ":" + toward + ":" + sign.query();
    }

    boolean isHeldBy(String principal) {
        return holder.isEmpty() || holder.equals(principal);
    }

    static StanceSign common(Collection<IndexedStance> stances) {
        var common = StanceSign.NONE;
        for (var stance : stances) {
            common = common == StanceSign.NONE || common == stance.sign ? stance.sign : StanceSign.MIXED;
        }
        return common;
    }

    /**
     * The common sign of all stances and, behind it, of those that each principal holds, then {@link ItemWeight}, in one number.
     *
     * @param principals ids in their order, as many as have a lane of their own
     */
    static long signs(List<IndexedStance> stances, List<String> principals, int weight) {
        long signs = common(stances).ordinal() | (long) weight << WEIGHT;
        for (int place = 0; place < principals.size(); place++) {
            var principal = principals.get(place);
            long held = common(stances.stream().filter(stance -> stance.isHeldBy(principal)).toList()).ordinal();
            signs |= held << BITS * (place + 1);
        }
        return signs;
    }

    static int weight(long signs) {
        return (int) (signs >>> WEIGHT) & MASK;
    }

    /** The ordinal of the sign at this place of such a number: 0 is the common one. */
    static int sign(long signs, int place) {
        return (int) (signs >>> BITS * place) & MASK;
    }
}
