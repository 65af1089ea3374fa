package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.demarche.coding.StanceSign;
import org.demarche.history.RecordKind;
import org.demarche.item.Clause.Field;
import org.demarche.item.Clauses;
import org.demarche.item.Facet;
import org.demarche.item.Facets;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;

/**
 * Counts the values of facets in the columns of the index: one walk over the items of the query for all facets that it does not filter
 * by, and one more for each that it does.
 */
final class LuceneFacets {
    private static final Comparator<Facets.Count> ORDER = Comparator.comparingLong((Facets.Count count) -> -count.items())
            .thenComparing(count -> count.name() == null ? count.value() : count.name(), String.CASE_INSENSITIVE_ORDER).thenComparing(Facets.Count::value);

    private final TimelineQuery query;
    private final ItemIndex index;
    /** Whatever a walk names is named by the query, so that each kind is asked for once. */
    private final Map<RecordKind, Map<String, UUID>> ids = new EnumMap<>(RecordKind.class);

    LuceneFacets(TimelineQuery query, ItemIndex index) {
        this.query = query.filtersOnly();
        this.index = index;
    }

    Facets count(Set<Facet> asked) {
        Clauses.of(query, lookUps());
        return index.search(searcher -> {
            var counters = new EnumMap<Facet, FacetCounter>(Facet.class);
            var walks = new LinkedHashMap<TimelineQuery, List<FacetCounter>>();
            for (var facet : asked) {
                counters.put(facet, counter(facet));
                walks.computeIfAbsent(counted(facet), any -> new ArrayList<>()).add(counters.get(facet));
            }
            for (var walk : walks.entrySet()) {
                searcher.search(items(searcher, walk.getKey()), new FacetCounter.Walk(walk.getValue()));
            }
            var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
            counters.forEach((facet, counter) -> counts.put(facet, counter.counts()));
            return new Facets(named(searcher, counts));
        });
    }

    /** What the counter of a facet walks over. */
    private TimelineQuery counted(Facet facet) {
        var others = facet.leftOutOf(query);
        // A stance is meant toward the target that is asked about, so that a filter by stance means something else for each target.
        return facet == Facet.TARGET ? others.without(Parameter.STANCE) : others;
    }

    private FacetCounter counter(Facet facet) {
        return switch (facet) {
            case BEHALF -> new FacetCounter.OfTerms(Field.BEHALF.word());
            case ACTOR -> new FacetCounter.OfTerms(Field.ACTOR.word());
            case TARGET -> query.has(Parameter.STANCE) ? new FacetCounter.OfTargets(signs(query.values(Parameter.STANCE))) : new FacetCounter.OfTerms(Field.TARGET.word());
            case LEVEL -> new FacetCounter.OfTerms(Field.LEVEL.word());
            case TYPE -> new FacetCounter.OfTerms(Field.TYPE.word());
            case STANCE -> new FacetCounter.OfStances(targets());
            case TOPIC -> new FacetCounter.OfTerms(Field.TOPIC.word());
            case PLACE -> new FacetCounter.OfTerms(IndexFields.PLACE_NAME);
            case SOURCE -> new FacetCounter.OfTerms(Field.SOURCE.word());
            case MODE -> new FacetCounter.OfTerms(Field.MODE.word());
            case YEAR -> new FacetCounter.OfYears(query.definitely());
        };
    }

    private static Set<StanceSign> signs(List<String> words) {
        return words.stream().map(word -> StanceSign.find(word).orElseThrow()).collect(Collectors.toSet());
    }

    private Set<String> targets() {
        return query.has(Parameter.TARGET) ? ids(RecordKind.ACTOR, query.values(Parameter.TARGET)).entrySet().stream().filter(actor -> query.values(Parameter.TARGET).contains(actor.getKey()))
                .map(actor -> actor.getValue().toString()).collect(Collectors.toSet()) : null;
    }

    private LookedUp lookUps() {
        return new LookedUp(index.content(), this::ids);
    }

    private Map<String, UUID> ids(RecordKind kind, Collection<String> slugs) {
        return ids.computeIfAbsent(kind, any -> query.has(Parameter.AS_OF) ? index.content().ever(kind, slugs) : index.content().ids(kind, slugs));
    }

    private Query items(IndexSearcher searcher, TimelineQuery asked) throws IOException {
        return new LuceneClauses(searcher, index.columns()).items(Clauses.of(asked, lookUps()));
    }

    private Map<Facet, List<Facets.Count>> named(IndexSearcher searcher, Map<Facet, Map<String, Long>> counts) throws IOException {
        var actors = new HashSet<String>();
        List.of(Facet.BEHALF, Facet.ACTOR, Facet.TARGET).forEach(facet -> actors.addAll(counts.getOrDefault(facet, Map.of()).keySet()));
        var names = new HashMap<String, IndexContent.Called>();
        LuceneNames.each(searcher, actors, (id, called) -> names.put(id.toString(), called));
        names.putAll(called(RecordKind.TOPIC, counts.getOrDefault(Facet.TOPIC, Map.of()).keySet()));
        names.putAll(called(RecordKind.SOURCE, counts.getOrDefault(Facet.SOURCE, Map.of()).keySet()));
        var sorted = new EnumMap<Facet, List<Facets.Count>>(Facet.class);
        counts.forEach((facet, values) -> sorted.put(facet, (switch (facet) {
            case BEHALF, ACTOR, TARGET, TOPIC, SOURCE -> values.entrySet().stream().filter(value -> names.containsKey(value.getKey()))
                    .map(value -> new Facets.Count(names.get(value.getKey()).slug(), names.get(value.getKey()).name(), value.getValue()));
            case PLACE -> places(values).stream();
            case LEVEL, TYPE, STANCE, MODE, YEAR -> values.entrySet().stream().map(value -> new Facets.Count(value.getKey(), null, value.getValue()));
        }).sorted(ORDER).toList()));
        return sorted;
    }

    private Map<String, IndexContent.Called> called(RecordKind kind, Set<String> found) {
        var called = new HashMap<String, IndexContent.Called>();
        if (!found.isEmpty()) {
            index.content().called(kind, found.stream().map(UUID::fromString).toList()).forEach((id, name) -> called.put(id.toString(), name));
        }
        return called;
    }

    /** Spellings of one place together, under the one that most items have. */
    private static List<Facets.Count> places(Map<String, Long> spellings) {
        var places = new HashMap<String, Facets.Count>();
        spellings.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(spelling -> places.merge(Clauses.placeTerm(spelling.getKey()), new Facets.Count(spelling.getKey(), spelling.getKey(), spelling.getValue()),
                        (most, other) -> new Facets.Count(most.value(), most.name(), most.items() + other.items())));
        return List.copyOf(places.values());
    }
}
