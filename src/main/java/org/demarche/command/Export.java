package org.demarche.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;

import org.demarche.exchange.out.ExportFormat;
import org.demarche.exchange.out.ExportFormats;
import org.demarche.exchange.out.Exports;
import org.demarche.item.Directory;
import org.demarche.item.ItemWords;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import picocli.CommandLine;

/** Gives away what a query finds, as the server's addresses do. */
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true,
        description = "Gives away what a query finds, the same as /timeline.csv?… and its other formats, or everything as one archive. A file that can't say where it is from gets one beside it, FILE.meta.json.")
class Export implements Callable<Integer> {
    @CommandLine.Option(names = "--format", defaultValue = "csv", paramLabel = "F", description = "csv, xlsx, json, ndjson, docx, markdown, site, ics, atom, graphml, dna, gdelt, icews, timelinejs, "
            + "timelinejs-csv, or archive: everything with its history (default: ${DEFAULT-VALUE})")
    String format;
    @CommandLine.Option(names = "--query", defaultValue = "", paramLabel = "Q", description = "As a URL has it: 'behalf=china&from=2023' (default: everything)")
    String query;
    @CommandLine.Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to; without it to standard output")
    Path file;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    ArchiveFile archive;
    @Inject
    ExportFormats formats;
    @Inject
    Exports exports;
    @Inject
    Directory directory;
    @Inject
    ObjectMapper mapper;

    @Override
    public Integer call() throws IOException {
        if (format.equals(ArchiveFile.FORMAT)) {
            if (file == null || !query.isEmpty()) {
                throw refused("An archive holds everything: it needs -o FILE, and takes no --query");
            }
            return archive.write(file, json, spec);
        }
        var asked = formats.named(format).orElseThrow(() -> refused("There is no format ‘" + format + "’. There are " + formats.words()));
        var read = query();
        if (file == null) {
            var out = new BufferedOutputStream(System.out, 1 << 16);
            exports.write(asked, read, out);
            out.flush();
            return 0;
        }
        var written = toFile(asked, read);
        if (!asked.saysWhereItIsFrom()) {
            mapper.writerWithDefaultPrettyPrinter().writeValue(file.resolveSibling(file.getFileName() + ".meta.json").toFile(), written.entries());
        }
        var summary = new LinkedHashMap<String, Object>();
        summary.put("file", file.toString());
        summary.put("format", asked.word());
        summary.put("items", written.rows().items());
        summary.put("left_out", written.rows().leftOut());
        summary.put("sha256", written.rows().sha256());
        spec.commandLine().getOut().println(json ? mapper.writeValueAsString(summary)
                : "Wrote " + ItemWords.number(written.rows().items()) + (written.rows().items() == 1 ? " item" : " items") + " to " + file);
        return 0;
    }

    private TimelineQuery query() {
        try {
            return TimelineQuery.ofQueryString(query, directory);
        } catch (BadParameterException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    /** What breaks off leaves the file as it was. */
    private Exports.Written toFile(ExportFormat asked, TimelineQuery read) throws IOException {
        var whole = file.toAbsolutePath();
        if (!Files.isDirectory(whole.getParent())) {
            throw refused("There is no folder " + whole.getParent());
        }
        var part = Files.createTempFile(whole.getParent(), "." + whole.getFileName(), ".part");
        try {
            Exports.Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                written = exports.write(asked, read, out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }
}
