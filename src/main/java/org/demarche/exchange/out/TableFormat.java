package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.demarche.item.Item;
import org.demarche.timeline.TimelineCsv;

/** Rows of cells, as the tools of a field have them. */
abstract class TableFormat extends ExportFormat {
    /** What a number of theirs can be without losing digits in tools that know no whole numbers. */
    private static final int BITS = 53;

    private final CSVFormat format;

    TableFormat(String word, String ending, String mediaType, String label, String carries, CSVFormat format) {
        super(word, ending, mediaType, label, carries);
        this.format = format;
    }

    interface Row {
        /** @param cells null or empty for what is not known */
        void add(List<?> cells) throws IOException;
    }

    /** Empty where there is no header. */
    abstract List<String> header();

    abstract void rows(List<Item> items, Export export, Row row) throws IOException;

    @Override
    void write(Export export, OutputStream out) throws IOException {
        var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
        if (!header().isEmpty()) {
            printer.printRecord(header());
        }
        export.each(items -> rows(items, export, printer::printRecord));
        printer.flush();
    }

    @Override
    long count(Export export) throws IOException {
        var count = new long[1];
        export.each(items -> rows(items, export, cells -> count[0]++));
        return count[0];
    }

    @Override
    public boolean saysWhereItIsFrom() {
        return false;
    }

    /** What people wrote, on one line: a spreadsheet must not take it for a formula, and tabs part cells. */
    static String text(String text) {
        return text == null ? null : TimelineCsv.guarded(org.demarche.text.Texts.oneLine(text));
    }

    /** A number for tools that take no other ids: the same for the same words of the same record, and hardly ever that of another one. */
    static long number(UUID id, String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((id + " " + words).getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getLong() >>> (64 - BITS);
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("Every Java has SHA-256", none);
        }
    }
}
