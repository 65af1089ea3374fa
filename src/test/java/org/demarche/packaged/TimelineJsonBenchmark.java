package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long {@code /timeline.json} takes over HTTP and how much it sends, in folders that {@code generate} has made and {@code -Ddemarche.benchmark.folders} names,
 * the smallest first: {@code ./mvnw test -Pbenchmark -Dtest=TimelineJsonBenchmark -Ddemarche.benchmark.folders=/tmp/small,/tmp/large}. One client, the server
 * warm and with 640 MB of heap: whole decades, and windows of five lengths, of everything and of three questions of three filters and two words each. Prints; nothing fails.
 */
@Tag("benchmark")
class TimelineJsonBenchmark {
    private static final String HEAP = "640m";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int WARM_UP = 60;
    private static final int TIMES = 200;
    private static final long SEED = 7;
    private static final LocalDate FIRST = LocalDate.of(1945, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Map<String, Integer> ZOOMS = zooms();
    private static final List<String> QUESTIONS = List.of("",
            "&behalf=state-1&instrument=BRIEFING&stance=critical&q=security+talks",
            "&kind=statement&level=SPOKESPERSON&target=state-2&q=sanctions+agreement",
            "&source=source-3&topic=security&stance=supportive&q=state+visit");

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void timeAndSizeOfEachAnswer() throws Exception {
        var folders = System.getProperty("demarche.benchmark.folders");
        assertThat(folders).as("-Ddemarche.benchmark.folders").isNotNull();
        for (var folder : folders.split(",")) {
            measure(Path.of(folder));
        }
    }

    private static void measure(Path folder) throws Exception {
        System.out.printf("%n%s%n", folder);
        long start = System.nanoTime();
        try (var reindexing = ServerProcess.start(folder, ServerProcess.freePort(), "reindex")) {
            int status = reindexing.status(PATIENCE);
            System.out.printf("reindex: %.1f s%s%n", (System.nanoTime() - start) / 1e9, status == 0 ? "" : ", failed: " + reindexing.said());
        }
        try (var server = ServerProcess.ready(folder, HEAP, PATIENCE)) {
            System.out.printf("%-110s %8s %8s %8s %8s%n", "ms", "median", "95th", "longest", "KB gzip");
            print(server, "the first view of all", number -> "/timeline.json?width=1200");
            for (var question : QUESTIONS) {
                print(server, "all decades, again and again" + question, number -> AllDecades.path(0) + question);
                print(server, "all decades, each time others" + question, number -> AllDecades.path(number) + question);
            }
            for (var question : QUESTIONS) {
                windows(server, question);
            }
            System.out.printf("memory of its own with -Xmx%s: %d MB%n", HEAP, server.memory());
        }
    }

    private static void print(ServerProcess server, String name, IntFunction<String> path) throws Exception {
        var number = new AtomicInteger();
        var times = Times.of(WARM_UP, TIMES, () -> bytes(server, path.apply(number.incrementAndGet())));
        System.out.printf("%-110s %s %8.1f%n", name, times.columns(), bytes(server, path.apply(0)) / 1024.0);
    }

    /** Windows by chance, the same for each question. */
    private static void windows(ServerProcess server, String question) throws Exception {
        var sizes = new ArrayList<Integer>();
        var times = new ArrayList<Long>();
        System.out.printf("%n%d windows at each zoom%s%n", TIMES, question.isEmpty() ? "" : ", " + question);
        for (var zoom : ZOOMS.entrySet()) {
            var chance = new Random(SEED);
            var ofZoom = new ArrayList<Integer>();
            var measured = Times.of(WARM_UP, TIMES, () -> ofZoom.add(bytes(server, window(zoom.getValue(), chance) + question)));
            times.addAll(measured.sorted());
            sizes.addAll(ofZoom);
            System.out.printf("%-110s %s %s%n", zoom.getKey(), measured.columns(), kilobytes(ofZoom));
        }
        System.out.printf("%-110s %s %s%n", "all of them", new Times(times.stream().sorted().toList()).columns(), kilobytes(sizes));
    }

    /** Median, 95th percentile and largest. */
    private static String kilobytes(List<Integer> sizes) {
        var sorted = sizes.stream().sorted().toList();
        return "%6.1f %6.1f %6.1f KB".formatted(sorted.get(sorted.size() / 2) / 1024.0, sorted.get(sorted.size() * 95 / 100 - 1) / 1024.0, sorted.get(sorted.size() - 1) / 1024.0);
    }

    private static Map<String, Integer> zooms() {
        var zooms = new LinkedHashMap<String, Integer>();
        zooms.put("80 years", 29_220);
        zooms.put("10 years", 3_652);
        zooms.put("1 year", 365);
        zooms.put("1 month", 30);
        zooms.put("1 day", 1);
        return zooms;
    }

    /** Somewhere between the first and the last day of what is generated. */
    private static String window(int days, Random chance) {
        var from = FIRST.plusDays(chance.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay()) - days + 2));
        return "/timeline.json?width=1200&from=" + from + "&to=" + from.plusDays(days - 1L);
    }

    private static int bytes(ServerProcess server, String path) throws IOException, InterruptedException {
        var answer = server.getZipped(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().length;
    }
}
