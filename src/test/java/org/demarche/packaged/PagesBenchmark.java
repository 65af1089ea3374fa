package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the packaged server takes for whole pages: {@code ./mvnw package -DskipTests && ./mvnw test -Pbenchmark -Dtest=PagesBenchmark}. Prints the median and the
 * 95th percentile of 200 answers once warm, in milliseconds; nothing fails. The world is generated first, of {@code -Ddemarche.benchmark.items} items (100,000 where
 * it is not said); one that was generated before is named with {@code -Ddemarche.benchmark.folder}.
 */
@Tag("benchmark")
class PagesBenchmark {
    private static final int WARM_UP = 40;
    private static final int TIMES = 200;
    private static final Duration GENERATION = Duration.ofHours(1);
    private static final List<String> PAGES = List.of(
            "/timeline", "/timeline?q=sanctions", "/timeline?behalf=state-1", "/timeline?q=sancions",
            "/timeline/facets", "/timeline/facets?from=2010&to=2019", "/timeline/facets?behalf=state-1&stance=critical&target=state-2", "/timeline/facets?q=security", "/timeline/facets/actor?named=spokes",
            "/jump?q=s", "/jump?q=state", "/jump?q=spokesperson+3", "/jump?q=State+1", "/jump?q=security+talks", "/jump?q=2010-05", "/jump?q=xqzt", "/suggestions/actors?typed=state");

    @TempDir
    Path scratch;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void percentilesOfEachPage() throws Exception {
        var given = System.getProperty("demarche.benchmark.folder");
        var folder = given == null ? generated() : Path.of(given);
        try (var server = ServerProcess.ready(folder)) {
            System.out.printf("%-70s %8s %8s %8s%n", "ms", "median", "95th", "longest");
            for (var page : PAGES) {
                System.out.printf("%-70s %s%n", page, Times.of(WARM_UP, TIMES, () -> assertThat(server.get(page).statusCode()).as(page).isEqualTo(200)).columns());
            }
        }
    }

    private Path generated() throws IOException, InterruptedException {
        var folder = scratch.resolve("world");
        var generation = ServerProcess.start(folder, ServerProcess.freePort(), "generate", "--items", System.getProperty("demarche.benchmark.items", "100000"), "--seed", "1");
        assertThat(generation.status(GENERATION)).as(generation.said()).isZero();
        return folder;
    }
}
