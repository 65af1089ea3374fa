package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose entries carry no time of their own, so that the same data gives the same bytes. */
final class ZipParts {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    ZipParts(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    interface Part {
        void write(OutputStream out) throws IOException;
    }

    void add(String name, Part part) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        part.write(zip);
        zip.closeEntry();
    }

    void add(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Only what is finished is a ZIP; the stream stays open. */
    void finish() throws IOException {
        zip.finish();
    }
}
