package org.demarche.timeline;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.scheduler.Scheduled;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.demarche.history.Committed;

/** Keeps the index beside the database: opened before anything is answered, up to date when a change is acknowledged, on disk in the end. */
@ApplicationScoped
class IndexFollower {
    private static final Logger LOG = Logger.getLogger(IndexFollower.class);

    /** So that a change on another server is seen within a second: the scheduler's own steps are no shorter than that. */
    private static final int LOOKS_MILLISECONDS = 400;

    @Inject
    ItemIndex index;
    @Inject
    @CommandLineArguments
    String[] arguments;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "changes elsewhere"));
    private boolean failing;

    @Produces
    @Singleton
    static ItemIndex index(@ConfigProperty(name = "demarche.data-dir") Path dataDirectory, IndexContent content) {
        return new ItemIndex(dataDirectory.resolve("index"), content);
    }

    /** After the migrations, which run before any observer, and before whatever writes at the start. */
    void open(@Observes @Priority(1_000) StartupEvent started) {
        // Building it anew needs no old one, and tells how far it is.
        if (arguments.length == 0 || !arguments[0].equals(Reindexing.COMMAND)) {
            index.open();
        }
        // A command holds the data folder alone.
        if (arguments.length == 0 || arguments[0].equals("serve")) {
            looking.scheduleWithFixedDelay(this::look, LOOKS_MILLISECONDS, LOOKS_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    /** A failure is only told in the log: the change is kept, whoever made it need not make it again, and {@link #look} tries anew. */
    void follow(@Observes Committed committed) {
        try {
            index.follow(committed.last());
        } catch (RuntimeException failed) {
            LOG.error("A change is kept but can't be searched yet", failed);
        }
    }

    /** Sees what another server of the same database changed, too: reads one row where nothing did. */
    private void look() {
        try {
            index.follow(index.content().last());
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) {
                LOG.error("What is changed can't be looked for", failed);
            }
            failing = true;
        }
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void save() {
        index.save();
    }

    void close(@Observes ShutdownEvent stopping) {
        looking.shutdown();
        index.close();
    }
}
