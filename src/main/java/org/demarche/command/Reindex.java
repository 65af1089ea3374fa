package org.demarche.command;

import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.demarche.timeline.Reindexing;
import picocli.CommandLine;

/** Builds the search index anew. */
@CommandLine.Command(name = Reindexing.COMMAND, mixinStandardHelpOptions = true,
        description = "Builds the search index anew from the database. The old one stays until the new one is complete.")
class Reindex implements Callable<Integer> {
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    Reindexing reindexing;
    @Inject
    ObjectMapper mapper;

    /** The last line of standard output. */
    record Summary(long changes, long items, double seconds) {
    }

    @Override
    public Integer call() throws JsonProcessingException {
        long start = System.nanoTime();
        var built = reindexing.build(Reindex::progress);
        var summary = new Summary(built.changes(), built.items(), (System.nanoTime() - start) / 1_000_000 / 1000.0);
        spec.commandLine().getOut().println(json ? mapper.writeValueAsString(summary)
                : "Indexed %d items of %d changes in %.1f s".formatted(summary.items, summary.changes, summary.seconds));
        return 0;
    }

    private static void progress(long held, long last) {
        if (System.console() != null) {
            System.err.printf("\r%d of %d changes", held, last);
            if (held == last) {
                System.err.println();
            }
        }
    }
}
