package org.demarche.timeline;

import java.util.Set;

import org.demarche.item.Item;

/**
 * Which of many items stands for all: for a statement how strong the strongest stance in it is, for an event whether it is one of force or sanctions,
 * then how many documents report it.
 */
final class ItemWeight {
    /** What is drawn filled with ink. */
    private static final Set<String> INK = Set.of("MILITARY", "SANCTION");
    private static final int STRONG = 2;
    private static final int MOST_REPORTS = 3;

    private ItemWeight() {
    }

    /** @return 0 to 7 */
    static int of(Item item) {
        int strength = item.isStatement() ? item.stances().stream().mapToInt(stance -> Math.abs(stance.value())).max().orElse(0) : INK.contains(item.eventKind()) ? STRONG : 0;
        return 2 * strength + Math.max(0, Math.min(MOST_REPORTS, item.documents().size() - 1));
    }
}
