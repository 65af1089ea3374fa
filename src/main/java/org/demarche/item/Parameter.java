package org.demarche.item;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of the query language, in the order in which a query prints them.
 *
 * <p>The values of one parameter are alternatives, different parameters must all hold.
 */
public enum Parameter {
    Q, FROM(false), TO(false), WHEN(false), KIND, ACTOR, WITH, SPEAKER, BEHALF, ADDRESSEE, TARGET, PARTICIPANT,
    TYPE, CAMEO, STANCE, EVENT_KIND, MODE, INSTRUMENT, TOPIC, PLACE, COUNTRY, SOURCE, DOCUMENT, EVENT, STATUS, COLLECTION, ITEM, LEVEL,
    RECORDED(false), AS_OF(false), LANES(false), PREDECESSORS(false), SORT(false), CURSOR(false), LIMIT(false), BOM(false), WIDTH(false);

    /** Parameters that say how items are shown, not which. */
    public static final List<Parameter> PRESENTATION = List.of(LANES, PREDECESSORS, SORT, CURSOR, LIMIT, BOM, WIDTH);

    private static final Map<String, Parameter> BY_WORD = Stream.of(values()).collect(Collectors.toMap(Parameter::word, Function.identity()));

    private final boolean repeats;

    Parameter() {
        this(true);
    }

    Parameter(boolean repeats) {
        this.repeats = repeats;
    }

    /** As it is written in a URL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean repeats() {
        return repeats;
    }

    public static Optional<Parameter> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
