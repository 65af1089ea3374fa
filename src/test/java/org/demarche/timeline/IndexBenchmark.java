package org.demarche.timeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.demarche.item.Facet;
import org.demarche.item.GeneratedItems;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the index takes at 100,000 items, without the database behind it: {@code ./mvnw test -Pbenchmark}. Prints the median of each
 * in milliseconds, and of what is answered while people type and choose the 95th percentile of 200 times; nothing fails.
 */
@Tag("benchmark")
class IndexBenchmark {
    private static final int ITEMS = 100_000;
    private static final int ACTORS = 2_000;
    private static final int TIMES = 41;
    private static final int TIMES_FOR_PERCENTILE = 200;

    @TempDir
    Path folder;

    @Test
    void mediansOfEachQuestion() {
        var world = new GeneratedItems(1, ACTORS);
        var content = new ListedContent(world);
        content.put(world.items(ITEMS));
        try (var index = new ItemIndex(folder, content)) {
            long start = System.nanoTime();
            index.open();
            System.out.printf("%,d items indexed in %,d ms%n", ITEMS, (System.nanoTime() - start) / 1_000_000);
            var items = new LuceneItems(index);
            System.out.printf("%-28s %8s %8s %8s %8s %8s %8s%n", "median in ms", "list", "-date", "count", "lanes", "opening", "found");
            queries(world).forEach((name, query) -> System.out.printf("%-28s %8.1f %8.1f %8.1f %8.1f %8.1f %8d%n", name,
                    median(() -> items.list(query)), median(() -> items.list(query.with(Parameter.SORT, "-date"))), median(() -> items.count(query)),
                    median(() -> items.lanes(query, bounds(), 40)), median(() -> new LuceneItems(index).opening(query)), items.count(query).all()));
            System.out.printf("%-28s %8.1f%n", "lanes by actor", median(() -> items.lanes(TimelineQuery.ALL.with(Parameter.LANES, "actor"), bounds(), 40)));
            System.out.printf("%-28s %8.1f%n", "everything, in batches", median(() -> items.each(TimelineQuery.ALL, batch -> { })));
            System.out.printf("%-28s %8s%n", "95th percentile in ms", "facets");
            queries(world).forEach((name, query) -> System.out.printf("%-28s %8.1f%n", name, percentile(() -> items.facets(query, EnumSet.allOf(Facet.class)))));
            jump(items, new LuceneFinding(index));
            System.out.printf("%-28s %8.1f%n", "one change", median(() -> {
                content.put(world.items(1));
                index.follow(content.last());
            }));
        }
    }

    /** What /jump asks of the index. */
    private static void jump(LuceneItems items, LuceneFinding finding) {
        System.out.printf("%-28s %8s %8s %8s%n", "95th percentile in ms", "actors", "events", "words");
        for (var typed : List.of("a", "actor", "actor 17", "北約", "actr 17", "talks security", "nothing at all")) {
            var said = TimelineQuery.ALL.with(Parameter.Q, typed);
            System.out.printf("%-28s %8.1f %8.1f %8.1f%n", typed, percentile(() -> finding.actors(typed, 0, 8)), percentile(() -> finding.events(typed, 5)), percentile(() -> {
                items.list(said.with(Parameter.KIND, "statement").with(Parameter.SORT, "relevance").with(Parameter.LIMIT, "3"));
                items.count(said);
            }));
        }
    }

    private static Map<String, TimelineQuery> queries(GeneratedItems world) {
        var actor = world.actors().get(3).slug();
        var other = world.actors().get(5).slug();
        var queries = new LinkedHashMap<String, TimelineQuery>();
        queries.put("everything", TimelineQuery.ALL);
        queries.put("q=talks", TimelineQuery.ALL.with(Parameter.Q, "talks"));
        queries.put("q=actor (in every name)", TimelineQuery.ALL.with(Parameter.Q, "actor"));
        queries.put("q=\"asia pacific\" -nato", TimelineQuery.ALL.with(Parameter.Q, "\"asia pacific\" -nato"));
        queries.put("from, to: one month", TimelineQuery.ALL.with(Parameter.FROM, "2023-02").with(Parameter.TO, "2023-02"));
        queries.put("kind, stance, behalf, target", TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.STANCE, "critical").with(Parameter.BEHALF, actor).with(Parameter.TARGET, other));
        return queries;
    }

    /** Half a year in days. */
    private static List<Long> bounds() {
        var bounds = new ArrayList<Long>();
        Stream.iterate(LocalDate.of(2022, 11, 1), day -> day.plusDays(1)).limit(183).forEach(day -> bounds.add(day.toEpochDay()));
        return bounds;
    }

    private static double median(Runnable question) {
        return sorted(question, TIMES).get(TIMES / 2) / 1e6;
    }

    private static double percentile(Runnable question) {
        return sorted(question, TIMES_FOR_PERCENTILE).get(TIMES_FOR_PERCENTILE * 95 / 100 - 1) / 1e6;
    }

    private static List<Long> sorted(Runnable question, int number) {
        var times = new ArrayList<Long>();
        for (int time = 0; time < number; time++) {
            long start = System.nanoTime();
            question.run();
            times.add(System.nanoTime() - start);
        }
        return times.stream().sorted().toList();
    }
}
