package org.demarche.exchange.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.database.Samples;
import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.archive.ArchiveReader;
import org.demarche.exchange.archive.EmptyAlone;
import org.demarche.exchange.archive.Pace;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Items;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
@TestProfile(EmptyAlone.class)
@Tag("database")
class BackupsTest {
    private static final int WRITERS = 3;

    @Inject
    Backups backups;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    Samples samples;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;
    @TempDir
    Path folder;

    @Test
    void aBackupHoldsWhatWasThereWhenItBeganWhileOthersWriteOn() throws Exception {
        samples.all().forEach(history::keep);
        var stopped = new AtomicBoolean();
        var written = new AtomicLong();
        var threads = Executors.newFixedThreadPool(WRITERS);
        var writers = new ArrayList<Future<?>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(() -> {
                while (!stopped.get()) {
                    history.keep(samples.source());
                    written.incrementAndGet();
                }
            }));
        }
        try {
            for (int number = 1; number <= 2; number++) {
                long before = items.revision();
                var file = folder.resolve("backup-" + number + ".zip");
                var writtenBefore = new AtomicLong(-1);
                var made = backups.make(file, (step, done, all) -> writtenBefore.compareAndSet(-1, written.get()));

                assertThat(made.revisions()).isBetween(before, revisions.last());
                assertThat(written.get()).as("writers go on").isGreaterThan(writtenBefore.get());
                assertThat(made.bytes()).isEqualTo(Files.size(file));
                try (var archive = ArchiveReader.open(file, mapper)) {
                    archive.verify(Pace.FULL);
                    assertThat(archive.manifest().revisions()).isEqualTo(made.revisions());
                }
                assertThat(backups.state().last().revisions()).isEqualTo(made.revisions());
                assertThat(backups.state().failure()).isNull();
            }
        } finally {
            stopped.set(true);
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        for (var writer : writers) {
            writer.get();
        }
        assertThat(names()).as("what is left beside them").containsExactlyInAnyOrder("backup-1.zip", "backup-2.zip");
    }

    @Test
    void aFileThatIsThereIsLeftAloneAndAFailureIsRemembered() throws IOException {
        var there = Files.writeString(folder.resolve("there.zip"), "mine");
        assertThatThrownBy(() -> backups.make(there, Pace.FULL)).isInstanceOf(ArchiveException.class).hasMessageContaining("already");
        assertThat(there).hasContent("mine");
        assertThatThrownBy(() -> backups.make(folder.resolve("nowhere/backup.zip"), Pace.FULL)).isInstanceOf(ArchiveException.class).hasMessageContaining("no folder");
    }

    @Test
    void whatIsCancelledLeavesNothingAndIsNoFailure() throws IOException {
        var before = backups.state();
        assertThatThrownBy(() -> backups.make(folder.resolve("cancelled.zip"), (step, done, all) -> {
            if (step.equals("Tables")) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(names()).isEmpty();
        assertThat(backups.state().last()).isEqualTo(before.last());
        assertThat(backups.state().failure()).isEqualTo(before.failure());
    }

    @Test
    void theNewestSevenAreKeptAndNothingElseIsTouched() throws IOException {
        var kept = Files.createDirectories(dataFolder.resolve("backups"));
        for (int day = 10; day <= 19; day++) {
            Files.writeString(kept.resolve("demarche-200101" + day + "-030000.zip"), "old");
        }
        var mine = Files.writeString(kept.resolve("before-the-move.zip"), "mine");
        Files.writeString(kept.resolve("demarche-20010101-030000.zip.unfinished"), "killed");
        Files.createDirectories(dataFolder.resolve("checking-1/data"));
        history.keep(samples.source());
        assertThat(backups.isNeeded()).isTrue();

        var made = backups.makeNext(Pace.FULL);

        assertThat(backups.list()).hasSize(7).first().satisfies(newest -> assertThat(newest.name()).isEqualTo(made.file().getFileName().toString()));
        assertThat(backups.list()).extracting(Backups.Listed::name).contains("demarche-20010119-030000.zip").doesNotContain("demarche-20010112-030000.zip");
        assertThat(mine).hasContent("mine");
        assertThat(kept.resolve("demarche-20010101-030000.zip.unfinished")).doesNotExist();
        assertThat(dataFolder.resolve("checking-1")).doesNotExist();
        assertThat(backups.isNeeded()).as("right after one").isFalse();
        for (var old : backups.list()) {
            Files.deleteIfExists(kept.resolve(old.name()));
        }
        assertThat(revisions.present(RecordKind.SOURCE, history.keep(samples.source()).id())).isPresent();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
