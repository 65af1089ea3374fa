package org.demarche.exchange.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is held back until something that stands before it is known: in memory while it is small, then in a file that is gone when it is closed. */
final class Spool extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream out = memory;
    private long length;

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int number) throws IOException {
        if (memory != null && length + number > IN_MEMORY) {
            file = Files.createTempFile("demarche-export", null);
            out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            memory.writeTo(out);
            memory = null;
        }
        out.write(bytes, from, number);
        length += number;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    long length() {
        return length;
    }

    /** Everything that was held back. */
    void writeTo(OutputStream target) throws IOException {
        writeTo(target, 0, length);
    }

    /** A part of it, in bytes. */
    void writeTo(OutputStream target, long from, long number) throws IOException {
        out.flush();
        if (memory != null) {
            target.write(memory.toByteArray(), (int) from, (int) number);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            var buffer = new byte[1 << 16];
            for (long left = number; left > 0;) {
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    throw new IOException("What was held back is gone");
                }
                target.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
