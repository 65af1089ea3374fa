package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.demarche.item.DateOrder;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index answers is what {@link TimelineQuery#matches} and plain comparators say. */
class LuceneItemsTest {
    static final Comparator<Item> BY_DATE = DateOrder.by(id -> 0);
    private static final Comparator<Item> BY_RECORDING = Comparator.comparing((Item item) -> item.recorded().first()).thenComparing(item -> item.id().toString());
    private static final int ITEMS = 400;
    private static final int QUERIES = 500;

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
        // The rest arrives while the index is open, and some of the first are changed or retracted, so that there are several segments and gaps.
        content.put(world.items(ITEMS / 2));
        index.follow(content.last());
        var some = content.present().stream().sorted(BY_DATE).limit(20).toList();
        content.put(some.subList(0, 10));
        order();
        some.subList(10, 20).forEach(content::retract);
        index.follow(content.last());
        items = new LuceneItems(index);
        queries = new GeneratedQueries(world, List.copyOf(content.present()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void theIndexFindsExactlyWhatThePlainReferenceFinds() {
        for (int time = 0; time < QUERIES; time++) {
            var query = queries.next().with(Parameter.LIMIT, "500");
            assertThat(ids(items.list(query).items())).as(said(query)).isEqualTo(ids(expected(query)));
            var count = items.count(query);
            assertThat(count.all()).as(said(query)).isEqualTo(expected(query).size());
            assertThat(count.statements()).as(said(query)).isEqualTo(expected(query).stream().filter(Item::isStatement).count());
        }
    }

    @Test
    void wordsPhrasesAndStancesTowardTargetsAreFoundAsTheReferenceFindsThem() {
        for (int time = 0; time < QUERIES / 2; time++) {
            for (var query : List.of(queries.search().with(Parameter.LIMIT, "500"), queries.stances().with(Parameter.LIMIT, "500"))) {
                assertThat(ids(items.list(query).items())).as(said(query)).isEqualTo(ids(expected(query)));
            }
        }
    }

    @Test
    void whatManyItemsComeToIsTakenInTheirOrderInWhateverOrderTheyAreRead() {
        var waiting = new LuceneItems(index, 1);
        for (var sort : List.of("date", "-date", "recorded", "-recorded", "relevance")) {
            for (int time = 0; time < 30; time++) {
                var query = queries.next().with(Parameter.SORT, sort);
                var taken = new ArrayList<String>();
                waiting.each(query, item -> (item.id() + " " + item.title()).getBytes(StandardCharsets.UTF_8), form -> taken.add(new String(form, StandardCharsets.UTF_8)));
                assertThat(taken).as(said(query)).isEqualTo(pages(query.with(Parameter.LIMIT, "500")).stream().map(item -> item.id() + " " + item.title()).toList());
            }
        }
    }

    @Test
    void whoeverStopsTakingLeavesNoFile() throws IOException {
        var waiting = new LuceneItems(index, 1);
        var files = waitingFiles();
        assertThatThrownBy(() -> waiting.each(TimelineQuery.ALL, item -> new byte[] {1}, form -> {
            throw new IllegalStateException("gone");
        })).hasMessage("gone");
        assertThatThrownBy(() -> waiting.each(TimelineQuery.ALL, item -> {
            throw new IllegalStateException("no form");
        }, form -> { })).hasMessage("no form");
        assertThat(waitingFiles()).isEqualTo(files);
    }

    private static Set<String> waitingFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("demarche-export")).collect(Collectors.toSet());
        }
    }

    @Test
    void pagesFollowEachOtherInEveryOrderWithoutGapOrRepetition() {
        for (var sort : List.of("date", "-date", "recorded", "-recorded", "relevance")) {
            for (int time = 0; time < 60; time++) {
                var query = queries.next().with(Parameter.SORT, sort).with(Parameter.LIMIT, String.valueOf(1 + time % 30));
                var listed = pages(query);
                var each = new ArrayList<Item>();
                items.each(query, each::addAll);
                assertThat(ids(each)).as(said(query)).isEqualTo(ids(listed));
                switch (sort) {
                    case "date" -> assertThat(ids(listed)).as(said(query)).isEqualTo(ids(expected(query)));
                    case "-date" -> assertThat(ids(listed)).as(said(query)).isEqualTo(reversed(ids(expected(query))));
                    case "-recorded" -> assertThat(ids(listed)).as(said(query)).isEqualTo(ids(expected(query).stream().sorted(BY_RECORDING.reversed()).toList()));
                    case "recorded" -> assertThat(ids(listed)).as(said(query)).isEqualTo(ids(expected(query).stream().sorted(BY_RECORDING).toList()));
                    default -> assertThat(ids(listed)).as(said(query)).containsExactlyInAnyOrderElementsOf(ids(expected(query)));
                }
            }
        }
    }

    @Test
    void withoutWordsTheMostRelevantIsTheFirstByDate() {
        var query = TimelineQuery.ALL.with(Parameter.KIND, "event").with(Parameter.SORT, "relevance").with(Parameter.LIMIT, "500");

        assertThat(ids(items.list(query).items())).isEqualTo(ids(expected(query)));
    }

    @Test
    void anItemThatSaysAWordItselfIsMoreRelevantThanOneOnlyOfWhoseActorsItIsAName() {
        var query = TimelineQuery.ALL.with(Parameter.Q, "sanctions").with(Parameter.SORT, "relevance").with(Parameter.LIMIT, "500");
        var said = items.list(query).items().stream().map(item -> content.texts(item).stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("sanction"))).toList();

        assertThat(said).as("-Ddemarche.test.seed=" + seed).contains(true).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theItemsOfIdsComeInTheOrderOfTheIds() {
        var ids = content.present().stream().map(Item::id).limit(7).collect(Collectors.toList());
        ids.add(3, UUID.randomUUID());

        assertThat(ids(items.of(ids))).isEqualTo(ids.stream().filter(id -> ids.indexOf(id) != 3).toList());
    }

    @Test
    void aBrokenCursorIsRefused() {
        var page = items.list(TimelineQuery.ALL.with(Parameter.LIMIT, "3"));
        var foreign = items.list(TimelineQuery.ALL.with(Parameter.LIMIT, "3").with(Parameter.SORT, "recorded")).next();
        for (var broken : List.of("x", "!", page.next().substring(2), page.next() + "AAAA", foreign, encoded("0 1 2 3"), encoded("0 a 2 3 4 5 6"), encoded("0 1 2 3 4 5 nobody"),
                encoded("0 1 2 3 4 5 99999999999999999999"), encoded("3 NaN 1 2 3 4 5 6"))) {
            assertThatThrownBy(() -> items.list(TimelineQuery.ALL.with(Parameter.CURSOR, broken))).as(broken).isInstanceOfSatisfying(BadParameterException.class,
                    refused -> assertThat(refused.parameter()).isEqualTo("cursor"));
        }
    }

    @Test
    void aSearchOfVeryManyWordsIsAnswered() {
        var words = String.join(" ", Collections.nCopies(160, "talks -NATO sanctions"));
        var distinct = IntStream.range(0, 3_000).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));

        assertThat(items.count(TimelineQuery.ALL.with(Parameter.Q, words))).isEqualTo(items.count(TimelineQuery.ALL.with(Parameter.Q, "talks -NATO sanctions")));
        assertThat(items.count(TimelineQuery.ALL.with(Parameter.Q, distinct)).all()).isZero();
    }

    /** Says of some that stand on the same days which came after which: always one after an earlier one of the list, so that there is no circle. */
    private void order() {
        var random = new Random(seed);
        var sameDays = content.present().stream().sorted(BY_DATE).collect(Collectors.groupingBy(item -> item.when().stands())).values();
        for (var same : sameDays) {
            var shuffled = new ArrayList<>(same);
            Collections.shuffle(shuffled, random);
            for (int later = 1; later < shuffled.size(); later++) {
                content.after(shuffled.get(later), shuffled.get(random.nextInt(later)));
            }
        }
    }

    private List<Item> pages(TimelineQuery query) {
        var listed = new ArrayList<Item>();
        var page = items.list(query);
        long total = page.total();
        listed.addAll(page.items());
        while (page.next() != null && listed.size() <= ITEMS) {
            page = items.list(query.with(Parameter.CURSOR, page.next()));
            assertThat(page.total()).as(said(query)).isEqualTo(total);
            listed.addAll(page.items());
        }
        assertThat(listed).as(said(query)).hasSize((int) total);
        return listed;
    }

    private List<Item> expected(TimelineQuery query) {
        return content.present().stream().filter(item -> query.matches(item, world.names()::get)).sorted(DateOrder.by(content::rank)).toList();
    }

    private String said(TimelineQuery query) {
        return "-Ddemarche.test.seed=" + seed + " ?" + query + Set.copyOf(query.collections());
    }

    private static List<UUID> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }

    private static List<UUID> reversed(List<UUID> ids) {
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
