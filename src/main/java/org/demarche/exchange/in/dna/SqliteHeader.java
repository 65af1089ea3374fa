package org.demarche.exchange.in.dna;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;

/**
 * What the first pages of an SQLite file tell, read before SQLite itself sees it: it reads the whole schema into memory when it opens a file,
 * and takes a file that is only a part of a database for a whole one.
 */
final class SqliteHeader {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int INTERIOR = 0x05;
    private static final int LEAF = 0x0d;
    private static final int MOST_OBJECTS = 1_000;
    private static final int WITH_JOURNAL_BESIDE = 2;

    private SqliteHeader() {
    }

    static boolean isAtHeadOf(ImportFile file) throws IOException {
        return Arrays.equals(file.head(MAGIC.length), MAGIC);
    }

    /** @throws UnreadableFileException where the file is no whole database, or its schema is none that anybody works with */
    static void check(ImportFile file) throws IOException {
        if (!isAtHeadOf(file)) {
            throw new UnreadableFileException("It is no SQLite file: it is encrypted, damaged or of another kind");
        }
        try (var pages = new RandomAccessFile(file.path().toFile(), "r")) {
            if (pages.length() < LENGTH + 8) {
                throw truncated();
            }
            int given = unsigned(pages, 16);
            int size = given == 1 ? 1 << 16 : given;
            if (size < 512 || Integer.bitCount(size) != 1) {
                throw new UnreadableFileException("It is damaged: its pages have no size");
            }
            if (at(pages, 18) == WITH_JOURNAL_BESIDE || at(pages, 19) == WITH_JOURNAL_BESIDE) {
                throw new UnreadableFileException("A part of it may be in a second file beside it (a write-ahead log): save it as one file, as by ‘PRAGMA journal_mode=DELETE’, and send that");
            }
            pages.seek(28);
            long count = pages.readInt() & 0xFFFFFFFFL;
            pages.seek(24);
            boolean isCounted = pages.readInt() == changed(pages);
            if (pages.length() < size || isCounted && count * size > pages.length()) {
                throw truncated();
            }
            if (objects(pages, size) > MOST_OBJECTS) {
                throw new UnreadableFileException("It has more than %,d tables and indexes".formatted(MOST_OBJECTS));
            }
        }
    }

    /** How often it had been changed when its pages were counted. */
    private static int changed(RandomAccessFile pages) throws IOException {
        pages.seek(92);
        return pages.readInt();
    }

    /** How many tables and indexes the schema has: it is a tree of two levels at most where there are few. */
    private static long objects(RandomAccessFile pages, int size) throws IOException {
        int kind = at(pages, LENGTH);
        int cells = unsigned(pages, LENGTH + 3);
        if (kind == LEAF) {
            return cells;
        }
        if (kind != INTERIOR || cells > MOST_OBJECTS) {
            throw new UnreadableFileException("It is damaged: its schema can't be read");
        }
        long objects = leaf(pages, size, page(pages, LENGTH + 8));
        for (int cell = 0; cell < cells; cell++) {
            objects += leaf(pages, size, page(pages, unsigned(pages, LENGTH + 12 + 2 * cell)));
        }
        return objects;
    }

    private static int leaf(RandomAccessFile pages, int size, long page) throws IOException {
        long at = (page - 1) * size;
        if (page < 2 || at + size > pages.length() || at(pages, at) != LEAF) {
            throw new UnreadableFileException("It is damaged: its schema can't be read");
        }
        return unsigned(pages, at + 3);
    }

    private static long page(RandomAccessFile pages, long at) throws IOException {
        pages.seek(at);
        return pages.readInt() & 0xFFFFFFFFL;
    }

    private static int at(RandomAccessFile pages, long at) throws IOException {
        pages.seek(at);
        return pages.readUnsignedByte();
    }

    private static int unsigned(RandomAccessFile pages, long at) throws IOException {
        pages.seek(at);
        return pages.readUnsignedShort();
    }

    private static UnreadableFileException truncated() {
        return new UnreadableFileException("It is only a part of a SQLite file: its end is missing");
    }
}
