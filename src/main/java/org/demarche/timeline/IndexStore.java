package org.demarche.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.demarche.history.Revisions;
import org.jboss.logging.Logger;

/** One index in a folder of its own, and how much of the history it holds. Searches apart, it is for one thread at a time. */
final class IndexStore {
    /** Of fields and analyzers: an index of another format is built anew. */
    static final int FORMAT = 10;

    private static final Logger LOG = Logger.getLogger(IndexStore.class);
    private static final double BUFFER_MEGABYTES = 32;
    private static final double SMALL_SEGMENT_MEGABYTES = 2;
    private static final double CACHED_MEGABYTES = 16;

    private final IndexContent content;
    private final MMapDirectory files;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private long held;
    private long committed;
    private volatile long visible;

    private IndexStore(Path folder, IndexContent content, long held) throws IOException {
        this.content = content;
        this.held = held;
        committed = held;
        files = new MMapDirectory(folder);
        // Each change is a small segment of many files, which are merged away before the next commit: they need not reach the disk.
        var directory = new NRTCachingDirectory(files, SMALL_SEGMENT_MEGABYTES, CACHED_MEGABYTES);
        var config = new IndexWriterConfig(IndexFields.analyzer()).setIndexSort(LuceneOrder.DATE.sort()).setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false);
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, null);
        visible = held;
    }

    /**
     * What was found in a folder.
     *
     * @param problem why it can't be gone on with; empty where it can
     * @param held the number of the last revision that it holds
     */
    record Found(String problem, long held) {
        boolean isUsable() {
            return problem.isEmpty();
        }
    }

    static Found look(Path folder, IndexContent content) {
        try (var files = new MMapDirectory(folder)) {
            if (!DirectoryReader.indexExists(files)) {
                return new Found("missing", 0);
            }
            try (var reader = DirectoryReader.open(files)) {
                for (var leaf : reader.leaves()) {
                    ((CodecReader) leaf.reader()).checkIntegrity();
                }
                return look(reader.getIndexCommit().getUserData(), content);
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("Reading the search index", damaged);
            return new Found("damaged (" + damaged.getMessage() + ")", 0);
        }
    }

    private static Found look(Map<String, String> data, IndexContent content) {
        if (!String.valueOf(FORMAT).equals(data.get("format"))) {
            return new Found("of another format", 0);
        }
        var number = Long.parseLong(data.get("revision"));
        if (number > content.last()) {
            return new Found("ahead of the database", 0);
        }
        return new Found(content.mark(number).equals(data.get("mark")) ? "" : "of another database", number);
    }

    /** @param found what {@link #look} said of the folder */
    static IndexStore existing(Path folder, IndexContent content, Found found) throws IOException {
        return new IndexStore(folder, content, found.held);
    }

    /** Whatever the folder had is gone. */
    static IndexStore empty(Path folder, IndexContent content) throws IOException {
        Files.createDirectories(folder);
        clear(folder);
        return new IndexStore(folder, content, 0);
    }

    static void clear(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /** False after an error that Lucene could not go on from. */
    boolean isOpen() {
        return writer.isOpen();
    }

    long held() {
        return held;
    }

    /** The number of the last revision that every search from now on sees. */
    long visible() {
        return visible;
    }

    /** How many changes are not on disk. */
    long unsaved() {
        return held - committed;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** @param changes those right after the ones that are held, by number */
    void bring(Map<Long, Revisions.Changed> changes) throws IOException {
        try {
            new IndexUpdate(writer, searchers, content).apply(changes, held);
        } catch (IOException | RuntimeException failed) {
            // Half of them is written perhaps: it goes on from what is on disk.
            writer.rollback();
            throw failed;
        }
        held = changes.keySet().stream().mapToLong(Long::longValue).max().orElse(held);
    }

    /** Lets searches see what is held. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        visible = held;
    }

    /** Puts on disk what is not there yet. */
    void save() throws IOException {
        var data = new HashMap<String, String>();
        data.put("format", String.valueOf(FORMAT));
        data.put("revision", String.valueOf(held));
        data.put("mark", content.mark(held));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        committed = held;
    }

    /** Writes no more; searches go on. What was not saved is lost. */
    void stopWriting() throws IOException {
        writer.close();
    }

    void close() throws IOException {
        searchers.close();
        writer.close();
        // What only the cache holds belongs to no commit, and another store may have the folder by now: it must not be written.
        files.close();
    }
}
