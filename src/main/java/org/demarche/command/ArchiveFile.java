package org.demarche.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.demarche.exchange.archive.Archives;

import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** An archive as a command writes it. */
@Dependent
class ArchiveFile {
    /** The value of {@code --format}. */
    static final String FORMAT = "archive";

    @Inject
    Archives archives;
    @Inject
    ObjectMapper mapper;

    /** The last line of standard output. */
    record Summary(String format, long bytes, long revisions, long records, long items) {
    }

    /** Writes everything into a file, which is replaced once the new one is whole. */
    int write(Path file, boolean json, CommandLine.Model.CommandSpec spec) throws IOException {
        var pace = new TerminalPace();
        var target = file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no folder " + target.getParent());
        }
        var unfinished = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".unfinished");
        try {
            Archives.Written written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                written = archives.write(out, pace);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            var summary = new Summary(FORMAT, Files.size(target), written.revisions(), written.records(), written.items());
            spec.commandLine().getOut().println(json ? mapper.writeValueAsString(summary)
                    : "Exported %,d changes, %,d statements and events, in %,d bytes".formatted(summary.revisions, summary.items, summary.bytes));
            return CommandLine.ExitCode.OK;
        } finally {
            pace.end();
            Files.deleteIfExists(unfinished);
        }
    }
}
