package org.demarche.item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.demarche.text.SearchWords;
import org.demarche.time.Window;
import org.demarche.web.BadParameterException;

/**
 * The question that every list of items answers: immutable, canonical, equal where it asks the same.
 *
 * <p>It reads the parameters of a URL, drops blanks and defaults, sorts and writes itself back as a query string, and gives itself with
 * and without a value for each filter chip. Slugs in it are present slugs, also where the URL had an older one.
 */
public final class TimelineQuery {
    /** How many items a page of a JSON list has unless it says otherwise. */
    public static final int DEFAULT_LIMIT = 50;
    /** The query of everything. */
    public static final TimelineQuery ALL = new TimelineQuery(new EnumMap<>(Parameter.class), Map.of());

    private static final Map<Parameter, String> DEFAULTS = Map.of(Parameter.WHEN, "possibly", Parameter.LANES, "principal",
            Parameter.SORT, "date", Parameter.LIMIT, String.valueOf(DEFAULT_LIMIT), Parameter.PREDECESSORS, "false", Parameter.BOM, "false");

    private final EnumMap<Parameter, List<String>> values;
    private final Map<String, TimelineQuery> collections;

    private TimelineQuery(EnumMap<Parameter, List<String>> values, Map<String, TimelineQuery> collections) {
        this.values = values;
        this.collections = collections;
    }

    /**
     * Reads the parameters of a URL.
     *
     * @param others parameters of the page itself, which are left to it
     * @throws BadParameterException naming the first parameter that is unknown or has a value that can't be read or names nothing
     */
    public static TimelineQuery parse(Map<String, List<String>> given, Directory directory, Set<String> others) {
        var values = new EnumMap<Parameter, List<String>>(Parameter.class);
        var collections = new LinkedHashMap<String, TimelineQuery>();
        var then = moment(given, directory).map(directory::asOf).orElse(directory);
        given.forEach((word, list) -> {
            if (others.contains(word)) {
                return;
            }
            var parameter = Parameter.of(word).orElseThrow(() -> new BadParameterException(word, "‘" + word + "’ is no parameter of this query"));
            var read = list.stream().filter(value -> !value.isBlank()).map(value -> ParameterValues.read(parameter, value, then)).toList();
            put(values, parameter, read);
            if (parameter == Parameter.COLLECTION) {
                read.forEach(slug -> collections.put(slug, ofQueryString(then.collection(slug).orElseThrow(), then)));
            }
        });
        var query = new TimelineQuery(values, Map.copyOf(collections));
        query.window();
        query.recorded();
        return query;
    }

    public static TimelineQuery parse(Map<String, List<String>> given, Directory directory) {
        return parse(given, directory, Set.of());
    }

    /** Reads a query string without its question mark, as a collection or a command has it. */
    public static TimelineQuery ofQueryString(String text, Directory directory) {
        return parse(QueryStrings.read(text), directory);
    }

