package org.demarche.timeline;

import java.nio.file.Path;

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

    @Inject
    ItemIndex index;
    @Inject
    @CommandLineArguments
    String[] arguments;

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
    @Scheduled(every = "500ms", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        index.follow(index.content().last());
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void save() {
        index.save();
    }

    void close(@Observes ShutdownEvent stopping) {
        index.close();
    }
}
