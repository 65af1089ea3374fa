package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.CalendarUnit;
import org.demarche.time.FourDays;
import org.demarche.time.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window that a timeline opens on, how far it goes and what lies beside a window, each compared with trying everything. */
class LuceneSpansTest {
    private static final int QUERIES = 200;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final GeneratedItems world = new GeneratedItems(seed);
    private final ListedContent content = new ListedContent(world);
    private ItemIndex index;
    private LuceneItems items;
    private GeneratedQueries queries;

    @BeforeEach
    void build() {
        content.put(world.items(150));
        index = new ItemIndex(folder, content);
        index.open();
        items = new LuceneItems(index);
        queries = new GeneratedQueries(world, List.copyOf(content.present()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aTimelineOpensOnTheShortestWindowThatHoldsFourFifths() {
        for (int time = 0; time < QUERIES; time++) {
            var query = time == 0 ? TimelineQuery.ALL : queries.next();
            assertThat(items.opening(query)).as(said(query)).isEqualTo(opening(found(query)));
        }
    }

    @Test
    void theExtentGoesFromTheFirstToTheLastDayThatIsNamed() {
        for (int time = 0; time < QUERIES; time++) {
            var query = time == 0 ? TimelineQuery.ALL : queries.next();
            assertThat(items.extent(query)).as(said(query)).isEqualTo(extent(found(query)));
        }
    }

    @Test
    void whatLiesBesideAWindowIsTheLastThatEndedAndTheFirstThatBegins() {
        for (int time = 0; time < QUERIES; time++) {
            var query = queries.next();
            var all = found(query.without(Parameter.FROM).without(Parameter.TO).without(Parameter.WHEN));
            var window = query.window().orElse(Window.ALL);
            var before = all.stream().filter(item -> item.when().stands().e2() < window.from()).toList();
            var after = all.stream().filter(item -> item.when().stands().s1() > window.to()).toList();

            var edges = items.edges(query);

            assertThat(edges.countBefore()).as(said(query)).isEqualTo(before.size());
            assertThat(edges.countAfter()).as(said(query)).isEqualTo(after.size());
            assertThat(edges.before()).as(said(query)).isEqualTo(before.stream().max(Comparator.comparingLong((Item item) -> item.when().stands().e2()).thenComparing(LuceneItemsTest.BY_DATE)));
            assertThat(edges.after()).as(said(query)).isEqualTo(after.stream().min(LuceneItemsTest.BY_DATE));
        }
    }

    @Test
    void aTimelineOfManyOpensOnTheShortestWindowOfWholeMonths() {
        content.put(world.items(8_000));
        index.follow(content.last());
        var spans = content.present().stream().filter(item -> !item.when().unplaced()).map(item -> item.when().days())
                .filter(days -> days.s1() != FourDays.MINUS_INFINITY && days.e2() != FourDays.PLUS_INFINITY).toList();
        double needed = spans.size() * 4 / 5.0;
        assertThat(spans).hasSizeGreaterThan(5_000);
        var starts = spans.stream().map(days -> CalendarUnit.MONTH.containing(days.s1()).from()).distinct().toList();
        var ends = spans.stream().map(days -> CalendarUnit.MONTH.containing(days.e2()).to()).distinct().toList();
        var months = starts.stream().flatMap(from -> ends.stream().filter(to -> to > from).map(to -> new Window(from, to)))
                .filter(window -> spans.stream().filter(days -> days.s1() >= window.from() && days.e2() <= window.to()).count() >= needed)
                .min(Comparator.comparingLong((Window window) -> ChronoUnit.MONTHS.between(LocalDate.ofEpochDay(window.from()), LocalDate.ofEpochDay(window.to() + 1))).thenComparingLong(Window::from));

        assertThat(items.opening(TimelineQuery.ALL)).as("-Ddemarche.test.seed=" + seed).isEqualTo(months);
    }

    @Test
    void whatWasReadForOneRevisionIsNotToldForTheNext() {
        var before = items.extent(TimelineQuery.ALL);
        content.present().stream().toList().forEach(content::retract);
        index.follow(content.last());

        assertThat(before).isPresent();
        assertThat(items.extent(TimelineQuery.ALL)).isEmpty();
        assertThat(items.opening(TimelineQuery.ALL)).isEmpty();
    }

    private List<Item> found(TimelineQuery query) {
        return content.present().stream().filter(item -> query.matches(item, world.names()::get)).toList();
    }

    private static Optional<Window> opening(List<Item> found) {
        var spans = found.stream().filter(item -> !item.when().unplaced()).map(item -> item.when().days())
                .filter(days -> days.s1() != FourDays.MINUS_INFINITY && days.e2() != FourDays.PLUS_INFINITY).toList();
        double needed = spans.size() * 4 / 5.0;
        return spans.stream().map(FourDays::s1).flatMap(from -> spans.stream().map(FourDays::e2).filter(to -> to >= from).map(to -> new Window(from, to)))
                .filter(window -> spans.stream().filter(days -> days.s1() >= window.from() && days.e2() <= window.to()).count() >= needed)
                .min(Comparator.comparingLong(Window::length).thenComparingLong(Window::from)).map(LuceneSpansTest::widened);
    }

    private static Window widened(Window window) {
        var widened = window;
        for (boolean after = true; widened.length() < 7; after = !after) {
            widened = after ? new Window(widened.from(), widened.to() + 1) : new Window(widened.from() - 1, widened.to());
        }
        return widened;
    }

    private static Optional<Window> extent(List<Item> found) {
        var days = found.stream().map(Item::when).flatMap(when -> when.unplaced() ? Stream.of(when.stands().s1(), when.stands().e2())
                : Stream.of(when.days().s1(), when.days().s2(), when.days().e1(), when.days().e2())).filter(day -> day != FourDays.MINUS_INFINITY && day != FourDays.PLUS_INFINITY).toList();
        return days.isEmpty() ? Optional.empty()
                : Optional.of(new Window(days.stream().flatMapToLong(LongStream::of).min().orElseThrow(), days.stream().flatMapToLong(LongStream::of).max().orElseThrow()));
    }

    private String said(TimelineQuery query) {
        return "-Ddemarche.test.seed=" + seed + " ?" + query;
    }
}
