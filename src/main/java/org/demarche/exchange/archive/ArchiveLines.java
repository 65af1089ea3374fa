package org.demarche.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a file in UTF-8, none of them longer than the longest that an archive has. */
final class ArchiveLines {
    /** The longest record has 1,048,576 characters, of up to three bytes each. */
    private static final int LONGEST = 4_000_000;

    private final String name;
    private final InputStream in;
    private final byte[] some = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int until;
    private long number;

    ArchiveLines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Null at the end. */
    String next() throws IOException {
        line.reset();
        number++;
        while (true) {
            int end = from;
            while (end < until && some[end] != '\n') {
                end++;
            }
            line.write(some, from, end - from);
            if (line.size() > LONGEST) {
                throw new ArchiveException(name, number, "it is longer than %,d bytes".formatted(LONGEST));
            }
            if (end < until) {
                from = end + 1;
                return decoded();
            }
            until = in.read(some, 0, some.length);
            from = 0;
            if (until < 0) {
                until = 0;
                if (line.size() > 0) {
                    throw new ArchiveException(name, number, "it does not end: the file is cut short");
                }
                return null;
            }
        }
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException wrong) {
            throw new ArchiveException(name, number, "it is no UTF-8");
        }
    }
}
