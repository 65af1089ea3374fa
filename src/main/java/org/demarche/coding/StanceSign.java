package org.demarche.coding;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What several stances come to. */
public enum StanceSign {
    SUPPORTIVE("supportive"),
    NEUTRAL("expressly neutral"),
    CRITICAL("critical"),
    MIXED("mixed"),
    /** No stance was coded, which is not the same as a neutral one. */
    NONE("not coded");

    private final String label;

    StanceSign(String label) {
        this.label = label;
    }

    /** The sign that all have in common, else MIXED; NONE where there are none. A null among them is not coded, and passed over. */
    public static StanceSign of(Collection<Integer> values) {
        Set<StanceSign> signs = values.stream().filter(Objects::nonNull).map(StanceSign::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StanceSign.class)));
        return switch (signs.size()) {
            case 0 -> NONE;
            case 1 -> signs.iterator().next();
            default -> MIXED;
        };
    }

    /** Of the spelling in queries. */
    public static Optional<StanceSign> find(String query) {
        return Arrays.stream(values()).filter(sign -> sign.query().equals(query)).findFirst();
    }

    /** The spelling in queries: {@code supportive}. */
    public String query() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    private static StanceSign of(int value) {
        return value == 0 ? NEUTRAL : value > 0 ? SUPPORTIVE : CRITICAL;
    }
}
