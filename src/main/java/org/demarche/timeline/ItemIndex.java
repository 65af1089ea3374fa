package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;

/**
 * The index that everything is searched in: follows the history in the order of the revisions, and can be deleted and rebuilt at any time.
 *
 * <p>Not each change is committed to disk here: the database is what must not lose one, and after a crash the index goes on from the
 * number that it committed last. A new one is built in a folder beside and takes the place of the old one when it is complete.
 */
final class ItemIndex implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ItemIndex.class);
    private static final int BATCH = 500;
    /** From so many changes behind on, they are read in larger batches and shown at the end. */
    private static final int FAR_BEHIND = 10_000;
    private static final int LARGE_BATCH = 5_000;
    private static final int CHANGES_BETWEEN_COMMITS = 1_000;

    private final Path folder;
    private final Path beside;
    private final Path aside;
    private final IndexContent content;
    private final ItemColumns columns = new ItemColumns();
    /** Held by whoever changes {@link #store}. */
    private final ReentrantLock lock = new ReentrantLock();
    /** Held by whoever builds a new one. */
    private final ReentrantLock building = new ReentrantLock();
    private volatile IndexStore store;
    private volatile boolean closed;

    static {
        // A query of 16,000 characters, the longest that the server reads, has no more clauses than this.
        IndexSearcher.setMaxClauseCount(65_536);
    }

    ItemIndex(Path folder, IndexContent content) {
        this.folder = folder;
        this.content = content;
        beside = folder.resolveSibling(folder.getFileName() + "-new");
        aside = folder.resolveSibling(folder.getFileName() + "-old");
    }

    /** Is told how many changes the index holds of how many there are. */
    @FunctionalInterface
    interface Progress {
        Progress NONE = (held, last) -> { };

        void told(long held, long last);
    }

    /** Opens what is there and brings it up to date; what is missing, damaged, of another format or of another database is built anew. */
    void open() {
        lock.lock();
        try {
            closed = false;
            reopen();
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be opened", failed);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Builds the index anew from the database. Searches and changes go on in the old one until the new one is complete; where it breaks
     * off the old one stays.
     */
    void rebuild(Progress progress) {
        building.lock();
        try {
            var fresh = IndexStore.empty(beside, content);
            try {
                advance(fresh, content.last(), progress);
                lock.lock();
                try {
                    advance(fresh, Math.max(content.last(), revision()), progress);
                    take(fresh);
                } finally {
                    lock.unlock();
                }
            } catch (IOException | RuntimeException broken) {
                fresh.close();
                throw broken;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be built", failed);
        } finally {
            building.unlock();
        }
    }

    /**
     * When it returns, every search that begins sees the revision of this number; unless the index was closed meanwhile. Many threads
     * that wait are served by one of them.
     */
    void follow(long number) {
        if (revision() >= number) {
            return;
        }
        lock.lock();
        try {
            if (store == null) {
                return;
            }
            if (!store.isOpen()) {
                LOG.warn("The search index was closed by an error; it is opened again");
                reopen();
            }
            advance(store, number, Progress.NONE);
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
            if (store != null && store.isOpen() && store.unsaved() > 0) {
                store.save();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be written", failed);
        } finally {
            lock.unlock();
        }
    }

    /** The number of the last revision that every search from now on sees. */
    long revision() {
        var present = store;
        return present == null ? 0 : present.visible();
    }

    /** Those of the segments that are searched. */
    ItemColumns columns() {
        return columns;
    }

    IndexContent content() {
        return content;
    }

    <T> T search(Searching<T> searching) {
        try {
            while (true) {
                var from = store;
                try {
                    var searcher = from.searchers().acquire();
                    try {
                        return searching.in(searcher);
                    } finally {
                        from.searchers().release(searcher);
                    }
                } catch (AlreadyClosedException replaced) {
                    if (from == store) {
                        throw replaced;
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be read", failed);
        }
    }

    interface Searching<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** A rebuild that goes on breaks off. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            if (store != null) {
                if (store.isOpen() && store.unsaved() > 0) {
                    store.save();
                }
                store.close();
                store = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The search index in " + folder + " can't be closed", failed);
        } finally {
            lock.unlock();
        }
    }

    private void reopen() throws IOException {
        if (!building.tryLock()) {
            throw new IOException("it is being built anew");
        }
        try {
            openOrBuild();
            remove(beside);
            remove(aside);
        } finally {
            building.unlock();
        }
    }

    private void openOrBuild() throws IOException {
        if (!Files.exists(folder) && Files.exists(beside) && IndexStore.look(beside, content).isUsable()) {
            // The end came just before the new one took the place of the old one.
            Files.move(beside, folder);
        }
        var found = IndexStore.look(folder, content);
        if (found.isUsable()) {
            var existing = IndexStore.existing(folder, content, found);
            advance(existing, content.last(), Progress.NONE);
            answerFrom(existing);
        } else {
            LOG.infof("Building the search index: it is %s", found.problem());
            var fresh = IndexStore.empty(beside, content);
            try {
                advance(fresh, content.last(), logged());
                take(fresh);
            } catch (IOException | RuntimeException broken) {
                fresh.close();
                throw broken;
            }
        }
    }

    /** Brings a store up to a revision and shows it; less far where the index is being closed. */
    private void advance(IndexStore to, long number, Progress progress) throws IOException {
        boolean far = number - to.held() > FAR_BEHIND;
        while (to.held() < number && !closed) {
            var changes = content.changedAfter(to.held(), far ? LARGE_BATCH : BATCH);
            if (changes.isEmpty()) {
                LOG.warnf("The revision %d is not there: the history ends at %d", number, to.held());
                break;
            }
            to.bring(changes);
            progress.told(to.held(), number);
            if (!far) {
                to.refresh();
            }
            if (to.unsaved() >= (far ? 10 * LARGE_BATCH : CHANGES_BETWEEN_COMMITS)) {
                to.save();
            }
        }
        to.refresh();
    }

    private static Progress logged() {
        long began = System.nanoTime();
        return (held, last) -> {
            if (held == last || held % (20 * LARGE_BATCH) == 0) {
                LOG.infof("Search index: %,d of %,d changes read in %,d ms", held, last, Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
        };
    }

    /** Lets a complete new index take the place of the present one, which answers until then. */
    private void take(IndexStore fresh) throws IOException {
        if (closed) {
            throw new IOException("the index was closed before the new one was complete");
        }
        fresh.save();
        fresh.close();
        if (store != null) {
            store.stopWriting();
        }
        remove(aside);
        if (Files.exists(folder)) {
            Files.move(folder, aside);
        }
        Files.move(beside, folder);
        answerFrom(IndexStore.existing(folder, content, new IndexStore.Found("", fresh.held())));
        remove(aside);
    }

    private void answerFrom(IndexStore next) throws IOException {
        var before = store;
        store = next;
        if (before != null) {
            before.close();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            IndexStore.clear(folder);
            Files.delete(folder);
        }
    }
}
