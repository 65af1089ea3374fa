package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.demarche.history.Revisions;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Labels;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a view shows, item by item or counted, is what plain counting gives. */
class LuceneViewTest {
    private static final int ITEMS = 400;
    private static final int QUERIES = 240;
    private static final View.Limits NONE_EXACT = new View.Limits(1_000, 0, 0);
    private static final View.Limits ALL_EXACT = new View.Limits(1_000, 10_000, 10_000);

    private static final long FIRST = LocalDate.of(-9999, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final GeneratedItems world = new GeneratedItems(seed);
    private final Random random = new Random(seed);
    private final ListedContent content = new ListedContent(world);
    private ItemIndex index;
    private LuceneItems items;
    private GeneratedQueries queries;

    @BeforeEach
    void build() {
        content.succeed(world.actors().get(0), world.actors().get(1));
        content.put(world.items(ITEMS / 2));
        index = new ItemIndex(folder, content);
        index.open();
        content.put(world.items(ITEMS / 2));
        index.follow(content.last());
        items = new LuceneItems(index);
        queries = new GeneratedQueries(world, List.copyOf(content.present()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void totalsAreOfTheWindowAndItemsAreThoseThatTheQueryMatchesAroundIt() {
        for (int time = 0; time < QUERIES; time++) {
            var query = query(time);
            var window = window();
            var bounds = Steps.around(window, 100 + random.nextInt(2_000), 4).bounds();
            var view = whole(items.view(query, new View.Frame(window, bounds, 0, List.of(), ALL_EXACT)));
            var as = "-Ddemarche.test.seed=" + seed + " ?" + query + " " + window;

            var inWindow = matching(query.within(window));
            assertThat(view.shown().statements()).as(as).isEqualTo(inWindow.stream().filter(Item::isStatement).count());
            assertThat(view.shown().events()).as(as).isEqualTo(inWindow.stream().filter(item -> !item.isStatement()).count());
            assertThat(view.items()).as(as).containsExactlyInAnyOrderElementsOf(matching(around(query, bounds)));
            assertThat(view.more()).isZero();
            view.items().stream().filter(item -> !item.isStatement()).forEach(event -> assertThat(view.statementsAt().getOrDefault(event.id(), 0L)).as(as + " " + event.id())
                    .isEqualTo(inWindow.stream().filter(item -> item.isStatement() && item.within().contains(event.id())).count()));
            view.lanes().forEach(lane -> {
                var standing = lane.items().stream().map(view.items()::get).filter(inWindow::contains).toList();
                assertThat(lane.total()).as(as + " " + lane.key()).isEqualTo(standing.size());
                assertThat(lane.events()).as(as + " " + lane.key()).isEqualTo(standing.stream().filter(item -> !item.isStatement()).count());
                assertThat(lane.joint()).as(as + " " + lane.key()).isEqualTo(standing.stream().filter(item -> item.principals().size() > 1).count());
            });
        }
    }

    @Test
    void whatIsCountedAndWhatStandsOneByOneAgree() {
        for (int time = 0; time < QUERIES; time++) {
            var query = query(time);
            var window = window();
            var bounds = Steps.around(window, 100 + random.nextInt(2_000), 4).bounds();
            var counted = items.view(query, new View.Frame(window, bounds, 0, List.of(), NONE_EXACT));
            var exact = whole(items.view(query, new View.Frame(window, bounds, 0, List.of(), ALL_EXACT)));
            var as = "-Ddemarche.test.seed=" + seed + " ?" + query + " " + window;

            assertThat(counted.shown()).as(as).isEqualTo(exact.shown());
            assertThat(counted.lanes().stream().map(LuceneViewTest::totals)).as(as).containsExactlyElementsOf(exact.lanes().stream().map(LuceneViewTest::totals).toList());
            for (int lane = 0; lane < counted.lanes().size(); lane++) {
                var standing = exact.lanes().get(lane).items().stream().map(exact.items()::get).toList();
                assertThat(said(counted.lanes().get(lane).steps())).as(as + " " + counted.lanes().get(lane).key()).isEqualTo(counted(standing, bounds));
                weightiestAreOf(counted.lanes().get(lane), standing, bounds, as);
            }
            if (!query.definitely()) {
                var plain = items.lanes(around(query, bounds), bounds, 1_000);
                for (var lane : plain.lanes()) {
                    var same = counted.lanes().stream().filter(other -> other.key().equals(lane.key())).findFirst().orElseThrow();
                    assertThat(signs(same.steps())).as(as + " " + lane.key()).isEqualTo(signs(lane.steps()));
                }
            }
        }
    }

    /** No item that begins in a step weighs more than the one that stands for it. */
    private void weightiestAreOf(View.Lane lane, List<Item> standing, List<Long> bounds, String as) {
        var whole = new HashMap<UUID, Item>();
        content.present().forEach(item -> whole.put(item.id(), item));
        lane.weightiest().forEach((step, item) -> {
            var begin = standing.stream().filter(other -> step == 0 ? other.when().stands().s1() < bounds.get(1) : other.when().stands().s1() >= bounds.get(step) && other.when().stands().s1() < bounds.get(step + 1)).toList();
            assertThat(begin).as(as + " " + step).extracting(Item::id).contains(item.id());
            assertThat(begin).as(as + " " + step).allSatisfy(other -> assertThat(ItemWeight.of(whole.get(other.id()))).isLessThanOrEqualTo(ItemWeight.of(whole.get(item.id()))));
        });
    }

    @Test
    void aViewOfEverythingIsTheSameWhetherOrNotItIsPartOfWhatIsKept() {
        for (int time = 0; time < QUERIES; time++) {
            if (time % 40 == 20) {
                content.put(world.items(3));
                content.retract(content.present().iterator().next());
                index.follow(content.last());
            }
            var query = TimelineQuery.ALL.with(Parameter.LANES, Lanes.By.values()[time % Lanes.By.values().length].word());
            long length = 300 + random.nextInt(random.nextBoolean() ? 6_000 : 2_000_000);
            long from = LocalDate.of(2022, 1, 1).toEpochDay() + random.nextInt(600) - random.nextLong(length);
            var window = new Window(from, from + length - 1);
            var steps = Steps.around(window, 100 + random.nextInt(2_000), 4);
            var limits = random.nextBoolean() ? NONE_EXACT : new View.Limits(10, 30, 60);
            var pinned = List.of(world.actors().get(9).slug());
            var part = items.view(query, new View.Frame(window, steps.bounds(), steps.unit(), steps.times(), random.nextInt(2), pinned, limits));
            var walked = items.view(query, new View.Frame(window, steps.bounds(), null, 1, 0, pinned, new View.Limits(1_000, limits.inLane(), limits.inAll())));
            var as = "-Ddemarche.test.seed=" + seed + " ?" + query + " " + window + " " + steps.unit();

            assertThat(part.shown()).as(as).isEqualTo(walked.shown());
            for (var lane : part.lanes()) {
                var same = walked.lanes().stream().filter(other -> other.key().equals(lane.key())).findFirst().orElseThrow();
                assertThat(totals(lane)).as(as).isEqualTo(totals(same));
                if (lane.isCounted() && same.isCounted()) {
                    assertThat(signs(lane.steps())).as(as + " " + lane.key()).isEqualTo(signs(same.steps()));
                }
            }
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapsPinnedLanesFirst() {
        var window = new Window(LocalDate.of(2022, 11, 1).toEpochDay(), LocalDate.of(2023, 4, 30).toEpochDay());
        var bounds = Steps.around(window, 1_200, 4).bounds();
        var pinned = List.of(world.actors().get(9).slug(), world.actors().get(4).slug());
        var whole = keys(items.view(TimelineQuery.ALL, new View.Frame(window, bounds, 0, pinned, NONE_EXACT)));
        var paged = new ArrayList<String>();
        for (int first = 0; first < whole.size(); first += 4) {
            var page = items.view(TimelineQuery.ALL, new View.Frame(window, bounds, first, pinned, new View.Limits(4, 0, 0)));
            assertThat(page.more()).isEqualTo(Math.max(0, whole.size() - first - 4));
            paged.addAll(keys(page));
        }

        assertThat(paged).isEqualTo(whole);
        assertThat(whole.subList(0, 4)).containsExactly(Lanes.EVENTS, Lanes.JOINT, pinned.get(0), pinned.get(1));
        assertThat(whole).last().isEqualTo(Lanes.UNKNOWN);
    }

    @Test
    void lanesOfManyItemsAreCountedAndSoAreThoseBehindWhereAllTogetherAreTooMany() {
        var window = new Window(LocalDate.of(2022, 11, 1).toEpochDay(), LocalDate.of(2023, 4, 30).toEpochDay());
        var bounds = Steps.around(window, 1_200, 4).bounds();
        for (var limits : List.of(new View.Limits(25, 20, 60), new View.Limits(25, 40, 100), new View.Limits(25, 150, 600), new View.Limits(25, 0, 600))) {
            var view = items.view(TimelineQuery.ALL, new View.Frame(window, bounds, 0, List.of(), limits));
            assertThat(view.items().size()).isLessThanOrEqualTo(limits.inAll());
            view.lanes().forEach(lane -> {
                assertThat(lane.isCounted()).as(lane.key()).isEqualTo(lane.items() == null);
                if (!lane.isCounted()) {
                    assertThat(lane.items()).hasSizeLessThanOrEqualTo(limits.inLane());
                }
            });
            assertThat(view.items()).isSortedAccordingTo(java.util.Comparator.comparingLong(item -> item.when().stands().s1()));
        }
    }

    @Test
    void whatStandsOneByOneHasTheDateTheLabelAndTheStancesOfItsRow() {
        var window = new Window(FIRST, LAST);
        var view = items.view(TimelineQuery.ALL, new View.Frame(window, Steps.around(window, 1_200, 4).bounds(), 0, List.of(), ALL_EXACT));
        var rows = content.items(view.items().stream().map(Item::id).toList(), Revisions.NOW);
        for (var item : view.items()) {
            var row = rows.get(item.id());
            var as = "-Ddemarche.test.seed=" + seed + " " + row;
            assertThat(item.kind()).as(as).isEqualTo(row.kind());
            assertThat(item.when().date()).as(as).isEqualTo(row.when().date());
            assertThat(item.when().stands()).as(as).isEqualTo(row.when().stands());
            assertThat(item.principals()).as(as).isEqualTo(row.principals());
            assertThat(item.event()).as(as).isEqualTo(row.event());
            assertThat(item.eventKind() + item.status()).as(as).isEqualTo(row.eventKind() + row.status());
            assertThat(Labels.of(item, null, true, List.of()).whole()).as(as).isEqualTo(Labels.of(row, null, true, List.of()).whole());
            for (var lane : LaneItems.of(List.of(row), Lanes.By.DYAD, ActorsInTime.TIMELESS)) {
                assertThat(lane.stance(item, Set.of())).as(as).isEqualTo(lane.stance(row, Set.of()));
                assertThat(Labels.of(item, lane.key(), true, List.of()).whole()).as(as).isEqualTo(Labels.of(row, lane.key(), true, List.of()).whole());
            }
        }
    }

    /** With the rows in the place of what a mark needs of them. */
    private View whole(View view) {
        var rows = content.items(view.items().stream().map(Item::id).toList(), Revisions.NOW);
        return new View(view.shown(), view.items().stream().map(item -> rows.get(item.id())).toList(), view.lanes(), view.more(), view.statementsAt());
    }

    private TimelineQuery query(int time) {
        var lanes = Lanes.By.values()[time % Lanes.By.values().length].word();
        var asked = time % 2 == 0 ? queries.next() : TimelineQuery.ALL;
        return Stream.of(Parameter.FROM, Parameter.TO).reduce(asked, TimelineQuery::without, (one, other) -> one)
                .with(Parameter.LANES, lanes).with(Parameter.WHEN, random.nextInt(3) == 0 ? "definitely" : "possibly").with(Parameter.PREDECESSORS, String.valueOf(random.nextInt(3) == 0));
    }

    private Window window() {
        long from = LocalDate.of(2022, 8, 1).toEpochDay() + random.nextInt(300);
        return random.nextInt(10) == 0 ? new Window(FIRST, LAST) : new Window(from, from + random.nextInt(random.nextBoolean() ? 10 : 400));
    }

    /** What lies between the bounds, as far as there are years that can be asked for. */
    private static TimelineQuery around(TimelineQuery query, List<Long> bounds) {
        return query.within(new Window(Math.max(FIRST, bounds.get(0)), Math.min(LAST, bounds.get(bounds.size() - 1) - 1)));
    }

    private List<Item> matching(TimelineQuery query) {
        return content.present().stream().filter(item -> query.matches(item, world.names()::get)).toList();
    }

    private static List<String> keys(View view) {
        return view.lanes().stream().map(View.Lane::key).toList();
    }

    private static String totals(View.Lane lane) {
        return lane.key() + " " + lane.total() + " " + lane.events() + " " + lane.joint();
    }

    /** Of each step how many definitely fall in it, and how many only possibly. */
    private static List<String> said(List<Lanes.Step> steps) {
        return steps.stream().map(step -> Arrays.stream(step.surely()).sum() + " " + Arrays.stream(step.possibly()).sum()).toList();
    }

    private static List<String> signs(List<Lanes.Step> steps) {
        return steps.stream().map(step -> Arrays.toString(step.surely()) + Arrays.toString(step.possibly())).toList();
    }

    private static List<String> counted(List<Item> standing, List<Long> bounds) {
        var steps = new ArrayList<String>();
        for (int step = 0; step + 1 < bounds.size(); step++) {
            long first = bounds.get(step);
            long last = bounds.get(step + 1) - 1;
            long surely = standing.stream().filter(item -> !item.when().unplaced() && item.when().days().definitelyIn(first, last)).count();
            steps.add(surely + " " + (standing.stream().filter(item -> item.when().stands().possiblyIn(first, last)).count() - surely));
        }
        return steps;
    }
}
