package org.demarche.exchange.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.archive.ArchiveReader;
import org.demarche.exchange.archive.Pace;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/**
 * Proves that a backup can be restored: another process of the same program restores it into a scratch folder (and, on PostgreSQL, a scratch
 * schema), writes an archive of what is there, and compares. Both are deleted afterwards.
 */
@ApplicationScoped
class BackupCheck {
    private static final Logger LOG = Logger.getLogger(BackupCheck.class);
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int LOOKS_MILLISECONDS = 250;
    private static final long LONGEST_COMPLAINT = 4_000;

    @Inject
    AgroalDataSource database;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;
    @ConfigProperty(name = "demarche.backup.check")
    String how;
    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String databaseKind;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.username")
    Optional<String> user;
    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    /**
     * @return whether it was restored; false where it was only read whole and compared with its hashes, as the setting says or as this machine allows
     * @throws ArchiveException where the backup is none
     */
    boolean check(Path file, Pace pace) throws IOException {
        var program = program();
        if (!how.equals("restore") || program.isEmpty()) {
            read(file, pace);
            return false;
        }
        var scratch = Files.createTempDirectory(Files.createDirectories(dataFolder), "checking-");
        var schema = databaseKind.equals("postgresql") ? scratchSchema() : null;
        try {
            if (databaseKind.equals("postgresql") && schema == null) {
                read(file, pace);
                return false;
            }
            restore(file, program, scratch, schema, pace);
            return true;
        } finally {
            delete(scratch);
            if (schema != null) {
                execute("drop schema " + schema + " cascade");
            }
        }
    }

    /** What an earlier check left that was killed. */
    void clearLeftovers() {
        try (var left = Files.newDirectoryStream(dataFolder, "checking-*")) {
            left.forEach(BackupCheck::delete);
        } catch (IOException none) {
            LOG.debug("No folder to look for leftovers in", none);
        }
    }

    private void read(Path file, Pace pace) throws IOException {
        try (var archive = ArchiveReader.open(file, mapper)) {
            archive.verify(pace);
        }
    }

    /** How this program is started; empty where it runs from something else than its own file, as in tests. */
    private static List<String> program() {
        var path = System.getProperty("java.class.path", "");
        if (!path.endsWith(".jar") || path.contains(java.io.File.pathSeparator) || !Path.of(path).getFileName().toString().matches("quarkus-run\\.jar|demarche.*\\.jar")) {
            return List.of();
        }
        var words = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-jar",
                Path.of(path).toAbsolutePath().toString()));
        return words;
    }

    private void restore(Path file, List<String> program, Path scratch, String schema, Pace pace) throws IOException {
        var words = new ArrayList<>(program);
        words.addAll(List.of("restore", file.toAbsolutePath().toString(), "--compare"));
        var said = scratch.resolve("said.txt");
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("DEMARCHE_DATA_DIR", scratch.resolve("data").toString(), "DEMARCHE_BACKUP_AT", "off"));
        if (schema != null) {
            builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
            user.ifPresent(name -> builder.environment().put("QUARKUS_DATASOURCE_USERNAME", name));
            password.ifPresent(word -> builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", word));
        }
        var process = builder.start();
        try {
            long began = System.nanoTime();
            while (!process.waitFor(LOOKS_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                pace.told("Restoring elsewhere, seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), 0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("It was interrupted");
        } finally {
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new ArchiveException("The backup was written, but it can't be restored: " + complaint(said));
        }
    }

    private static String complaint(Path said) throws IOException {
        try (InputStream in = Files.newInputStream(said)) {
            in.skipNBytes(Math.max(0, Files.size(said) - LONGEST_COMPLAINT));
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
    }

    /** Null where this user may make none. */
    private String scratchSchema() {
        var name = "demarche_checking_" + Long.toString(System.nanoTime(), 36);
        try {
            execute("create schema " + name);
            return name;
        } catch (IllegalStateException refused) {
            LOG.info("The database user may make no schema, so that backups are read, not restored, to check them");
            return null;
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException inUse) {
            LOG.debugf(inUse, "%s stays until the next backup", folder);
        }
    }
}
