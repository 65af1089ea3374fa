package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceSign;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;

/** What has to be explained of a drawing: only what occurs in it. */
final class Keys {
    private static final String ABSENT = "hatched: not there yet, or no longer";

    private Keys() {
    }

    static List<StanceMark> ofMarks(Chart chart) {
        return chart.lanes().stream().flatMap(lane -> lane.marks().stream()).map(Mark::stance).filter(Objects::nonNull).map(StanceMark::sign)
                .distinct().sorted(Comparator.comparing(Keys::place)).map(Keys::mark).toList();
    }

    static List<StanceMark> ofCounts() {
        return List.of(mark(StanceSign.CRITICAL), mark(StanceSign.SUPPORTIVE));
    }

    static List<String> notesOfItems(List<Item> items, Chart chart) {
        var notes = new ArrayList<String>();
        if (chart != null && chart.lanes().stream().anyMatch(lane -> !lane.existence().gaps().isEmpty())) {
            notes.add(ABSENT);
        }
        if (items.stream().anyMatch(item -> item.stances().stream().anyMatch(stance -> Math.abs(stance.value()) == 2))) {
            notes.add("filled: strongly");
        }
        if (items.stream().anyMatch(item -> !item.when().date().isInterval() && !item.when().date().isKnownDay())) {
            notes.add("round bar: one day of these");
        }
        if (items.stream().anyMatch(item -> item.isStatement() && item.principals().size() > 1)) {
            notes.add("line: said jointly");
        }
        return List.copyOf(notes);
    }

    static List<String> notesOfCounts(Counted counted) {
        var notes = new ArrayList<String>();
        notes.add("each bar: " + counted.steps().words());
        notes.add("top of the scale: " + ItemWords.number(counted.top()) + ", the same in all lanes");
        notes.add("hollow: neutral, or only possibly then");
        notes.add("grey foot: not coded");
        if (counted.lanes().stream().anyMatch(lane -> !lane.existence().gaps().isEmpty())) {
            notes.add(ABSENT);
        }
        if (!counted.names().isEmpty()) {
            notes.add(counted.names().size() + " events named: those with most statements");
        }
        return List.copyOf(notes);
    }

    private static StanceMark mark(StanceSign sign) {
        return new StanceMark(sign, sign == StanceSign.CRITICAL || sign == StanceSign.SUPPORTIVE);
    }

    private static int place(StanceSign sign) {
        return switch (sign) {
            case CRITICAL -> 0;
            case SUPPORTIVE -> 1;
            case NEUTRAL -> 2;
            case MIXED -> 3;
            case NONE -> 4;
        };
    }
}
