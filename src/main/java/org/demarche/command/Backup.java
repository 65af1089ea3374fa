package org.demarche.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.backup.Backups;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** Writes everything into one file, and checks that it can be restored. Where a server holds the data folder, that server is asked to. */
@CommandLine.Command(name = Backup.NAME, mixinStandardHelpOptions = true,
        description = "Writes everything that is recorded, with its history, into one file, and checks it by restoring it elsewhere. A server that runs on the data folder goes on and does it itself.")
class Backup implements Callable<Integer> {
    static final String NAME = "backup";

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "Where to; a file that is there already is left alone")
    Path file;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    Backups backups;
    @Inject
    ObjectMapper mapper;

    /** The last line of standard output. */
    record Summary(String file, long bytes, long revisions, long records, long items, boolean restored) {
        static Summary of(Backups.Made made) {
            return new Summary(made.file().toString(), made.bytes(), made.revisions(), made.records(), made.items(), made.restored());
        }

        String words() {
            return "Backed up %,d changes, %,d statements and events, in %,d bytes; %s: %s".formatted(revisions, items, bytes,
                    restored ? "restored elsewhere and compared" : "read and compared with its hashes", file);
        }
    }

    @Override
    public Integer call() throws IOException {
        var pace = new TerminalPace();
        try {
            var made = backups.make(file, pace);
            pace.end();
            print(Summary.of(made), mapper);
            return 0;
        } catch (ArchiveException refused) {
            pace.end();
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    void print(Summary summary, ObjectMapper with) throws JsonProcessingException {
        spec.commandLine().getOut().println(json ? with.writeValueAsString(summary) : summary.words());
    }
}
