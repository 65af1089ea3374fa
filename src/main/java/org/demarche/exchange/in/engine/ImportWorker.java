package org.demarche.exchange.in.engine;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.demarche.exchange.example.ExampleData;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The one thread that works at imports, one after the other. At the start it takes up those that were interrupted. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final long SECONDS_TO_STOP = 20;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "imports");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean stopping;

    @Inject
    Imports imports;
    @Inject
    ImportEngine engine;
    @ConfigProperty(name = "demarche.import.resume")
    boolean resume;

    void onStart(@Observes @Priority(ExampleData.PRIORITY + 1) StartupEvent start) {
        if (resume) {
            imports.interrupted().forEach(run -> {
                LOG.infof("Takes up the import of %s again", run.name);
                work(run.id);
            });
        }
    }

    /** No thread is interrupted: the batch that is being written is finished, and the next start goes on behind it. */
    void onStop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("An import did not end its batch in time");
        }
    }

    void work(UUID id) {
        thread.execute(() -> engine.work(id, () -> stopping));
    }
}
