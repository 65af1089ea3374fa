package org.demarche.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.demarche.exchange.in.engine.ImportDesk;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.engine.ImportState;
import org.demarche.exchange.in.engine.ImportView;
import org.demarche.exchange.in.engine.UnknownNames;
import org.demarche.web.BadParameterException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** Brings files in, as the API does. */
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true,
        description = "Brings files in: checks each, then stores what is in it. What nothing decides is refused, and listed on standard error. An archive comes in "
                + "with its whole history where nothing is recorded yet, else merged by the ids of its records.")
class Import implements Callable<Integer> {
    private static final int LISTED = 20;
    private static final long PROGRESS_MILLIS = 200;

    @CommandLine.Option(names = "--format", defaultValue = "auto", description = "Of what kind the files are (default: told from each)")
    String format;
    @CommandLine.Option(names = "--check", description = "Check only, and store nothing")
    boolean check;
    @CommandLine.Option(names = "--new", defaultValue = "CREATE", description = "What becomes of names that nobody has: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    UnknownNames unknown;
    @CommandLine.Option(names = "--json", description = "Print the summary as one JSON object")
    boolean json;
    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "The files")
    List<Path> files;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Inject
    ImportDesk desk;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;

    /** The last line of standard output. */
    record Summary(List<ImportView> files, long read, long stored, long unchanged, long conflicts, long refused, double seconds) {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                spec.commandLine().getErr().println("There is no file " + file + ", or it can't be read.");
                return Main.NOT_STARTED;
            }
        }
        long start = System.nanoTime();
        var views = new ArrayList<ImportView>();
        for (var file : files) {
            views.add(bringIn(file));
        }
        var summary = new Summary(views, views.stream().mapToLong(ImportView::read).sum(), views.stream().mapToLong(ImportView::stored).sum(), views.stream().mapToLong(ImportView::unchanged).sum(),
                views.stream().mapToLong(ImportView::conflicts).sum(), views.stream().mapToLong(ImportView::refused).sum(), (System.nanoTime() - start) / 1_000_000 / 1000.0);
        print(summary);
        boolean all = views.stream().allMatch(view -> view.state() == (check ? ImportState.CHECKED : ImportState.DONE)) && summary.conflicts + summary.refused == 0;
        return all ? 0 : 1;
    }

    private ImportView bringIn(Path file) throws IOException, InterruptedException {
        // it is moved from there into the folder of imports
        var copy = Files.createDirectories(dataFolder.resolve("uploads")).resolve(UUID.randomUUID().toString());
        Files.copy(file, copy);
        ImportView taken;
        try {
            taken = desk.take(copy, file.getFileName().toString(), format, check, unknown);
        } catch (BadParameterException wrong) {
            Files.deleteIfExists(copy);
            throw new CommandLine.ParameterException(spec.commandLine(), "--format: " + wrong.getMessage());
        }
        work(taken.id());
        var view = desk.view(taken.id());
        view.problems().stream().limit(LISTED).map(problem -> line(file, problem)).forEach(spec.commandLine().getErr()::println);
        if (view.problems().size() > LISTED) {
            spec.commandLine().getErr().println("… and " + (view.problems().size() - LISTED) + " more");
        }
        return view;
    }

    private void work(UUID id) throws InterruptedException {
        if (System.console() == null) {
            desk.workNow(id);
            return;
        }
        var work = new Thread(() -> desk.workNow(id), "import");
        work.start();
        while (work.isAlive()) {
            work.join(PROGRESS_MILLIS);
            progress(desk.find(id).orElseThrow());
        }
        System.err.println();
    }

    private static void progress(ImportView view) {
        System.err.printf("\r%s: %s, %d of %s rows", view.name(), view.state().label(), view.read(), view.rows() == null ? "?" : view.rows());
    }

    private static String line(Path file, ImportProblem problem) {
        return file.getFileName() + (problem.row() == 0 ? "" : ", row " + problem.row()) + (problem.column() == null ? "" : ", " + problem.column())
                + (problem.value() == null || problem.value().isBlank() ? "" : " ‘" + problem.value() + "’") + ": " + problem.reason();
    }

    private void print(Summary summary) throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(mapper.writeValueAsString(summary.files.size() == 1 ? summary.files.get(0) : summary));
        } else {
            out.println("%s %d of %d rows, %d unchanged, %d in conflict, %d refused, in %.1f s".formatted(check ? "Would store" : "Stored", summary.stored, summary.read, summary.unchanged,
                    summary.conflicts, summary.refused, summary.seconds));
        }
    }
}
