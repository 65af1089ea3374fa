package org.demarche.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import picocli.CommandLine;

/** Gives away what is recorded. */
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true, description = "Writes everything that is recorded, with its history, as one archive.")
class Export implements Callable<Integer> {
    @CommandLine.Option(names = "--format", required = true, description = "archive")
    String format;
    @CommandLine.Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "Where to; a file that is there is replaced once the new one is whole")
    Path file;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    ArchiveFile archive;

    @Override
    public Integer call() throws IOException {
        if (!format.equals(ArchiveFile.FORMAT)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--format: " + ArchiveFile.FORMAT);
        }
        return archive.write(file, json, spec);
    }
}
