package org.demarche.coding;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * How stances are drawn and told together: one shape for a stance, an item or what stands in a lane.
 *
 * @param strong whether it commits or condemns: the shape is filled, else half filled. False where there is no common sign.
 */
public record StanceMark(StanceSign sign, boolean strong) {

    /** @param values a null among them is not coded, and passed over */
    public static StanceMark of(Collection<Integer> values) {
        StanceSign sign = StanceSign.of(values);
        boolean common = sign == StanceSign.CRITICAL || sign == StanceSign.SUPPORTIVE;
        return new StanceMark(sign, common && values.stream().filter(Objects::nonNull).anyMatch(value -> Math.abs(value) == 2));
    }

    public static StanceMark of(int value) {
        return of(List.of(value));
    }

    /** 'strongly critical', 'supportive', 'mixed', 'not coded'. */
    public String words() {
        return strong ? "strongly " + sign.label() : sign.label();
    }
}
