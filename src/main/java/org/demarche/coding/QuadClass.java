package org.demarche.coding;

import java.util.Arrays;
import java.util.Optional;

/** The coarsest reading of an event: words or deeds, with or against the other. */
public enum QuadClass {
    VERBAL_COOPERATION(1, "verbal cooperation"),
    MATERIAL_COOPERATION(2, "material cooperation"),
    VERBAL_CONFLICT(3, "verbal conflict"),
    MATERIAL_CONFLICT(4, "material conflict");

    private final int number;
    private final String label;

    QuadClass(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public static Optional<QuadClass> of(int number) {
        return Arrays.stream(values()).filter(quad -> quad.number == number).findFirst();
    }

    /** 1 to 4, as files of the field have it. */
    public int number() {
        return number;
    }

    public String label() {
        return label;
    }
}
