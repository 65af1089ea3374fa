package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.demarche.coding.Plover;
import org.demarche.coding.StanceSign;
import org.demarche.item.Facet;
import org.demarche.item.Facets;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a facet counts is what taking its value shows, by the index and by {@link TimelineQuery#matches} alike. */
class LuceneFacetsTest {
    private static final int ITEMS = 250;
    private static final int QUERIES = 80;
    private static final Set<Facet> ALL = EnumSet.allOf(Facet.class);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final GeneratedItems world = new GeneratedItems(seed);
    private final ListedContent content = new ListedContent(world);
    private ItemIndex index;
    private LuceneItems items;
    private GeneratedQueries queries;

    @BeforeEach
    void buildAndChange() {
        content.put(world.items(ITEMS / 2));
        index = new ItemIndex(folder, content);
        index.open();
        content.put(world.items(ITEMS / 2));
        content.present().stream().sorted(LuceneItemsTest.BY_DATE).limit(10).toList().forEach(content::retract);
        index.follow(content.last());
        items = new LuceneItems(index);
        queries = new GeneratedQueries(world, List.copyOf(content.present()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void eachCountIsTheNumberOfItemsThatTakingTheValueShows() {
        for (int time = 0; time < QUERIES; time++) {
            var query = time % 4 == 0 ? queries.stances() : queries.next();
            var facets = items.facets(query, ALL);
            for (var facet : ALL) {
                for (var count : facets.of(facet)) {
                    var taken = facet.taking(query, count.value());
                    assertThat(count.items()).as(said(facet, taken)).isEqualTo(content.present().stream().filter(item -> taken.matches(item, world.names()::get)).count())
                            .isEqualTo(items.count(taken).all());
                }
            }
        }
    }

    @Test
    void aValueThatIsNotCountedWouldShowNothing() {
        for (int time = 0; time < QUERIES; time++) {
            var query = time % 4 == 0 ? queries.stances() : queries.next();
            var facets = items.facets(query, ALL);
            for (var facet : ALL) {
                var counted = facets.of(facet).stream().map(count -> key(facet, count.value())).collect(Collectors.toSet());
                possible(facet, facets).stream().filter(value -> !counted.contains(key(facet, value))).forEach(value -> {
                    var taken = facet.taking(query, value);
                    assertThat(content.present().stream().filter(item -> taken.matches(item, world.names()::get)).map(Item::id)).as(said(facet, taken)).isEmpty();
                });
            }
        }
    }

    @Test
    void theMostFrequentComeFirstThenByName() {
        var order = Comparator.comparingLong((Facets.Count count) -> -count.items()).thenComparing(count -> count.name() == null ? count.value() : count.name(), String.CASE_INSENSITIVE_ORDER);
        var facets = items.facets(TimelineQuery.ALL, ALL);
        for (var facet : ALL) {
            assertThat(facets.of(facet)).as(facet.word()).isNotEmpty().isSortedAccordingTo(order);
        }
    }

    @Test
    void aFilterChangesTheCountsOfAllFacetsButItsOwn() {
        var actor = world.actors().get(0).slug();
        var all = items.facets(TimelineQuery.ALL, ALL);
        var narrowed = items.facets(TimelineQuery.ALL.with(Parameter.BEHALF, actor), ALL);

        assertThat(narrowed.of(Facet.BEHALF)).isEqualTo(all.of(Facet.BEHALF));
        assertThat(narrowed.of(Facet.STANCE)).as("-Ddemarche.test.seed=" + seed).isNotEqualTo(all.of(Facet.STANCE));
    }

    private Set<String> possible(Facet facet, Facets counted) {
        return switch (facet) {
            case BEHALF, ACTOR, TARGET -> world.actors().stream().map(actor -> actor.slug()).collect(Collectors.toSet());
            case LEVEL -> Set.of("HEAD", "MINISTER", "SENIOR", "SPOKESPERSON", "MISSION", "MEDIA");
            case TYPE -> Stream.concat(Stream.of("none"), Plover.types().stream().map(Plover.Type::code)).collect(Collectors.toSet());
            case STANCE -> Stream.of(StanceSign.values()).map(StanceSign::query).collect(Collectors.toSet());
            case TOPIC -> world.topics().stream().map(Item.Topic::slug).collect(Collectors.toSet());
            case PLACE -> content.present().stream().map(item -> item.place().name()).filter(name -> name != null).collect(Collectors.toCollection(TreeSet::new));
            case SOURCE -> world.sources().keySet();
            case MODE -> Set.of("VERBATIM", "MIXED", "INDIRECT");
            case YEAR -> between(counted.of(Facet.YEAR));
        };
    }

    /** In earlier and later years than any that is named there is only what is open on one side. */
    private static Set<String> between(List<Facets.Count> years) {
        var named = years.stream().mapToInt(count -> Integer.parseInt(count.value())).summaryStatistics();
        return named.getCount() == 0 ? Set.of() : IntStream.rangeClosed(named.getMin(), named.getMax()).mapToObj(year -> "%04d".formatted(year)).collect(Collectors.toSet());
    }

    private static String key(Facet facet, String value) {
        return facet == Facet.PLACE ? String.join(" ", Words.exactTerms(value)) : value;
    }

    private String said(Facet facet, TimelineQuery query) {
        return "-Ddemarche.test.seed=" + seed + " " + facet.word() + " ?" + query;
    }
}
