package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Work at many parts by two threads: while one waits for the database, the other one makes something of what it got. */
final class Together {
    private Together() {
    }

    interface Work<T> {
        void at(T part) throws IOException;
    }

    /** So that it is told from what the work itself throws. */
    private static final class Unread extends UncheckedIOException {
        private Unread(IOException failed) {
            super(failed);
        }
    }

    /** Where it fails at one part, no further ones are begun. When it returns or throws, neither thread works any more. */
    static <T> void each(Collection<T> parts, Work<T> work) throws IOException {
        var open = new ConcurrentLinkedQueue<>(parts);
        Runnable working = () -> {
            try {
                for (var part = open.poll(); part != null; part = open.poll()) {
                    work.at(part);
                }
            } catch (IOException failed) {
                throw new Unread(failed);
            } finally {
                open.clear();
            }
        };
        var helping = parts.size() > 1 ? CompletableFuture.runAsync(working, task -> new Thread(task, "many items").start()) : CompletableFuture.<Void>completedFuture(null);
        try {
            working.run();
        } catch (Unread failed) {
            throw failed.getCause();
        } finally {
            helping.exceptionally(failed -> null).join();
        }
        try {
            helping.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Unread unread) {
                throw unread.getCause();
            }
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : failed;
        }
    }
}
