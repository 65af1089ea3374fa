package org.demarche.exchange.in;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is to be brought in.
 *
 * @param name as the analyst calls it, with its extension; never a path
 */
public record ImportFile(Path path, String name) {
    /** From its beginning, buffered; whoever opens it closes it. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /** Its first bytes, fewer where it is shorter. */
    public byte[] head(int most) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }

    /** @param extensions of which its name has one, in small letters without the dot */
    public boolean isCalled(String... extensions) {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        return java.util.stream.Stream.of(extensions).anyMatch(extension -> lower.endsWith("." + extension));
    }
}
