package org.demarche.exchange.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.demarche.web.ConflictException;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;

/** The one backup that is being made, whoever asked for it; how far it is, and what came of the last one. */
@ApplicationScoped
public class BackupRun {
    private static final Logger LOG = Logger.getLogger(BackupRun.class);
    private static final int PATIENCE_SECONDS = 5;

    private final ExecutorService working = Executors.newSingleThreadExecutor(task -> new Thread(task, "backup"));
    private volatile Progress progress = new Progress("IDLE", null, 0, 0, null, null);
    private volatile boolean cancelled;
    private volatile Future<?> last;

    @Inject
    Backups backups;

    /**
     * @param state IDLE, RUNNING, DONE, FAILED or CANCELLED
     * @param step in words, while it runs
     * @param all 0 where nobody knows
     * @param problem why it failed, in words for people
     */
    public record Progress(String state, String step, long done, long all, Backups.Made made, String problem) {
        public boolean isRunning() {
            return state.equals("RUNNING");
        }
    }

    public Progress progress() {
        return progress;
    }

    /**
     * Begins one.
     *
     * @param file null for the next one in the folder of backups
     * @throws ConflictException where one is being made
     */
    public synchronized void start(Path file) {
        if (progress.isRunning()) {
            throw new ConflictException("A backup is being made already", null);
        }
        cancelled = false;
        progress = new Progress("RUNNING", "Beginning", 0, 0, null, null);
        last = working.submit(() -> run(file));
    }

    /** Done once the one that was begun last has ended, however it did. */
    Future<?> ended() {
        return last;
    }

    /** Breaks it off at its next step. */
    public void cancel() {
        cancelled = true;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        cancelled = true;
        working.shutdown();
        working.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void run(Path file) {
        try {
            var made = file == null ? backups.makeNext(this::told) : backups.make(file, this::told);
            LOG.infof("Backup of %,d changes in %s, %s", made.revisions(), made.file(), made.restored() ? "restored elsewhere and compared" : "read and compared with its hashes");
            progress = new Progress("DONE", null, 0, 0, made, null);
        } catch (CancellationException broken) {
            progress = new Progress("CANCELLED", null, 0, 0, null, "It was cancelled");
        } catch (IOException | RuntimeException failed) {
            LOG.errorf(failed, "The backup failed");
            progress = new Progress("FAILED", null, 0, 0, null, failed.getMessage());
        }
    }

    private void told(String step, long done, long all) {
        if (cancelled) {
            throw new CancellationException("It was cancelled");
        }
        progress = new Progress("RUNNING", step, done, all, null, null);
    }
}
