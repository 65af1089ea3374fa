package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jboss.logging.Logger;

/**
 * The index on disk and its readers: follows the history in the order of the revisions, and can be deleted and rebuilt at any time.
 *
 * <p>Not each change is committed to disk here: the database is what must not lose one, and after a crash the index goes on from the
 * number that it committed last.
 */
final class ItemIndex implements AutoCloseable {
    /** Of fields and analyzers: an index of another format is built anew. */
    static final int FORMAT = 7;

    private static final Logger LOG = Logger.getLogger(ItemIndex.class);
    private static final int BATCH = 500;
    /** To build anew takes less time than to follow more changes than these, where that many are held. */
    private static final int FEW_CHANGES = 10_000;
    private static final int CHANGES_BETWEEN_COMMITS = 1_000;
    private static final double BUFFER_MEGABYTES = 32;
    private static final double SMALL_SEGMENT_MEGABYTES = 2;
    private static final double CACHED_MEGABYTES = 16;

    private final Path folder;
    private final IndexContent content;
    private final ReentrantLock lock = new ReentrantLock();
    private Directory directory;
    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private volatile long visible;
    private long held;
    private long committed;

    static {
        // A query of 16,000 characters, the longest that the server reads, has no more clauses than this.
        IndexSearcher.setMaxClauseCount(65_536);
    }

    ItemIndex(Path folder, IndexContent content) {
        this.folder = folder;
        this.content = content;
    }

    /** Opens what is there and brings it up to date; what is missing, damaged, of another format or of another database is built anew. */
    void open() {
        lock.lock();
        try {
            var reason = unusable();
            if (reason.isEmpty()) {
                start();
                follow(content.last());
            } else {
                LOG.infof("Building the search index: it is %s", reason);
                build();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be opened", failed);
        } finally {
            lock.unlock();
        }
    }

    /** Builds the index anew from the database. Searches go on in the old one until the new one is complete. */
    void rebuild() {
        lock.lock();
        try {
            build();
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be built", failed);
        } finally {
            lock.unlock();
        }
    }

    /**
     * When it returns, every search that begins sees the revision of this number; unless the index was closed meanwhile. Many threads
     * that wait are served by one of them.
     */
    void follow(long number) {
        if (visible >= number) {
            return;
        }
        lock.lock();
        try {
            if (writer == null) {
                return;
            }
            if (!writer.isOpen()) {
                LOG.warn("The search index was closed by an error; it is opened again");
                stop();
                open();
            }
            if (number - held > Math.max(FEW_CHANGES, held)) {
                build();
            }
            while (visible < number) {
                var changes = content.changedAfter(held, BATCH);
                if (changes.isEmpty()) {
                    LOG.warnf("The revision %d is not there: the history ends at %d", number, held);
                    return;
                }
                new IndexUpdate(writer, searchers, content).apply(changes, held);
                held = changes.keySet().stream().mapToLong(Long::longValue).max().orElse(held);
                refresh();
                if (held - committed >= CHANGES_BETWEEN_COMMITS) {
                    commit();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be written", failed);
        } finally {
            lock.unlock();
        }
    }

    /** Puts on disk what is not there yet, so that less has to be followed after a crash. */
    void save() {
        lock.lock();
        try {
            if (held > committed) {
                commit();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be written", failed);
        } finally {
            lock.unlock();
        }
    }

    /** The number of the last revision that every search from now on sees. */
    long revision() {
        return visible;
    }

    IndexContent content() {
        return content;
    }

    <T> T search(Searching<T> searching) {
        try {
            var from = searchers;
            var searcher = from.acquire();
            try {
                return searching.in(searcher);
            } finally {
                from.release(searcher);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be read", failed);
        }
    }

    interface Searching<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stop();
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be closed", failed);
        } finally {
            lock.unlock();
        }
    }

    /** Why what is on disk can't be gone on with; empty where it can. */
    private String unusable() {
        try (var files = new MMapDirectory(folder)) {
            if (!DirectoryReader.indexExists(files)) {
                return "missing";
            }
            try (var reader = DirectoryReader.open(files)) {
                for (var leaf : reader.leaves()) {
                    ((CodecReader) leaf.reader()).checkIntegrity();
                }
                return strange(reader.getIndexCommit().getUserData());
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("Reading the search index", damaged);
            return "damaged (" + damaged.getMessage() + ")";
        }
    }

    private String strange(Map<String, String> data) {
        if (!String.valueOf(FORMAT).equals(data.get("format"))) {
            return "of another format";
        }
        var number = Long.parseLong(data.get("revision"));
        if (number > content.last()) {
            return "ahead of the database";
        }
        if (!content.mark(number).equals(data.get("mark"))) {
            return "of another database";
        }
        held = number;
        committed = number;
        return "";
    }

    private void start() throws IOException {
        // Each change is a small segment of many files, which are merged away before the next commit: they need not reach the disk.
        directory = new NRTCachingDirectory(new MMapDirectory(folder), SMALL_SEGMENT_MEGABYTES, CACHED_MEGABYTES);
        var config = new IndexWriterConfig(IndexFields.analyzer()).setIndexSort(LuceneOrder.DATE.sort()).setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false);
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, null);
        visible = held;
    }

    private void build() throws IOException {
        held = 0;
        committed = 0;
        if (writer == null) {
            clear();
            start();
        } else {
            writer.deleteAll();
        }
        var began = System.nanoTime();
        var last = content.last();
        for (var changes = content.changedAfter(0, BATCH); held < last && !changes.isEmpty(); changes = content.changedAfter(held, BATCH)) {
            new IndexUpdate(writer, searchers, content).apply(changes, held);
            held = changes.keySet().stream().mapToLong(Long::longValue).max().orElse(held);
            if (held / 10_000 > committed / 10_000) {
                commit();
                LOG.infof("Search index: %,d of %,d changes read", held, last);
            }
        }
        commit();
        refresh();
        LOG.infof("The search index holds %,d changes, built in %,d ms", held, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private void clear() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        visible = held;
    }

    private void commit() throws IOException {
        var data = new HashMap<String, String>();
        data.put("format", String.valueOf(FORMAT));
        data.put("revision", String.valueOf(held));
        data.put("mark", content.mark(held));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        committed = held;
    }

    private void stop() throws IOException {
        if (writer == null) {
            return;
        }
        try {
            if (writer.isOpen() && held > committed) {
                commit();
            }
        } finally {
            searchers.close();
            writer.close();
            directory.close();
            writer = null;
        }
    }
}
