package org.demarche.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import picocli.CommandLine;

/** Takes files in. */
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true, description = "Takes a file in: an archive with its whole history where nothing is recorded yet, else merged by the ids of its records.")
class Import implements Callable<Integer> {
    @CommandLine.Option(names = "--format", required = true, description = "archive")
    String format;
    @CommandLine.Option(names = "--check", description = "Say what would come of it, and store nothing")
    boolean check;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Parameters(index = "0", paramLabel = "FILE")
    Path file;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    ArchiveFile archive;

    @Override
    public Integer call() throws IOException {
        if (!format.equals(ArchiveFile.FORMAT)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--format: " + ArchiveFile.FORMAT);
        }
        return archive.take(file, check, json, spec);
    }
}
