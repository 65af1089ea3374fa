package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.apache.lucene.index.LeafReader;
import org.demarche.item.Clause.Field;
import org.demarche.item.ItemKind;
import org.demarche.item.Lanes;

/** Tells in which lanes one document after the other stands, by the numbers of the lanes. */
final class LanePlaces {
    private static final int EVENTS = ItemColumns.Numbers.BESIDE.indexOf(Lanes.EVENTS);
    private static final int JOINT = ItemColumns.Numbers.BESIDE.indexOf(Lanes.JOINT);
    private static final int UNKNOWN = ItemColumns.Numbers.BESIDE.indexOf(Lanes.UNKNOWN);
    private static final int STATEMENT = ItemColumns.Numbers.BESIDE.indexOf(ItemKind.STATEMENT.word());
    private static final int EVENT = ItemColumns.Numbers.BESIDE.indexOf(ItemKind.EVENT.word());

    private final Lanes.By by;
    private final Predecessors joined;
    private final ItemColumns.Numbers numbers;
    private int[] heads = {};
    private byte[] principals;
    private LaneColumn column;
    private int[] found = new int[8];
    /** The place of each among the terms of the document. */
    private int[] terms = new int[8];

    /** @param joined which actors share a lane */
    LanePlaces(Lanes.By by, Predecessors joined, ItemColumns columns) {
        this.by = by;
        this.joined = joined;
        numbers = columns.numbers(column(by));
    }

    void begin(LeafReader reader, ItemColumns.Segment segment) throws IOException {
        principals = segment.principals;
        column = by == Lanes.By.KIND ? null : segment.lanes(reader, column(by));
        int known = heads.length;
        heads = Arrays.copyOf(heads, numbers.size());
        for (int number = known; number < heads.length; number++) {
            heads[number] = joined.heads().isEmpty() || !by.setsEventsApart() || isBeside(number) ? number : numbers.of(head(numbers.key(number)));
        }
    }

    /** Lanes have numbers below this, as far as the segments go that were begun. */
    int size() {
        return numbers.size();
    }

    static boolean isBeside(int lane) {
        return lane < ItemColumns.Numbers.BESIDE.size();
    }

    /** Each lane once. */
    int count(int document) {
        boolean event = principals[document] == IndexFields.EVENT_HAS_NONE;
        if (by == Lanes.By.KIND || by == Lanes.By.COUNTRY && !event) {
            return one(event ? EVENT : STATEMENT);
        }
        if (event && by.setsEventsApart()) {
            return one(EVENTS);
        }
        if (by.setsJointApart() && principals[document] >= LuceneLanes.JOINT_FROM) {
            return one(JOINT);
        }
        int count = column.count(document);
        return count == 0 ? one(UNKNOWN) : count == 1 ? one(heads[column.lane(document, 0)]) : several(document, count);
    }

    int lane(int place) {
        return found[place];
    }

    /** Which of the terms of the document led to the lane. */
    int term(int place) {
        return terms[place];
    }

    private int one(int lane) {
        found[0] = lane;
        terms[0] = 0;
        return 1;
    }

    private int several(int document, int count) {
        if (found.length < count) {
            found = new int[count];
            terms = new int[count];
        }
        int number = 0;
        for (int term = 0; term < count; term++) {
            int lane = heads[column.lane(document, term)];
            int at = 0;
            while (at < number && found[at] != lane) {
                at++;
            }
            if (at == number) {
                found[number] = lane;
                terms[number++] = term;
            }
        }
        return number;
    }

    /** The key of the lane that a term leads to: another's, where that came after it. */
    private String head(String term) {
        return of(term, id -> joined.head(UUID.fromString(id)).toString());
    }

    /** The same text with each id in it put another way. */
    static String of(String key, UnaryOperator<String> other) {
        int between = key.indexOf(Lanes.TOWARD);
        if (between < 0) {
            return other.apply(key);
        }
        var target = key.substring(between + 1);
        return other.apply(key.substring(0, between)) + Lanes.TOWARD + (target.isEmpty() ? "" : other.apply(target));
    }

    static String column(Lanes.By by) {
        return switch (by) {
            // Nothing is read from it where lanes are by kind.
            case PRINCIPAL, KIND -> IndexFields.PRINCIPAL;
            case DYAD -> IndexFields.DYAD;
            case BEHALF -> Field.BEHALF.word();
            case ACTOR -> Field.ACTOR.word();
            case TARGET -> Field.TARGET.word();
            case TYPE -> Field.TYPE.word();
            case TOPIC -> Field.TOPIC.word();
            case COUNTRY -> Field.COUNTRY.word();
        };
    }
}
