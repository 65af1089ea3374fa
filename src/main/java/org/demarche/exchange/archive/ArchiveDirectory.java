package org.demarche.exchange.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Looks at the end of a ZIP, where it says how many entries it has, before a library reads them all into memory, and at its beginning,
 * which tells what else it may be.
 */
final class ArchiveDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int PLACE_OF_END_64 = 0x07064b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST = 100_000;

    private ArchiveDirectory() {
    }

    /** @throws ArchiveException where it is no ZIP, a damaged one, or one with more entries than an archive has */
    static void check(Path file) throws IOException {
        try (var zip = new RandomAccessFile(file.toFile(), "r")) {
            refuseOther(zip);
            var tail = read(zip, Math.max(0, zip.length() - END_LENGTH - LONGEST_COMMENT), (int) Math.min(zip.length(), END_LENGTH + LONGEST_COMMENT));
            int end = tail.limit() - END_LENGTH;
            while (end >= 0 && tail.getInt(end) != END) {
                end--;
            }
            if (end < 0) {
                throw new ArchiveException("The file is cut short or damaged: the list of its contents, which stands at the end, is missing");
            }
            long entries = tail.getShort(end + 10) & 0xffff;
            long length = tail.getInt(end + 12) & 0xffff_ffffL;
            if (end >= 20 && tail.getInt(end - 20) == PLACE_OF_END_64) {
                long place = tail.getLong(end - 12);
                if (place < 0 || place > zip.length() - 56) {
                    throw new ArchiveException("The file is damaged: the list of its contents is not where it says");
                }
                var end64 = read(zip, place, 56);
                if (end64.getInt(0) == END_64) {
                    entries = end64.getLong(32);
                    length = end64.getLong(40);
                }
            }
            if (entries < 0 || entries > MOST_ENTRIES || length < 0 || length > LONGEST) {
                throw new ArchiveException("This is no archive of Démarche: it holds more files than one has");
            }
        }
    }

    private static void refuseOther(RandomAccessFile file) throws IOException {
        if (file.length() < END_LENGTH) {
            throw new ArchiveException(file.length() == 0 ? "The file is empty" : "The file is too short for an archive");
        }
        var begin = read(file, 0, 4);
        if (begin.get(0) == 'H' && begin.get(1) == ':') {
            throw new ArchiveException("This is a database file (.mv.db), not an archive. Démarche opens no database file from elsewhere: such a file can make it run what somebody else wrote. "
                    + "Make an archive with the command backup where the database comes from");
        }
        if (begin.get(0) != 'P' || begin.get(1) != 'K') {
            throw new ArchiveException("This is no archive of Démarche: an archive is a ZIP file");
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
