package org.demarche.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;

/**
 * H2 writes commits to its file half a second later and does not ask the disk to keep them, so one {@code CHECKPOINT SYNC} serves all
 * who wait for it: whoever comes while one runs waits for the next, which covers them all.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class CheckpointDurability implements Durability {
    private static final Logger LOG = Logger.getLogger(CheckpointDurability.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long started;
    private long done;
    private boolean running;

    @Inject
    AgroalDataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Override
    public void await() {
        lock.lock();
        try {
            long needed = started + 1;
            while (done < needed) {
                if (running) {
                    finished.awaitUninterruptibly();
                } else {
                    run();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The file else keeps for 45 s what was written over, in case the disk wrote in another order, and swells to three times its size. */
    @Override
    public void filling(Runnable work) {
        execute("SET RETENTION_TIME 1000");
        try {
            work.run();
        } finally {
            execute("SET RETENTION_TIME 45000");
        }
    }

    /** Closes the database ourselves: an exit of the process would not. Requests have drained, and the index has committed. */
    void onStop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent stop) {
        try (Connection connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException closed) {
            LOG.debug("The database was closed before", closed);
        }
    }

    private void run() {
        running = true;
        long mine = ++started;
        lock.unlock();
        boolean synced = false;
        try {
            execute("CHECKPOINT SYNC");
            synced = true;
        } finally {
            lock.lock();
            running = false;
            if (synced) {
                done = mine;
            }
            finished.signalAll();
        }
    }

    private void execute(String command) {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException("The change could not be written to disk", failed);
        }
    }
}
