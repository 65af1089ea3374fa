package org.demarche.exchange.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.archive.ArchiveFiles;
import org.demarche.exchange.archive.Archives;
import org.demarche.exchange.archive.Pace;
import org.demarche.exchange.archive.RestingPace;
import org.demarche.history.Revisions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes backups, which are archives, checks each, and keeps the newest of those that it names itself. */
@ApplicationScoped
public class Backups {
    private static final Logger LOG = Logger.getLogger(Backups.class);
    private static final String STATE = "state.json";
    private static final String UNFINISHED = ".unfinished";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'demarche-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneId.systemDefault());
    private static final String NAMES = "demarche-[0-9]{8}-[0-9]{6}\\.zip";

    private static final int ATTEMPTS = 3;

    private final Clock clock = Clock.systemUTC();

    @Inject
    Archives archives;
    @Inject
    BackupCheck check;
    @Inject
    Revisions revisions;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;
    @ConfigProperty(name = "demarche.backup.keep")
    int kept;

    /** @param restored whether it was restored elsewhere to check it, else it was only read */
    public record Made(Path file, long bytes, long revisions, long records, long items, boolean restored) {
    }

    /** A file as the page lists it. */
    public record Listed(String name, long bytes, Instant at) {
    }

    /**
     * Writes a backup and checks it. Until it is checked it has another name, so that a file of this name is always whole.
     *
     * @throws ArchiveException where the file is there already, or the backup does not pass the check
     * @throws CancellationException where the pace breaks it off; nothing stays
     */
    public Made make(Path file, Pace pace) throws IOException {
        var target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new ArchiveException("There is a file " + target + " already: name another one");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new ArchiveException("There is no folder " + target.getParent());
        }
        var unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            var checked = checked(unfinished, pace);
            var written = checked.written;
            boolean restored = checked.restored;
            move(unfinished, target);
            var made = new Made(target, Files.size(target), written.revisions(), written.records(), written.items(), restored);
            remember(state -> new BackupState(state.since(), new BackupState.Backup(now(), target.toString(), made.bytes, made.revisions, made.records, made.items, restored), null, null));
            return made;
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException failed) {
            remember(state -> new BackupState(state.since(), state.last(), now(), failed.getMessage()));
            throw failed;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The same in the folder of backups, under a name with the time; then those that are too many go, the oldest first. */
    public Made makeNext(Pace pace) throws IOException {
        var folder = Files.createDirectories(folder());
        check.clearLeftovers();
        clearUnfinished(folder);
        var made = make(folder.resolve(NAME.format(now())), pace);
        var all = list();
        for (var old : all.subList(Math.min(all.size(), Math.max(1, kept)), all.size())) {
            Files.deleteIfExists(folder.resolve(old.name()));
        }
        return made;
    }

    /** Those in the folder of backups, the newest first. */
    public List<Listed> list() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches(NAMES)).sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .map(Backups::listed).toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** The backup of this name in the folder of backups. */
    Optional<Path> file(String name) {
        return name.matches(NAMES) ? Optional.of(folder().resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    synchronized BackupState state() {
        var file = folder().resolve(STATE);
        try {
            if (Files.isRegularFile(file)) {
                return mapper.readValue(Files.readString(file), BackupState.class);
            }
        } catch (IOException unread) {
            LOG.warnf("What is known of backups can't be read: %s", unread.getMessage());
        }
        return new BackupState(now(), null, null, null);
    }

    /** Notes that this instance thinks of backups from now on, where it did not before. */
    void begin() {
        if (!Files.exists(folder().resolve(STATE))) {
            remember(state -> state);
        }
    }

    /** Whether anything was recorded since the last backup. */
    boolean isNeeded() {
        var last = state().last();
        return revisions.last() > 0 && (last == null || revisions.last() > last.revisions() || !Files.exists(Path.of(last.file())));
    }

    private Path folder() {
        return dataFolder.resolve("backups");
    }

    private record Checked(Archives.Written written, boolean restored) {
    }

    /** The table of the timeline calls actors what they are called when it is written: where one was renamed in that minute, it is written again. */
    private Checked checked(Path file, Pace pace) throws IOException {
        for (int attempt = 1;; attempt++) {
            var written = written(file, new RestingPace(pace));
            try {
                return new Checked(written, check.check(file, pace));
            } catch (ArchiveException failed) {
                boolean renamed = failed.getMessage().contains(ArchiveFiles.TIMELINE) && revisions.last() > written.revisions();
                if (!renamed || attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }

    private Archives.Written written(Path file, Pace pace) throws IOException {
        try (var out = new FileOutputStream(file.toFile()); var buffered = new BufferedOutputStream(out, 64 * 1024)) {
            var written = archives.write(buffered, pace);
            buffered.flush();
            out.getFD().sync();
            return written;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to);
        }
    }

    private static void clearUnfinished(Path folder) throws IOException {
        try (var left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private synchronized void remember(java.util.function.UnaryOperator<BackupState> change) {
        try {
            var file = Files.createDirectories(folder()).resolve(STATE);
            var next = file.resolveSibling(STATE + ".new");
            Files.writeString(next, json(change.apply(state())));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritten) {
            LOG.warnf("What came of a backup can't be noted: %s", unwritten.getMessage());
        }
    }

    private String json(BackupState state) throws JsonProcessingException {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(state);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Listed listed(Path file) {
        try {
            return new Listed(file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
