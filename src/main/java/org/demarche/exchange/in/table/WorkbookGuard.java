package org.demarche.exchange.in.table;

import java.io.IOException;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;

/** Looks into a workbook before it is read: what unpacks to more than a table needs, or names what lies outside of it, is refused. */
final class WorkbookGuard {
    private static final long LARGEST = 2L << 30;
    /** These are held in memory. */
    private static final long LARGEST_STRINGS = 64L << 20;
    private static final long SUSPICIOUS = 50L << 20;
    private static final int HIGHEST_RATIO = 150;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LONGEST_COLUMN = 3;
    private static final byte[] DECLARATION = "<!DOCTYPE".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private WorkbookGuard() {
    }

    static void check(ImportFile file) throws IOException {
        try (var zip = new ZipFile(file.path().toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableFileException("The workbook has %,d parts; at most %,d are read".formatted(zip.size(), MOST_ENTRIES));
            }
            long all = 0;
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                var entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().endsWith(".xml")) {
                    all += unpacked(zip, entry, all);
                }
            }
        } catch (ZipException damaged) {
            throw new UnreadableFileException("The workbook is damaged: it can't be unpacked");
        }
    }

    private static long unpacked(ZipFile zip, java.util.zip.ZipEntry entry, long before) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        boolean held = !entry.getName().contains("worksheets/");
        long length = 0;
        int declared = 0;
        int letters = -1;
        byte[] last = new byte[4];
        var buffer = new byte[1 << 16];
        try (var in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (before + length > LARGEST || held && length > LARGEST_STRINGS || length > SUSPICIOUS && length / packed > HIGHEST_RATIO) {
                    throw new UnreadableFileException("The workbook unpacks to more than is read: its part " + org.demarche.text.Texts.cut(entry.getName(), 60));
                }
                for (int place = 0; place < read; place++) {
                    byte letter = buffer[place];
                    if (letter == 0) {
                        continue;
                    }
                    declared = letter == DECLARATION[declared] ? declared + 1 : letter == DECLARATION[0] ? 1 : 0;
                    if (declared == DECLARATION.length) {
                        throw new UnreadableFileException("The workbook declares a document type, which no spreadsheet program does; it is not read");
                    }
                    letters = last[1] == ' ' && last[2] == 'r' && last[3] == '=' && letter == '"' ? 0 : letters >= 0 && letter >= 'A' && letter <= 'Z' ? letters + 1 : -1;
                    if (letters > LONGEST_COLUMN) {
                        throw new UnreadableFileException("The workbook has more columns than a spreadsheet program makes");
                    }
                    System.arraycopy(last, 1, last, 0, 3);
                    last[3] = letter;
                }
            }
        }
        return length;
    }
}
