package org.demarche.timeline;

import org.demarche.coding.StanceSign;
import org.demarche.item.Item;

import java.util.List;

/**
 * A stance as the lanes count it, written as one term.
 *
 * @param holder an actor's id; empty where every principal holds it
 * @param toward an actor's id; empty where it is toward a topic
 */
record IndexedStance(String holder, String toward, StanceSign sign) {

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
}
