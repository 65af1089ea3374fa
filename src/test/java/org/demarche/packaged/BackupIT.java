package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Backups of a server that is written into, as people make them. How many items there are is {@code -Ddemarche.backup.items=100000},
 * and how many backups {@code -Ddemarche.backups=20}; where chance begins {@code -Ddemarche.seed=…}.
 */
class BackupIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 3;
    /** Between two writes of a writer: together they write a hundred records a second at most, far more than people do. */
    private static final long PAUSE_MILLIS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final int items = Integer.getInteger("demarche.backup.items", 1_000);
    private final int times = Integer.getInteger("demarche.backups", 2);
    private final long seed = Long.getLong("demarche.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ReadWriteLock resting = new ReentrantReadWriteLock();

    @Test
    @Timeout(value = 180, unit = TimeUnit.MINUTES)
    void eachBackupUnderLoadIsRestoredElsewhereAndEqualAndHoldsNobodyUp() throws Exception {
        var folder = folder();
        run(folder, "generate", "--items", String.valueOf(items));
        var quiet = new ArrayList<Long>();
        var busy = new ArrayList<Long>();
        try (var server = ServerProcess.ready(folder, "1g", PATIENCE)) {
            var backingUp = new AtomicBoolean();
            var threads = Executors.newScheduledThreadPool(WRITERS);
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.scheduleWithFixedDelay(() -> write(server, backingUp, quiet, busy), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
            }
            awaitWrites(quiet, 100);
            for (int number = 1; number <= times; number++) {
                backingUp.set(true);
                var file = folder.resolve("backup-" + number + ".zip");
                var backup = JSON.readTree(run(folder, "backup", file.toString(), "--json"));
                backingUp.set(false);
                assertThat(backup.get("restored").booleanValue()).as("it was restored to check it").isTrue();

                // what is compared now needs no load beside it
                resting.writeLock().lock();
                var elsewhere = folder();
                var restored = JSON.readTree(run(elsewhere, "restore", file.toString(), "--json"));
                assertThat(restored.get("revisions").longValue()).isEqualTo(backup.get("revisions").longValue());
                run(elsewhere, "export", "--format", "archive", "-o", elsewhere.resolve("again.zip").toString());
                assertThat(Files.mismatch(file, elsewhere.resolve("again.zip"))).as("the first byte that is another one in the archive of what was restored").isEqualTo(-1);
                System.out.printf("backup %d of %d: %,d changes, %,d bytes%n", number, times, backup.get("revisions").longValue(), Files.size(file));
                delete(elsewhere);
                Files.delete(file);
                resting.writeLock().unlock();
            }
            for (var writer : writers) {
                // it ends by itself only where a write failed
                if (writer.isDone()) {
                    writer.get();
                }
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(folder.resolve("server-key")).exists();
        }
        assertThat(folder.resolve("server-key")).doesNotExist();
        System.out.printf("%,d items, %d backups; writes beside none: %s; beside a backup: %s%n", items, times, words(quiet), words(busy));
        assertThat(busy).as("writes beside a backup").hasSizeGreaterThan(times);
    }

    @Test
    void withoutAServerTheCommandDoesItItself() throws Exception {
        var folder = folder();
        run(folder, "generate", "--items", "200");
        var file = folder.resolve("backup.zip");
        assertThat(run(folder, "backup", file.toString())).contains("Backed up", "restored elsewhere and compared");
        assertThat(ended(folder, "backup", file.toString())).satisfies(again -> {
            assertThat(again.status()).isNotZero();
            assertThat(again.said()).contains("already");
        });

        var other = folder();
        assertThat(run(other, "restore", file.toString(), "--compare")).contains("they are those of the file");
        assertThat(ended(other, "restore", file.toString())).satisfies(twice -> {
            assertThat(twice.status()).isEqualTo(2);
            assertThat(twice.said()).contains("recorded here already", "DEMARCHE_DATA_DIR");
        });
        assertThat(run(other, "import", "--format", "archive", file.toString())).contains("Stored 0 of ", " 0 in conflict", " 0 refused");
        var third = folder();
        assertThat(run(third, "import", "--format", "archive", file.toString())).contains(" 0 refused");
        run(third, "export", "--format", "archive", "-o", third.resolve("again.zip").toString());
        assertThat(Files.mismatch(file, third.resolve("again.zip"))).isEqualTo(-1);
        try (var server = ServerProcess.ready(other)) {
            assertThat(JSON.readTree(server.get("/api/v1/items?limit=1").body()).get("total").intValue()).isEqualTo(200);
        }
    }

    @Test
    void aDatabaseFileIsNoBackup() throws Exception {
        var folder = folder();
        run(folder, "generate", "--items", "1");
        var other = folder();
        assertThat(ended(other, "restore", folder.resolve("demarche.mv.db").toString())).satisfies(refused -> {
            assertThat(refused.status()).isNotZero();
            assertThat(refused.said()).contains("opens no database file from elsewhere");
        });
        assertThat(ended(other, "restore", "nowhere.zip").said()).contains("There is no file nowhere.zip");
    }

    @Test
    void aRestoreThatIsKilledLeavesNothingAndTheNextOneSucceeds() throws Exception {
        System.out.printf("seed %d%n", seed);
        var folder = folder();
        run(folder, "generate", "--items", "2000");
        var file = folder.resolve("backup.zip");
        run(folder, "export", "--format", "archive", "-o", file.toString());
        var other = folder();
        long began = System.nanoTime();
        run(folder(), "restore", file.toString());
        long whole = System.nanoTime() - began;
        for (int kill = 1; kill <= 4; kill++) {
            try (var restore = ServerProcess.start(other, ServerProcess.freePort(), "restore", file.toString())) {
                restore.killAfter(Duration.ofNanos((long) (whole * (0.4 + 0.5 * random.nextDouble()))));
            }
            try (var server = ServerProcess.ready(other)) {
                int total = JSON.readTree(server.get("/api/v1/items?limit=1").body()).get("total").intValue();
                // It may have been quicker this time.
                assertThat(total).as("items after kill %d, seed %d", kill, seed).isIn(0, 2_000);
                if (total > 0) {
                    return;
                }
                assertThat(server.get("/api/v1/actors/state-1").statusCode()).isEqualTo(404);
            }
        }
        assertThat(run(other, "restore", file.toString(), "--compare")).contains("Restored");
    }

    private void write(ServerProcess server, AtomicBoolean backingUp, List<Long> quiet, List<Long> busy) {
        resting.readLock().lock();
        try {
            boolean beside = backingUp.get();
            long began = System.nanoTime();
            var answer = server.post("/api/v1/sources", JSON.writeValueAsString(Map.of("name", "Source " + began)));
            long took = (System.nanoTime() - began) / 1_000_000;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            var times = beside && backingUp.get() ? busy : beside || backingUp.get() ? null : quiet;
            if (times != null) {
                synchronized (times) {
                    times.add(took);
                    times.notifyAll();
                }
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        } finally {
            resting.readLock().unlock();
        }
    }

    private static void awaitWrites(List<Long> times, int number) throws InterruptedException {
        synchronized (times) {
            while (times.size() < number) {
                times.wait();
            }
        }
    }

    private static String words(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return "%,d, median %d ms, 99 of 100 within %d ms, longest %d ms, %d over 250 ms".formatted(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1), sorted.stream().filter(time -> time > 250).count());
    }

    private record Ended(int status, String said) {
    }

    private static Ended ended(Path folder, String... words) throws IOException, InterruptedException {
        try (var process = ServerProcess.start(folder, ServerProcess.freePort(), words)) {
            return new Ended(process.status(PATIENCE), process.said());
        }
    }

    /** The last line that it said. */
    private static String run(Path folder, String... words) throws IOException, InterruptedException {
        var ended = ended(folder, words);
        assertThat(ended.status).as("%s said: %s", String.join(" ", words), ended.said).isZero();
        return ended.said.strip().lines().reduce((one, other) -> other).orElse("");
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "packaged").toAbsolutePath()), "backup");
    }
}
