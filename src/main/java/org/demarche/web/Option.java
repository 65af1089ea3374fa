package org.demarche.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A value of a list of choices, with its words. */
public record Option(String value, String label) {
    /** All constants in their order, by their names. */
    public static <E extends Enum<E>> List<Option> all(Class<E> constants, Function<E, String> label) {
        return Arrays.stream(constants.getEnumConstants()).map(constant -> new Option(constant.name(), label.apply(constant))).toList();
    }
}
