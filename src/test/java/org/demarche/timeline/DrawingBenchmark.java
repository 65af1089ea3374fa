package org.demarche.timeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.demarche.item.GeneratedItems;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.EdtfDate;
import org.demarche.time.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to draw a view of many items from 80 years, without the database behind the index:
 * {@code ./mvnw test -Pbenchmark -Dtest=DrawingBenchmark -Ddemarche.benchmark.items=1000000}. Prints the median and the 95th percentile of views that were never
 * asked for before, 20 windows at each of five zooms; nothing fails.
 */
@Tag("benchmark")
class DrawingBenchmark {
    private static final int ITEMS = Integer.getInteger("demarche.benchmark.items", 1_000_000);
    private static final int ACTORS = 1_000;
    private static final int WINDOWS = 20;
    private static final int BURSTS = 400;
    private static final LocalDate FIRST = LocalDate.of(1945, 1, 1);
    private static final int DAYS = 81 * 365;

    @TempDir
    Path folder;

    private final Random random = new Random(2);

    @Test
    void viewsAtFiveZooms() {
        var world = new GeneratedItems(1, ACTORS);
        var content = new ListedContent(world);
        var bursts = random.ints(BURSTS, 0, DAYS).toArray();
        for (int put = 0; put < ITEMS; put += 1_000) {
            content.put(world.items(Math.min(1_000, ITEMS - put)).stream().map(item -> dated(item, bursts)).toList());
        }
        try (var index = new ItemIndex(folder, content)) {
            long start = System.nanoTime();
            index.open();
            System.out.printf("%,d items indexed in %,d ms%n", ITEMS, (System.nanoTime() - start) / 1_000_000);
            var items = new LuceneItems(index);
            for (int warm = 0; warm < 4; warm++) {
                queries(world).values().forEach(query -> windows().values().forEach(windows -> windows.forEach(window -> view(items, query, window))));
            }
            System.out.printf("%-24s %-10s %8s %8s %8s %8s%n", "ms", "zoom", "p50", "p95", "items", "counted");
            queries(world).forEach((name, query) -> windows().forEach((zoom, windows) -> {
                var times = new ArrayList<Double>();
                int exact = 0;
                int counted = 0;
                for (var window : windows) {
                    long began = System.nanoTime();
                    var view = view(items, query, window);
                    times.add((System.nanoTime() - began) / 1e6);
                    exact += view.items().size();
                    counted += (int) view.lanes().stream().filter(View.Lane::isCounted).count();
                }
                System.out.printf("%-24s %-10s %8.1f %8.1f %8d %8d%n", name, zoom, percentile(times, 50), percentile(times, 95), exact / WINDOWS, counted / WINDOWS);
            }));
            page(items);
        }
    }

    /** What the page asks beside the view. */
    private static void page(LuceneItems items) {
        var window = new Window(FIRST.toEpochDay(), FIRST.plusDays(DAYS).toEpochDay());
        var shown = TimelineQuery.ALL.within(window);
        var span = Overview.steps(window).bounds();
        var questions = new LinkedHashMap<String, Runnable>();
        questions.put("count", () -> items.count(shown));
        questions.put("extent, uncached", () -> items.extent(TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.KIND, "event")));
        questions.put("overview", () -> items.lanes(TimelineQuery.ALL.with(Parameter.LANES, "kind"), span, 2));
        questions.put("lanes", () -> items.lanes(shown, Steps.of(window, Counted.MOST_STEPS).bounds(), 25));
        questions.put("edges", () -> items.edges(shown));
        questions.put("list", () -> items.list(shown));
        questions.forEach((name, question) -> {
            var times = new ArrayList<Double>();
            for (int time = 0; time < 60; time++) {
                long began = System.nanoTime();
                question.run();
                times.add((System.nanoTime() - began) / 1e6);
            }
            System.out.printf("%-24s %-10s %8.1f %8.1f%n", name, "", percentile(times, 50), percentile(times, 95));
        });
    }

    private static View view(LuceneItems items, TimelineQuery query, Window window) {
        var steps = Steps.around(window, 1_200, 4);
        return items.view(query, new View.Frame(window, steps.bounds(), steps.unit(), steps.times(), 0, List.of(), TimelineJson.LIMITS));
    }

    private Map<String, List<Window>> windows() {
        var windows = new LinkedHashMap<String, List<Window>>();
        Map.of("80 years", DAYS, "10 years", 3_652, "1 year", 365, "1 month", 30, "1 day", 1).entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(zoom -> windows.put(zoom.getKey(), random.ints(WINDOWS, 0, DAYS - zoom.getValue() + 1 + 30).mapToObj(day -> {
                    long from = FIRST.plusDays(day).toEpochDay();
                    return new Window(from, from + zoom.getValue() - 1);
                }).toList()));
        return windows;
    }

    private static Map<String, TimelineQuery> queries(GeneratedItems world) {
        var queries = new LinkedHashMap<String, TimelineQuery>();
        queries.put("everything", TimelineQuery.ALL);
        queries.put("kind, critical, security", TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.STANCE, "critical").with(Parameter.MODE, "VERBATIM").with(Parameter.Q, "security talks"));
        queries.put("behalf, target, words", TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.BEHALF, world.actors().get(3).slug()).with(Parameter.TARGET, world.actors().get(5).slug())
                .with(Parameter.Q, "security talks"));
        return queries;
    }

    /** Most on one day, many of them in bursts; some on a day in a month or a year, some doubtful, some lasting. */
    private Item dated(Item item, int[] bursts) {
        int at = random.nextInt(5) < 3 ? bursts[random.nextInt(BURSTS)] + (int) (random.nextGaussian() * 30) : random.nextInt(DAYS);
        var day = FIRST.plusDays(Math.max(0, Math.min(DAYS, at)));
        var text = switch (random.nextInt(20)) {
            case 0 -> day.toString().substring(0, 4);
            case 1, 2 -> day.toString().substring(0, 7);
            case 3 -> day + "~";
            case 4 -> day + "/" + day.plusDays(1 + random.nextInt(20));
            case 5 -> random.nextInt(5) == 0 ? day + "/.." : day.toString();
            default -> day.toString();
        };
        var date = EdtfDate.parse(text);
        return new Item(item.id(), item.kind(), 1, item.title(), item.summary(), new Item.When(date, date.days(), date.days(), item.when().basis(), null), item.speakers(), item.addressees(), item.targets(),
                item.participants(), item.stances(), item.eventKind(), item.status(), item.instrument(), item.place(), item.report(), item.documents(), item.sources(), item.event(), List.of(),
                item.links(), item.topics(), item.codings(), item.recorded());
    }

    private static double percentile(List<Double> times, int percent) {
        return times.stream().sorted().toList().get(Math.max(0, (int) Math.ceil(times.size() * percent / 100.0) - 1));
    }
}
