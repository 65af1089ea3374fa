package org.demarche.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.demarche.item.Directory;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;

/** Reads which lanes come before all others, whatever happens in them: the parameter {@code pin}, which repeats. */
final class Pins {
    static final String PIN = "pin";
    /** Fewer than a page has, so that they all stand on the first. */
    private static final int MOST = 20;

    private Pins() {
    }

    /**
     * @return keys of lanes, each once, as they were given
     * @throws BadParameterException naming one that can't be the key of a lane
     */
    static List<String> of(Map<String, List<String>> given, Lanes.By by, Directory directory) {
        var pins = given.getOrDefault(PIN, List.of()).stream().filter(value -> !value.isBlank()).map(key -> key(key, by, directory)).distinct().toList();
        if (pins.size() > MOST) {
            throw new BadParameterException(PIN, "pin: at most " + MOST + " lanes");
        }
        return pins;
    }

    private static String key(String key, Lanes.By by, Directory directory) {
        if (Set.of(Lanes.EVENTS, Lanes.JOINT, Lanes.UNKNOWN).contains(key) || by == Lanes.By.COUNTRY && key.equals("statement")) {
            return key;
        }
        try {
            var parts = filter(key, by);
            var read = TimelineQuery.parse(parts, directory);
            var values = parts.keySet().stream().map(word -> read.values(Parameter.of(word).orElseThrow()).stream().findFirst().orElse("")).toList();
            if (!values.get(0).isEmpty()) {
                return String.join(Lanes.TOWARD, values);
            }
        } catch (BadParameterException unknown) {
            // said below
        }
        throw new BadParameterException(PIN, "pin: there is no lane ‘" + key + "’ where lanes are by " + by.word());
    }

    /** What filters to the lane: a key is read as its values are. */
    private static Map<String, List<String>> filter(String key, Lanes.By by) {
        var parts = new LinkedHashMap<String, List<String>>();
        switch (by) {
            case DYAD -> {
                int between = key.indexOf(Lanes.TOWARD);
                parts.put(Parameter.BEHALF.word(), List.of(between < 0 ? "" : key.substring(0, between)));
                parts.put(Parameter.TARGET.word(), List.of(key.substring(between + 1)));
            }
            case PRINCIPAL -> parts.put(Parameter.BEHALF.word(), List.of(key));
            case BEHALF, ACTOR, TARGET, TYPE, TOPIC, COUNTRY, KIND -> parts.put(by.word(), List.of(key));
        }
        return parts;
    }
}
