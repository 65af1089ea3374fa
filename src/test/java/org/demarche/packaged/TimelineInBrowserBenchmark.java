package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.demarche.browser.Browsers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How soon the timeline is there in Chromium, how smoothly it pans and zooms, how long another view takes and how much memory it has, for folders that {@code generate} has
 * made: {@code ./mvnw test -Pbenchmark -Dtest=TimelineInBrowserBenchmark -Ddemarche.benchmark.folders=/tmp/small,/tmp/large}. Prints; nothing fails.
 */
@Tag("benchmark")
class TimelineInBrowserBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String ALL_DECADES = "/timeline?from=1945&to=2025";
    private static final int VISITS = 7;
    private static final int WINDOWS = 20;
    private static final long SEED = 7;
    private static final LocalDate FIRST = LocalDate.of(1945, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final List<Integer> ZOOMS = List.of(29_220, 3_652, 365, 30, 1);

    /** Milliseconds from the start of the navigation, server and network included, to the first complete paint. */
    private static final String READY = "async () => { await customElements.whenDefined('demarche-timeline'); await document.querySelector('demarche-timeline').ready; return performance.now(); }";

    /** 60 frames that pan and 60 that zoom; milliseconds between each and the next, without the first two. */
    private static final String FRAMES = """
            async () => {
              const element = document.querySelector('demarche-timeline');
              const [from, to] = [Date.UTC(1945, 0, 1), Date.UTC(2025, 0, 1)];
              const frame = () => new Promise(requestAnimationFrame);
              const between = [];
              let [last, moved, zoom] = [await frame(), 0, 1];
              for (let step = 0; step < 120; step++) {
                if (step < 60) moved += (step < 30 ? 1 : -1) * 0.015; else zoom *= step < 90 ? 0.97 : 1 / 0.97;
                const [middle, half] = [(from + to) / 2 + moved * (to - from), (to - from) / 2 * zoom];
                element.setWindow(middle - half, middle + half);
                const now = await frame();
                between.push(now - last);
                last = now;
              }
              return between.slice(2);
            }""";

    /** Goes to a window for which nothing is there yet; milliseconds until it is painted with its own data. */
    private static final String ANOTHER_VIEW = """
            async ([from, to]) => {
              const element = document.querySelector('demarche-timeline');
              const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
              const before = element.view;
              const start = performance.now();
              element.setWindow(from, to);
              while (element.view === before && performance.now() - start < 10000) await new Promise(requestAnimationFrame);
              await painted();
              return performance.now() - start;
            }""";

    /** A second later: the address and the rest of the page have followed. */
    private static final String AT_REST = "() => new Promise((done) => { let left = 60; const next = () => --left ? requestAnimationFrame(next) : done(); next(); })";

    private static final String SIZES = """
            () => {
              const sum = (kind) => performance.getEntriesByType('resource').filter((entry) => new URL(entry.name).pathname.endsWith(kind)).reduce((all, entry) => all + entry.encodedBodySize, 0);
              return [sum('.js'), sum('.css'), performance.getEntriesByType('navigation')[0].encodedBodySize].map((size) => size / 1024);
            }""";

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void paintsFramesAndMemory() throws Exception {
        var folders = System.getProperty("demarche.benchmark.folders");
        assertThat(folders).as("-Ddemarche.benchmark.folders").isNotNull();
        for (var folder : folders.split(",")) {
            System.out.printf("%n%s%n", folder);
            try (var server = ServerProcess.ready(Path.of(folder), "640m", PATIENCE)) {
                var address = "http://localhost:" + server.port() + ALL_DECADES;
                firstPaint(address);
                try (var context = context(); var page = context.newPage()) {
                    page.navigate(address);
                    page.evaluate(READY);
                    var browser = context.newCDPSession(page);
                    browser.send("Performance.enable");
                    System.out.printf("heap after first paint: %.1f MB%n", heap(browser));
                    frames(page, browser);
                    otherViews(page);
                    System.out.printf("heap after all views: %.1f MB%n", heap(browser));
                    System.out.printf("KB gzip of scripts, style sheets, the page itself: %s%n", page.evaluate(SIZES));
                }
            }
        }
    }

    private static BrowserContext context() {
        return Browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(1400, 800));
    }

    /** Each visit has an empty cache. */
    private static void firstPaint(String address) {
        var times = new ArrayList<Long>();
        for (int visit = -2; visit < VISITS; visit++) {
            try (var context = context(); var page = context.newPage()) {
                page.navigate(address);
                double time = ((Number) page.evaluate(READY)).doubleValue();
                if (visit >= 0) {
                    times.add((long) (time * 1e6));
                }
            }
        }
        print("first complete paint", times);
    }

    private static void frames(Page page, CDPSession browser) {
        page.evaluate(AT_REST);
        double before = busy(browser);
        var frames = ((List<?>) page.evaluate(FRAMES)).stream().map(frame -> (long) (((Number) frame).doubleValue() * 1e6)).toList();
        double busy = busy(browser) - before;
        print("frame while panning and zooming", frames);
        System.out.printf("main thread busy: %.1f ms a frame%n", busy * 1000 / (frames.size() + 2));
        page.evaluate(AT_REST);
    }

    private static void otherViews(Page page) {
        var all = new ArrayList<Long>();
        for (int days : ZOOMS) {
            var chance = new Random(SEED);
            var times = new ArrayList<Long>();
            for (int window = 0; window < WINDOWS; window++) {
                long from = FIRST.toEpochDay() + chance.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay()) - days + 2);
                var time = ((Number) page.evaluate(ANOTHER_VIEW, List.of(from * 86_400_000.0, (from + days) * 86_400_000.0))).doubleValue();
                page.evaluate(AT_REST);
                times.add((long) (time * 1e6));
            }
            // at the widest zoom what is there reaches everywhere
            print("view change to " + days + " days", times);
            if (days < ZOOMS.get(0)) {
                all.addAll(times);
            }
        }
        print("view change, all but the widest", all);
    }

    private static void print(String what, List<Long> times) {
        System.out.printf("%-50s median, 95th, longest in ms %s%n", what, new Times(times.stream().sorted().toList()).columns());
    }

    /** Seconds. */
    private static double busy(CDPSession browser) {
        return StreamSupport.stream(browser.send("Performance.getMetrics").getAsJsonArray("metrics").spliterator(), false).map(metric -> metric.getAsJsonObject())
                .filter(metric -> metric.get("name").getAsString().equals("TaskDuration")).mapToDouble(metric -> metric.get("value").getAsDouble()).findFirst().orElseThrow();
    }

    /** Megabytes after collecting garbage: of scripts, of what the browser holds for them, of buffers. */
    private static double heap(CDPSession browser) {
        browser.send("HeapProfiler.collectGarbage");
        JsonObject usage = browser.send("Runtime.getHeapUsage");
        return List.of("usedSize", "embedderHeapUsedSize", "backingStorageSize").stream().filter(usage::has).mapToDouble(part -> usage.get(part).getAsDouble()).sum() / 1048576;
    }
}
