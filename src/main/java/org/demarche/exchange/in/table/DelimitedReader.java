package org.demarche.exchange.in.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.text.Texts;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

/** Reads a text file of cells strictly: whatever two readers could read differently is refused with its row. */
public final class DelimitedReader implements TableReader {
    private static final int LARGEST_CELL = 1_000_000;
    private static final int LARGEST_ROW = 4_000_000;
    /** What no text file has: it stands for the quotation mark where a file has none. */
    private static final char NO_QUOTE = '\uFFFF';

    private final CsvReader<Cells> reader;
    private final CloseableIterator<Cells> cells;
    private final QuoteCount quotes;
    private final boolean quoted;
    private final List<String> header;
    private long row;

    /** One record as the parser gives it. */
    private record Cells(List<String> values, boolean stray) {
    }

    /** @throws UnreadableFileException where it has no header, or one that calls two columns alike */
    public DelimitedReader(ImportFile file, Dialect dialect) throws IOException {
        quoted = !dialect.quote().isBlank();
        quotes = new QuoteCount(decoded(file.open(), dialect.encoding()), quoted ? dialect.quote().charAt(0) : NO_QUOTE);
        char quote = quoted ? dialect.quote().charAt(0) : NO_QUOTE;
        reader = CsvReader.builder().fieldSeparator(dialect.separator()).quoteCharacter(quote).skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false).maxBufferSize(LARGEST_CELL + 1_000).build(new Handler(quote), quotes);
        cells = reader.iterator();
        header = readHeader();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Row next() throws IOException {
        for (var record = record(); record != null; record = record()) {
            if (isBlank(record)) {
                continue;
            }
            if (record.stray) {
                throw new UnreadableFileException(row, null, String.join(" ", record.values), "A quotation mark stands inside a cell that is not in quotation marks; such a cell is put in them, and the mark doubled");
            }
            if (record.values.size() != header.size()) {
                refuseUnclosed();
                throw new UnreadableFileException(row, null, null, "The row has %d %s, the header %d".formatted(record.values.size(), record.values.size() == 1 ? "cell" : "cells", header.size()));
            }
            return new Row(row, record.values);
        }
        refuseUnclosed();
        return null;
    }

    private void refuseUnclosed() throws UnreadableFileException {
        if (quoted && quotes.ended && quotes.count % 2 == 1) {
            throw new UnreadableFileException(row, null, null, "A quotation mark is never closed");
        }
    }

    @Override
    public void close() throws IOException {
        cells.close();
        reader.close();
    }

    private List<String> readHeader() throws IOException {
        var first = record();
        while (first != null && isBlank(first)) {
            first = record();
        }
        if (first == null) {
            throw new UnreadableFileException(1, null, null, "The file is empty: its first row names the columns");
        }
        return named(first.values, row);
    }

    /** The names of columns as they are used: none blank, none twice. */
    static List<String> named(List<String> cells, long row) throws UnreadableFileException {
        if (cells.size() > MOST_COLUMNS) {
            throw new UnreadableFileException(row, null, null, "It has %,d columns; at most %,d are read".formatted(cells.size(), MOST_COLUMNS));
        }
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int index = 0; index < cells.size(); index++) {
            var name = Texts.oneLine(Texts.normalise(cells.get(index)));
            var used = name.isBlank() ? "column " + (index + 1) : Texts.cut(name, 200);
            if (Texts.problem(used).isPresent()) {
                throw new UnreadableFileException(row, "column " + (index + 1), null, Texts.problem(used).get());
            }
            if (!seen.add(used)) {
                throw new UnreadableFileException(row, used, null, "Two columns are called ‘" + used + "’");
            }
            names.add(used);
        }
        return List.copyOf(names);
    }

    private static boolean isBlank(Cells record) {
        return record.values.stream().allMatch(String::isBlank);
    }

    private Cells record() throws IOException {
        try {
            if (!cells.hasNext()) {
                return null;
            }
            var record = cells.next();
            row++;
            return record;
        } catch (UncheckedIOException | CsvParseException broken) {
            throw unreadable(deepest(broken));
        }
    }

    private UnreadableFileException unreadable(Throwable cause) {
        var why = cause.getMessage() == null ? "" : cause.getMessage();
        return new UnreadableFileException(row + 1, null, null, cause instanceof CharacterCodingException ? "From about here on the text is damaged, or in another encoding than the rest"
                : cause instanceof TooLarge ? why : why.contains("closing quote") ? "After a closing quotation mark the cell goes on; a quotation mark inside a cell is doubled"
                : "A cell is longer than %,d characters, or a quotation mark is never closed".formatted(LARGEST_CELL));
    }

    private static Throwable deepest(Throwable thrown) {
        return thrown.getCause() == null ? thrown : deepest(thrown.getCause());
    }

    private static Reader decoded(InputStream in, String encoding) throws IOException {
        var decoder = Charset.forName(encoding).newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return new WithoutMark(new InputStreamReader(in, decoder));
    }

    private static final class TooLarge extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private TooLarge(String message) {
            super(message);
        }
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Cells> {
        private final char quote;
        private List<String> values = new ArrayList<>();
        private boolean stray;
        private int length;

        private Handler(char quote) {
            this.quote = quote;
        }

        @Override
        protected void handleBegin(long line) {
            values = new ArrayList<>();
            stray = false;
            length = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean isQuoted) {
            length += size;
            if (index >= MOST_COLUMNS) {
                throw new TooLarge("It has more than %,d columns".formatted(MOST_COLUMNS));
            }
            if (size > LARGEST_CELL || length > LARGEST_ROW) {
                throw new TooLarge("A row is longer than %,d characters, or a quotation mark is never closed".formatted(LARGEST_ROW));
            }
            for (int place = offset; !isQuoted && !stray && place < offset + size; place++) {
                stray = buffer[place] == quote;
            }
            values.add(new String(buffer, offset, size));
        }

        @Override
        protected void handleEmpty() {
            values.add("");
        }

        @Override
        protected Cells buildRecord() {
            return new Cells(values, stray);
        }
    }

    /** Counts quotation marks as they go by: where each is closed or doubled their number is even. */
    private static final class QuoteCount extends java.io.FilterReader {
        private final char quote;
        private long count;
        private boolean ended;

        private QuoteCount(Reader in, char quote) {
            super(in);
            this.quote = quote;
        }

        @Override
        public int read(char[] buffer, int offset, int size) throws IOException {
            int read = super.read(buffer, offset, size);
            ended |= read < 0;
            for (int place = offset; place < offset + read; place++) {
                if (buffer[place] == quote) {
                    count++;
                }
            }
            return read;
        }
    }

    /** Takes a byte order mark off. */
    private static final class WithoutMark extends java.io.FilterReader {
        private boolean begun;

        private WithoutMark(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int size) throws IOException {
            int read = super.read(buffer, offset, size);
            if (!begun && read > 0) {
                begun = true;
                if (buffer[offset] == '\uFEFF') {
                    System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                    return read == 1 ? read(buffer, offset, size) : read - 1;
                }
            }
            return read;
        }
    }
}
