package org.demarche.coding;

import java.util.List;

/** The values of a stance in words. ±2 commits or condemns, ±1 is an attitude; 0 was said, and is not the same as not coded. */
public final class StanceWords {

    /** From strongly critical to strongly supportive. */
    public static final List<Integer> VALUES = List.of(-2, -1, 0, 1, 2);

    private StanceWords() {
    }

    /**
     * @param value null for not coded
     * @throws IllegalArgumentException for a number that is no stance
     */
    public static String of(Integer value) {
        if (value == null) {
            return "not coded";
        }
        return switch (value) {
            case -2 -> "strongly critical";
            case -1 -> "critical";
            case 0 -> "expressly neutral";
            case 1 -> "supportive";
            case 2 -> "strongly supportive";
            default -> throw new IllegalArgumentException(value + " is no stance: they go from -2 to 2");
        };
    }
}
