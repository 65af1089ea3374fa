package org.demarche.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.demarche.time.CalendarUnit;

/** What the items of a view can be narrowed by, with the number of items that each value would leave. */
public enum Facet {
    BEHALF(Parameter.BEHALF), ACTOR(Parameter.ACTOR), TARGET(Parameter.TARGET), LEVEL(Parameter.LEVEL), TYPE(Parameter.TYPE), STANCE(Parameter.STANCE),
    TOPIC(Parameter.TOPIC), PLACE(Parameter.PLACE), SOURCE(Parameter.SOURCE), MODE(Parameter.MODE),
    /** Taken by the window. */
    YEAR(null);

    private final Parameter parameter;

    Facet(Parameter parameter) {
        this.parameter = parameter;
    }

    /** What filters by it; null for the year, which the window does. */
    public Parameter parameter() {
        return parameter;
    }

    /** As it is written in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String word) {
        return Stream.of(values()).filter(facet -> facet.word().equals(word)).findFirst();
    }

    /** The query as if this were not asked about at all. */
    public TimelineQuery leftOutOf(TimelineQuery query) {
        return parameter == null ? query.without(Parameter.FROM).without(Parameter.TO) : query.without(parameter);
    }

    /** The query with this value alone: what a count is the number of items of. */
    public TimelineQuery taking(TimelineQuery query, String value) {
        return adding(leftOutOf(query), value);
    }

    /** The query with this value beside those that it has; a year takes the place of the window. */
    public TimelineQuery adding(TimelineQuery query, String value) {
        return parameter == null ? query.with(Parameter.FROM, value).with(Parameter.TO, value) : query.with(parameter, value);
    }

    public TimelineQuery removing(TimelineQuery query, String value) {
        return parameter == null ? leftOutOf(query) : query.without(parameter, value);
    }

    /** The values that the query has; the year, where its window is exactly one. */
    public List<String> taken(TimelineQuery query) {
        return parameter == null ? query.window().filter(window -> window.unit().filter(CalendarUnit.YEAR::equals).isPresent()).map(window -> List.of(window.fromText().replaceFirst("-01-01$", ""))).orElse(List.of())
                : query.values(parameter);
    }
}
