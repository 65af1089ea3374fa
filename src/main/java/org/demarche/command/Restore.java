package org.demarche.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.archive.ArchiveRestore;
import org.demarche.history.Rebuilding;

import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** Takes a backup into an empty data folder. */
@CommandLine.Command(name = "restore", mixinStandardHelpOptions = true,
        description = "Takes a backup, which is an archive, into an empty data folder: all of it, or nothing where the file is damaged or the command is broken off.")
class Restore implements Callable<Integer> {
    @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "A backup or another archive of Démarche")
    Path file;
    @CommandLine.Option(names = "--compare", description = "Then write an archive of what was restored, to nowhere, and compare it with the file")
    boolean compare;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    ArchiveRestore restore;
    @Inject
    ObjectMapper mapper;

    /** The last line of standard output. */
    record Summary(long revisions, long records, long items, boolean compared, double seconds) {
    }

    @Override
    public Integer call() throws IOException {
        var pace = new TerminalPace();
        long start = System.nanoTime();
        try {
            var restored = compare ? restore.restoreAndCompare(file, pace) : restore.restore(file, pace);
            pace.end();
            var summary = new Summary(restored.revisions(), restored.records(), restored.items(), compare, (System.nanoTime() - start) / 1_000_000 / 1000.0);
            spec.commandLine().getOut().println(json ? mapper.writeValueAsString(summary)
                    : "Restored %,d changes, %,d statements and events, in %.1f s%s".formatted(summary.revisions, summary.items, summary.seconds, compare ? "; they are those of the file" : ""));
            return 0;
        } catch (Rebuilding.NotEmptyException used) {
            pace.end();
            spec.commandLine().getErr().println(used.getMessage() + ": restore fills an empty data folder only. Name another one with DEMARCHE_DATA_DIR, or merge the file with import --format archive.");
            return Main.NOT_STARTED;
        } catch (ArchiveException refused) {
            pace.end();
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
