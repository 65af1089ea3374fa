package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.demarche.item.GeneratedItems;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that can't be gone on with is built anew, one that is behind follows. */
class ItemIndexTest {
    private static final int ITEMS = 60;

    @TempDir
    Path folder;

    private final GeneratedItems world = new GeneratedItems(7);
    private final ListedContent content = new ListedContent(world);

    @BeforeEach
    void someItems() {
        content.put(world.items(ITEMS));
    }

    @Test
    void anIndexIsKeptFromOneStartToTheNext() throws IOException {
        assertThat(countedAfterOpening()).isEqualTo(ITEMS);
        var files = files();

        assertThat(countedAfterOpening()).isEqualTo(ITEMS);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void anIndexThatIsBehindFollows() {
        countedAfterOpening();
        content.put(world.items(5));

        assertThat(countedAfterOpening()).isEqualTo(ITEMS + 5);
    }

    @Test
    void anIndexThatWasNotClosedGoesOnFromWhatItCommitted() throws IOException {
        countedAfterOpening();
        var copy = folder.resolveSibling(folder.getFileName() + "-killed");
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            content.put(world.items(5));
            index.follow(content.last());
            assertThat(counted(index)).isEqualTo(ITEMS + 5);
            copy(folder, copy);
        }
        try (var index = new ItemIndex(copy, content)) {
            index.open();
            assertThat(counted(index)).isEqualTo(ITEMS + 5);
        }
    }

    @Test
    void anIndexWithADamagedFileIsBuiltAnew() throws IOException {
        countedAfterOpening();
        for (var name : files()) {
            var file = folder.resolve(name);
            if (Files.size(file) > 0) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x10;
                Files.write(file, bytes);
                assertThat(countedAfterOpening()).as("with a flipped bit in %s", name).isEqualTo(ITEMS);
            }
        }
        for (var name : files()) {
            Files.write(folder.resolve(name), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        }
        assertThat(countedAfterOpening()).as("with empty files").isEqualTo(ITEMS);
        for (var name : files()) {
            if (!name.startsWith("segments")) {
                Files.delete(folder.resolve(name));
            }
        }
        assertThat(countedAfterOpening()).as("with missing files").isEqualTo(ITEMS);
    }

    @Test
    void anIndexOfAnotherProgramOrFormatIsBuiltAnew() throws IOException {
        try (var directory = new MMapDirectory(folder); var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            writer.commit();
        }
        assertThat(countedAfterOpening()).isEqualTo(ITEMS);
    }

    @Test
    void anIndexThatIsAheadOfTheDatabaseIsBuiltAnew() {
        countedAfterOpening();
        content.forgetAfter((int) content.last() - 20);

        assertThat(countedAfterOpening()).isEqualTo(ITEMS - 20);
    }

    @Test
    void anIndexOfAnotherDatabaseIsBuiltAnew() {
        countedAfterOpening();
        var other = new GeneratedItems(8);
        var otherContent = new ListedContent(other);
        otherContent.put(other.items(ITEMS + 1));

        try (var index = new ItemIndex(folder, otherContent)) {
            index.open();
            assertThat(counted(index)).isEqualTo(ITEMS + 1);
        }
    }

    @Test
    void aRebuildGivesTheSameAgainWhileOthersSearch() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            var searches = IntStream.range(0, 200).<Callable<Long>>mapToObj(number -> () -> {
                if (number % 20 == 0) {
                    index.rebuild(ItemIndex.Progress.NONE);
                }
                return counted(index);
            }).toList();
            for (var search : threads.invokeAll(searches)) {
                assertThat(search.get()).isEqualTo(ITEMS);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void changesAreFollowedAfterEachRebuild() {
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            for (int time = 1; time <= 8; time++) {
                for (int change = 0; change < 6; change++) {
                    content.put(world.items(1));
                    index.follow(content.last());
                }
                index.rebuild(ItemIndex.Progress.NONE);
                assertThat(counted(index)).isEqualTo(ITEMS + time * 6);
            }
        }
        assertThat(countedAfterOpening()).isEqualTo(ITEMS + 48);
    }

    @Test
    void lanesThatNobodyAskedForBeforeAreCountedInSegmentsThatAreOld() {
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            var items = new LuceneItems(index);
            var bounds = List.of(-800_000L, 800_000L);
            for (var by : Lanes.By.values()) {
                assertThat(items.lanes(TimelineQuery.ALL.with(Parameter.LANES, by.word()), bounds, 500).lanes()).as(by.word()).isNotEmpty();
                content.retract(content.present().iterator().next());
                index.follow(content.last());
            }
        }
    }

    private long countedAfterOpening() {
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            return counted(index);
        }
    }

    private static long counted(ItemIndex index) {
        return new LuceneItems(index).count(TimelineQuery.ALL).all();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("write.lock")).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
