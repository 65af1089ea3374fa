package org.demarche.exchange.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;

/**
 * How a command finds and asks the server that holds its data folder: a file in the folder, which only its owner can read, with the
 * server's port and a secret that is another one at each start.
 */
@ApplicationScoped
public class ServerKey {
    public static final String FILE = "server-key";
    public static final String HEADER = "X-Demarche-Key";

    private static final Logger LOG = Logger.getLogger(ServerKey.class);

    private final String key = random();

    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;

    /** Once the server answers. */
    public void write(int port) {
        try {
            var next = dataFolder.resolve(FILE + ".new");
            Files.deleteIfExists(next);
            if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(next, port + "\n" + key + "\n");
            Files.move(next, dataFolder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritten) {
            LOG.warnf("Commands can't ask this server: %s can't be written", FILE);
        }
    }

    boolean isRight(String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    void remove(@Observes ShutdownEvent stopping) {
        try {
            Files.deleteIfExists(dataFolder.resolve(FILE));
        } catch (IOException stays) {
            LOG.debug("The key stays behind; the next start has another one", stays);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
