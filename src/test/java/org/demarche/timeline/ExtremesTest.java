package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.demarche.item.GeneratedItems;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.SampleItems;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views of what no ordinary timeline has. */
class ExtremesTest {
    private static final long SEED = 7;
    private static final int MANY = 3_000;
    private static final int LANES = 5_000;
    private static final Window ALL_YEARS = new Window(LocalDate.of(-9999, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay());

    @TempDir
    Path folder;

    private ItemIndex index;

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void datesBeforeTheGregorianCalendarAndBeforeTheYearOneStandWhereTheyBelong() {
        var world = new GeneratedItems(SEED);
        var dates = List.of("-9999-01-01", "-0431/-0404", "-0044-03-15", "-0001-12-31", "0000-02-29", "0001-01-01", "1066", "1582-10-04", "1582-10-05", "1582-10-15", "9999-12-31");
        var items = index(world, SampleItems.statements(world.actors().get(0), world.actors().get(1), 1, dates));

        for (var date : dates) {
            var day = new Window(first(date), first(date));
            var view = view(items, day, 0);
            assertThat(view.shown().statements()).as(date).isEqualTo(1);
            assertThat(counted(view.lanes().get(0), Steps.around(day, 1_200, 4).bounds(), day.from())).as(date).isEqualTo(1);
        }
        assertThat(view(items, Window.parse("1582-10-04", "1582-10-15"), 0).shown().statements()).isEqualTo(3);
        assertThat(view(items, Window.parse("1582-10-06", "1582-10-14"), 0).shown().statements()).as("days that the calendar of the time left out").isZero();
    }

    @Test
    void aWindowOfTwentyThousandYearsHasAsManyStepsAsAnyOther() {
        var world = new GeneratedItems(SEED);
        var dates = List.of("-9999-01-01", "-0044-03-15", "0001-01-01", "2023-02-01", "9999-12-31");
        var items = index(world, SampleItems.statements(world.actors().get(0), world.actors().get(1), -1, dates));
        var view = view(items, ALL_YEARS, 0);

        assertThat(view.shown().statements()).isEqualTo(dates.size());
        assertThat(view.lanes()).hasSize(1);
        assertThat(view.lanes().get(0).steps()).hasSizeBetween(100, 1_000);
        assertThat(sum(view.lanes().get(0))).isEqualTo(dates.size());
    }

    @Test
    void whatIsAllOfOneDayIsCountedInOneStep() {
        var world = new GeneratedItems(SEED);
        var items = index(world, SampleItems.statements(world.actors().get(0), world.actors().get(1), -2, Collections.nCopies(MANY, "2023-02-01")));
        for (var window : List.of(Window.parse("2023-02-01", "2023-02-01"), Window.parse("2023-02", "2023-02"), Window.parse("1945", "2025"), ALL_YEARS)) {
            var view = view(items, window, 150);
            assertThat(view.shown().statements()).as(window.toString()).isEqualTo(MANY);
            assertThat(view.items()).isEmpty();
            assertThat(view.lanes().get(0).steps().stream().mapToInt(ExtremesTest::all).filter(number -> number > 0)).as(window.toString()).containsExactly(MANY);
        }
        assertThat(items.opening(TimelineQuery.ALL)).contains(new Window(first("2023-01-29"), first("2023-02-04")));
    }

    @Test
    void oneLaneMayHoldEverything() {
        var world = new GeneratedItems(SEED);
        var dates = IntStream.range(0, MANY).mapToObj(number -> LocalDate.of(1945, 1, 1).plusDays(9L * number).toString()).toList();
        var items = index(world, SampleItems.statements(world.actors().get(0), world.actors().get(1), 2, dates));
        var whole = view(items, Window.parse("1945", "2025"), 150);
        assertThat(whole.lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.key()).isEqualTo(world.actors().get(0).slug());
            assertThat(lane.total()).isEqualTo(MANY);
            assertThat(sum(lane)).isEqualTo(MANY);
        });
        assertThat(view(items, Window.parse("1960-03", "1960-03"), 150).items()).as("three months").hasSizeBetween(9, 11);
    }

    @Test
    void fiveThousandLanesComeInPagesTheMostActiveFirst() {
        var world = new GeneratedItems(SEED, LANES);
        var said = new ArrayList<Item>();
        for (int actor = 0; actor < LANES; actor++) {
            said.addAll(SampleItems.statements(world.actors().get(actor), world.actors().get((actor + 1) % LANES), 1, Collections.nCopies(1 + actor % 3, "2023-02-0" + (1 + actor % 9))));
        }
        var items = index(world, said);
        var window = Window.parse("2023-02", "2023-02");
        var keys = new HashSet<String>();
        long before = Long.MAX_VALUE;
        for (int first = 0; first < LANES; first += 25) {
            var page = items.view(TimelineQuery.ALL, frame(window, first, 150));
            assertThat(page.lanes()).hasSize(25);
            assertThat(page.more()).isEqualTo(LANES - first - 25);
            for (var lane : page.lanes()) {
                assertThat(lane.total()).isLessThanOrEqualTo(before);
                before = lane.total();
                keys.add(lane.key());
            }
        }
        assertThat(keys).hasSize(LANES);
        assertThat(items.view(TimelineQuery.ALL, frame(Window.parse("1945", "2025"), LANES - 10, 150)).lanes()).hasSize(10);
    }

    private LuceneItems index(GeneratedItems world, List<Item> all) {
        var content = new ListedContent(world);
        content.put(all);
        index = new ItemIndex(folder, content);
        index.open();
        return new LuceneItems(index);
    }

    private static View view(LuceneItems items, Window window, int inLane) {
        return items.view(TimelineQuery.ALL, frame(window, 0, inLane));
    }

    private static View.Frame frame(Window window, int first, int inLane) {
        var steps = Steps.around(window, 1_200, 4);
        return new View.Frame(window, steps.bounds(), steps.unit(), steps.times(), first, List.of(), new View.Limits(25, inLane, 600));
    }

    private static long first(String date) {
        return org.demarche.time.EdtfDate.parse(date).days().s1();
    }

    private static int counted(View.Lane lane, List<Long> bounds, long day) {
        int step = 0;
        while (bounds.get(step + 1) <= day) {
            step++;
        }
        return all(lane.steps().get(step));
    }

    private static int sum(View.Lane lane) {
        return lane.steps().stream().mapToInt(ExtremesTest::all).sum();
    }

    private static int all(Lanes.Step step) {
        return Arrays.stream(step.surely()).sum() + Arrays.stream(step.possibly()).sum();
    }
}