    public List<String> values(Parameter parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    public boolean has(Parameter parameter) {
        return values.containsKey(parameter);
    }

    /** The one value, or the default where the parameter has one. */
    public Optional<String> value(Parameter parameter) {
        return values(parameter).stream().findFirst().or(() -> Optional.ofNullable(DEFAULTS.get(parameter)));
    }

    /** The parameters that it has, in their order. */
    public Set<Parameter> parameters() {
        return values.keySet();
    }

    /** This query with one more value; in place of the present one where the parameter does not repeat. The value must be canonical. */
    public TimelineQuery with(Parameter parameter, String value) {
        var list = new ArrayList<>(parameter.repeats() ? values(parameter) : List.<String>of());
        list.add(value);
        return changed(parameter, list);
    }

    public TimelineQuery without(Parameter parameter) {
        return changed(parameter, List.of());
    }

    public TimelineQuery without(Parameter parameter, String value) {
        return changed(parameter, values(parameter).stream().filter(other -> !other.equals(value)).toList());
    }

    /** This query as of a moment; null asks what is known now. */
    public TimelineQuery asKnown(AsOf moment) {
        return moment == null ? without(Parameter.AS_OF) : with(Parameter.AS_OF, moment.text());
    }

    public TimelineQuery within(Window window) {
        return with(Parameter.FROM, window.fromText()).with(Parameter.TO, window.toText());
    }

    /** This query without what only says how its items are shown. */
    public TimelineQuery filtersOnly() {
        var query = this;
        for (var parameter : Parameter.PRESENTATION) {
            query = query.without(parameter);
        }
        return query;
    }

    /** True where no filter narrows it, the window apart. */
    public boolean isUnfiltered() {
        return filtersOnly().without(Parameter.FROM).without(Parameter.TO).without(Parameter.WHEN).values.isEmpty();
    }

    /**
     * The window, inclusive; empty without {@code from} and {@code to}. Where only one is given, the other end is infinite.
     *
     * @throws BadParameterException where an end can't be read or the first is after the last
     */
    public Optional<Window> window() {
        if (!has(Parameter.FROM) && !has(Parameter.TO)) {
            return Optional.empty();
        }
        var from = bound(Parameter.FROM);
        var to = bound(Parameter.TO);
        try {
            return Optional.of(Window.parse(from, to));
        } catch (IllegalArgumentException wrong) {
            throw new BadParameterException("from", "from: " + wrong.getMessage());
        }
    }

    public boolean definitely() {
        return value(Parameter.WHEN).orElseThrow().equals("definitely");
    }

    public Optional<RecordedSpan> recorded() {
        return values(Parameter.RECORDED).stream().findFirst().map(RecordedSpan::read);
    }

    /** The moment as of which it asks; empty where it asks what is known now. */
    public Optional<AsOf> asOf() {
        return values(Parameter.AS_OF).stream().findFirst().map(AsOf::read);
    }

    /** One for each {@code q}; an item must match one of them. */
    public List<SearchWords> words() {
        return values(Parameter.Q).stream().map(SearchWords::parse).toList();
    }

    /** The saved queries of its collections; an item must match one of them. */
    public List<TimelineQuery> collections() {
        return values(Parameter.COLLECTION).stream().map(collections::get).toList();
    }

    public Lanes.By lanes() {
        return Lanes.By.of(value(Parameter.LANES).orElseThrow());
    }

    /** Whether the lane of an actor is joined with those of the actors that it is the successor of. */
    public boolean joinsPredecessors() {
        return value(Parameter.PREDECESSORS).orElseThrow().equals("true");
    }

    public String sort() {
        return value(Parameter.SORT).orElseThrow();
    }

    public int limit() {
        return Integer.parseInt(value(Parameter.LIMIT).orElseThrow());
    }

    /** The reference: whether this query finds the item, in plain Java. {@code names} gives all names of the actor of a slug. */
    public boolean matches(Item item, java.util.function.Function<String, List<String>> names) {
        return new Matching(this, names).matches(item);
    }

    /** As a query string without the question mark; the empty text for everything. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey().word() + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** The path with this query behind it. */
    public String at(String path) {
        var text = toString();
        return text.isEmpty() ? path : path + "?" + text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimelineQuery query && values.equals(query.values) && collections.equals(query.collections);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    private static Optional<AsOf> moment(Map<String, List<String>> given, Directory directory) {
        return given.getOrDefault(Parameter.AS_OF.word(), List.of()).stream().filter(value -> !value.isBlank()).findFirst()
                .map(value -> AsOf.read(ParameterValues.read(Parameter.AS_OF, value, directory)));
    }

    private static void put(EnumMap<Parameter, List<String>> values, Parameter parameter, List<String> list) {
        var canonical = list.stream().distinct().sorted().toList();
        if (!parameter.repeats() && canonical.size() > 1) {
            ParameterValues.refuse(parameter, "may be given once, not as " + String.join(" and ", canonical));
        }
        if (canonical.isEmpty() || canonical.equals(List.of(DEFAULTS.getOrDefault(parameter, "")))) {
            values.remove(parameter);
        } else {
            values.put(parameter, canonical);
        }
    }

    private TimelineQuery changed(Parameter parameter, List<String> list) {
        var changed = new EnumMap<Parameter, List<String>>(Parameter.class);
        changed.putAll(values);
        put(changed, parameter, list);
        return new TimelineQuery(changed, collections);
    }

    private String bound(Parameter parameter) {
        return values(parameter).stream().findFirst().map(text -> {
            try {
                Window.parse(text, text);
                return text;
            } catch (IllegalArgumentException wrong) {
                throw new BadParameterException(parameter.word(), parameter.word() + ": " + wrong.getMessage());
            }
        }).orElse(null);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":").replace("%2F", "/");
    }
}
