package org.demarche.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.demarche.history.History;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** Fills an empty data folder with made-up items, for trying the program at a size. */
@CommandLine.Command(name = "generate", mixinStandardHelpOptions = true,
        description = "Fills an empty data folder with realistic made-up statements and events. The same seed gives the same items.")
class Generate implements Callable<Integer> {
    /** Items that one change adds. */
    private static final int BATCH = 2_000;

    @CommandLine.Option(names = "--items", required = true, description = "How many statements and events, 1 to 10000000")
    int number;
    @CommandLine.Option(names = "--seed", defaultValue = "1", description = "Where chance begins (default: ${DEFAULT-VALUE})")
    long seed;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    ObjectMapper mapper;

    /** The last line of standard output. */
    record Summary(int stored, long statements, long events, double seconds) {
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (number < 1 || number > 10_000_000) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--items: a whole number from 1 to 10000000");
        }
        if (revisions.last() > 0) {
            spec.commandLine().getErr().println("The data folder is not empty: generate fills an empty one only.");
            return Main.NOT_STARTED;
        }
        long start = System.nanoTime();
        var world = new GeneratedWorld(seed, number);
        var items = new GeneratedItems(world);
        history.fill(writing -> {
            store(world.records(), writing);
            store(items, writing);
        });
        var summary = new Summary(number, items.statements(), items.events(), (System.nanoTime() - start) / 1_000_000 / 1000.0);
        spec.commandLine().getOut().println(json ? mapper.writeValueAsString(summary)
                : "Stored %d items: %d statements and %d events in %.1f s".formatted(summary.stored, summary.statements, summary.events, summary.seconds));
        return 0;
    }

    private void store(GeneratedItems items, History.Writing writing) {
        for (int done = 0; done < number; done += BATCH) {
            var batch = new ArrayList<RootRecord>();
            for (int index = done; index < Math.min(number, done + BATCH); index++) {
                items.next().forEach(batch::add);
            }
            store(batch, writing);
            progress(Math.min(number, done + BATCH));
        }
    }

    private static void store(List<RootRecord> records, History.Writing writing) {
        writing.write(change -> {
            change.recordedBy("generate", null);
            return change.addAll(records);
        });
    }

    private void progress(int done) {
        if (System.console() != null) {
            System.err.printf("\r%d of %d", done, number);
            if (done == number) {
                System.err.println();
            }
        }
    }
}
