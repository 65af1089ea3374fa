package org.demarche.timeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.demarche.item.View;
import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;

/**
 * Which lanes of a view are drawn, and which of these come before others.
 *
 * @param first the number of the first one
 * @param pinned keys of lanes, behind events and joint statements
 */
record LanePage(int first, List<String> pinned) {
    static final String LANE = "lane";
    static final int MOST = TimelineJson.LIMITS.lanes();
    static final LanePage FIRST = new LanePage(0, List.of());

    /** As an address has it. */
    static LanePage of(Map<String, List<String>> given, TimelineQuery query, Directory directory) {
        return new LanePage(first(given), Pins.of(given, query.lanes(), directory));
    }

    /** An address of a query, with these lanes; it has parameters already. */
    String at(String address) {
        return address + pinned.stream().map(pin -> "&" + Pins.PIN + "=" + URLEncoder.encode(pin, StandardCharsets.UTF_8)).collect(Collectors.joining()) + (first == 0 ? "" : "&" + LANE + "=" + first);
    }

    /** The number of the first lane, as the address has it. */
    static int first(Map<String, List<String>> given) {
        var values = given.getOrDefault(LANE, List.of());
        try {
            int lane = values.isEmpty() || values.get(0).isBlank() ? 0 : Integer.parseInt(values.get(0));
            if (values.size() < 2 && lane >= 0) {
                return lane;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new BadParameterException(LANE, "lane: the number of the first lane to give, once, from 0 on");
    }

    /** How many there have to be for the page to be full, whatever stands before them. */
    int needed() {
        return first + MOST;
    }

    /** @param lanes in their order but for what is pinned */
    <T> List<T> of(List<T> lanes, Function<T, String> key) {
        return lanes.stream().sorted(Comparator.comparingInt((T lane) -> LaneNames.rank(key.apply(lane))).thenComparingInt(lane -> View.place(pinned, key.apply(lane))))
                .skip(first).limit(MOST).toList();
    }

    /** How many come after it. */
    long after(long lanes) {
        return Math.max(0, lanes - first - MOST);
    }
}
