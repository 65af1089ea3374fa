package org.demarche.timeline;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** What is made in any order and wanted in another: each waits for its turn in one of some files, which is read whole when its turn comes. */
final class WaitingForms implements Closeable {
    private static final int FILES = 200;
    /** Of fewer, one file has no more than this. */
    private static final int LEAST = 8_192;

    private final int inFile;
    private final Part[] parts;

    private static final class Part implements Closeable {
        private final FileChannel file;
        private final DataOutputStream out;

        Part() throws IOException {
            file = FileChannel.open(Files.createTempFile("demarche-export", null), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            out = new DataOutputStream(new java.io.BufferedOutputStream(Channels.newOutputStream(file), 1 << 14));
        }

        synchronized void put(int place, byte[] form) throws IOException {
            out.writeInt(place);
            out.writeInt(form.length);
            out.write(form);
        }

        void each(int places, Consumer<byte[]> taken) throws IOException {
            out.flush();
            var all = ByteBuffer.allocate(Math.toIntExact(file.size()));
            while (all.hasRemaining() && file.read(all, all.position()) >= 0) {
                // until all is there
            }
            all.flip();
            var starts = new int[places];
            while (all.hasRemaining()) {
                int place = all.getInt();
                starts[place] = all.position();
                all.position(all.position() + Integer.BYTES + all.getInt(all.position()));
            }
            for (int start : starts) {
                if (start > 0) {
                    var form = new byte[all.getInt(start)];
                    all.get(start + Integer.BYTES, form);
                    taken.accept(form);
                }
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** @param number of places */
    WaitingForms(int number) throws IOException {
        inFile = Math.max(LEAST, number / FILES + 1);
        parts = new Part[number / inFile + 1];
        try {
            for (int part = 0; part < parts.length; part++) {
                parts[part] = new Part();
            }
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    /** By any thread. */
    void put(int place, byte[] form) {
        try {
            parts[place / inFile].put(place % inFile, form);
        } catch (IOException failed) {
            throw new UncheckedIOException("What is to be given away can't wait in a file", failed);
        }
    }

    /** All that were put, in the order of their places; once. */
    void each(Consumer<byte[]> taken) throws IOException {
        for (var part : parts) {
            part.each(inFile, taken);
            part.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            if (part != null) {
                part.close();
            }
        }
    }
}
