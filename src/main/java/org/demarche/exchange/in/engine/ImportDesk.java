package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportMapping;
import org.demarche.exchange.in.ImportFormat;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;
import org.demarche.web.ConflictException;
import org.demarche.web.Option;
import org.demarche.web.UnknownRecordException;

/** Where files are handed in, and asked after: for pages, the API and the command. */
@ApplicationScoped
public class ImportDesk {
    private static final int NAME = 200;

    /**
     * An import whose mapping can be corrected.
     *
     * @param mapping as {@link ImportMapping#write} gave it
     * @param view without its problems
     */
    public record Mapped(ImportFile file, String mapping, UnknownNames unknown, ImportView view) {
    }

    @Inject
    Imports imports;
    @Inject
    ImportFormats formats;
    @Inject
    ImportEngine engine;
    @Inject
    ImportWorker worker;

    /**
     * Takes a file over and notes it; nothing is read of it yet but what tells its format.
     *
     * @param file is moved from where it is
     * @param format the word of a format, or {@code auto}
     * @param check whether it is only checked, and then waits for {@link #run}
     * @throws BadParameterException on {@code format} where there is none of that name
     */
    public ImportView take(Path file, String name, String format, boolean check, UnknownNames unknown) throws IOException {
        return take(file, name, format, check, unknown, false);
    }

    /** @param shown whether somebody is to look at the mapping first, where the format has one: then nothing is checked until {@link #map} */
    ImportView take(Path file, String name, String format, boolean check, UnknownNames unknown, boolean shown) throws IOException {
        var called = name(name);
        if (!format.equals(ImportFormats.AUTO) && formats.find(format).isEmpty()) {
            throw new BadParameterException("format", "‘" + Texts.cut(format, 40) + "’ is none of auto, " + String.join(", ", words()));
        }
        var given = new ImportFile(file, called);
        String word;
        String mapping = null;
        ImportProblem damage = null;
        try {
            var reader = format.equals(ImportFormats.AUTO) ? formats.of(given) : formats.named(format);
            word = reader.word();
            var proposed = reader instanceof RowFormat rows ? rows.proposedMapping(given) : null;
            mapping = proposed == null ? null : imports.mappingOfLastTime(proposed).orElseGet(proposed::write);
        } catch (UnreadableFileException damaged) {
            word = format;
            damage = damaged.problem();
        }
        var id = imports.begin(file, called, word, mapping, shown && mapping != null ? ImportState.CHECKED : ImportState.CHECKING, !check, unknown);
        if (damage != null) {
            imports.fail(id, damage);
        }
        return view(id);
    }

    /** Lets the server work at it. */
    public void work(UUID id) {
        worker.work(id);
    }

    /** Works at it until it waits or is at its end: for commands. */
    public void workNow(UUID id) {
        engine.work(id, () -> false);
    }

    /** @throws UnknownRecordException where there is none of this id */
    public ImportView view(UUID id) {
        return imports.find(id).map(run -> imports.view(run, 1_000)).orElseThrow(() -> new UnknownRecordException("import " + id));
    }

    public Optional<ImportView> find(UUID id) {
        return imports.find(id).map(run -> imports.view(run, 0));
    }

    /** The newest first. */
    public List<ImportView> newest(int from, int most) {
        return imports.newest(from, most).stream().map(run -> imports.view(run, 0)).toList();
    }

    /** @throws UnknownRecordException where there is none of this id, its format has no mapping or its file is not kept any more */
    public Mapped mapped(UUID id) {
        return imports.find(id).filter(run -> run.mapping != null && imports.isFileHere(run))
                .map(run -> new Mapped(imports.file(run), run.mapping, run.unknownNames, imports.view(run, 0))).orElseThrow(() -> new UnknownRecordException("columns of import " + id));
    }

    /**
     * Takes another mapping for it, and checks it again.
     *
     * @throws ConflictException where it is running, done, cancelled or undone
     */
    public void map(UUID id, ImportMapping mapping, UnknownNames unknown) {
        var run = imports.find(id).orElseThrow(() -> new UnknownRecordException("import " + id));
        if (!imports.move(id, Set.of(ImportState.CHECKED, ImportState.CHECKING, ImportState.FAILED), ImportState.CHECKING)) {
            throw new ConflictException("Its columns can't be changed any more: it is " + run.state.label(), null);
        }
        imports.remap(id, run.format, mapping.write(), unknown);
        imports.keepMapping(mapping);
        worker.work(id);
    }

    /** Brings in what was checked. */
    public void run(UUID id) {
        if (imports.find(id).filter(run -> run.state == ImportState.CHECKED && run.rowsInFile == null).isPresent()) {
            throw new ConflictException("It can't be run: it is not checked yet", null);
        }
        move(id, Set.of(ImportState.CHECKED), ImportState.RUNNING, "It can't be run: it is ");
    }

    /** Stops it after the batch that is being written; what was stored stays. */
    public void cancel(UUID id) {
        move(id, Set.of(ImportState.CHECKING, ImportState.CHECKED, ImportState.RUNNING), ImportState.CANCELLED, "There is nothing to cancel: it is ");
    }

    /** Takes back all that it stored. */
    public void undo(UUID id) {
        if (!imports.isUndoable(id)) {
            throw new ConflictException("There is nothing to undo: what was restored into an empty instance has no state before", null);
        }
        move(id, Set.of(ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED), ImportState.UNDOING, "It can't be undone: it is ");
        worker.work(id);
    }

    /** The values of {@code format=} beside {@code auto}. */
    public List<String> words() {
        return formats.all().stream().map(ImportFormat::word).toList();
    }

    /** The formats to choose from, the one that tells itself first. */
    List<Option> formats() {
        return Stream.concat(Stream.of(new Option(ImportFormats.AUTO, "told from the file")), formats.all().stream().map(format -> new Option(format.word(), format.label()))).toList();
    }

    private void move(UUID id, Set<ImportState> from, ImportState to, String refusal) {
        if (!imports.move(id, from, to)) {
            throw new ConflictException(refusal + view(id).state().label(), null);
        }
        if (to == ImportState.RUNNING) {
            worker.work(id);
        }
    }

    /** What is left of a name that may hold anything: no path, one line, nothing that can't be kept. */
    static String name(String given) {
        var line = Texts.oneLine(Texts.normalise(given == null ? "" : given.replace('\\', '/').replaceFirst(".*/", "")));
        var kept = line.codePoints().filter(letter -> Texts.problem(Character.toString(letter)).isEmpty()).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return kept.isBlank() ? "unnamed" : Texts.length(kept) > NAME ? kept.substring(kept.offsetByCodePoints(0, Texts.length(kept) - NAME)) : kept;
    }
}
