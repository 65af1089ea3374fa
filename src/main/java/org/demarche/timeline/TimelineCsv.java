package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.demarche.item.Item;
import org.demarche.web.BaseUrl;

/** Rows as lines of the timeline CSV: RFC 4180, one row an item, several values of a cell joined with {@code ; }. */
public final class TimelineCsv {
    /** Of every CSV that is given away. */
    public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").setQuoteMode(QuoteMode.MINIMAL).get();
    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\t\r-]");
    private static final Pattern GUARDED = Pattern.compile("'+[=+@\t\r-]");
    private static final int LINE = 1_000;

    private final BaseUrl baseUrl;

    public TimelineCsv(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** With its line end. */
    public byte[] header() {
        return line(Column::word);
    }

    /** With its line end. Any thread may ask. */
    public byte[] line(Item item) {
        return line(column -> column == Column.URL ? baseUrl.at((String) column.value(item)) : cell(column, item));
    }

    private static byte[] line(Function<Column, String> cell) {
        var line = new StringBuilder(LINE);
        try {
            var printer = new CSVPrinter(line, FORMAT);
            for (var column : COLUMNS) {
                printer.print(cell.apply(column));
            }
            printer.println();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Column column, Item item) {
        var text = text(column, item);
        return column.isFreeText() ? guarded(text) : text;
    }

    /** What a cell says, before it is guarded. The empty text where there is nothing. */
    public static String text(Column column, Item item) {
        var value = column.value(item);
        return value == null ? "" : value instanceof List<?> list ? joined(list) : value.toString();
    }

    /** The text of a cell that {@link #guarded} made. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /** A free text as a cell: a spreadsheet must not take it for a formula. The empty text for null. */
    public static String guarded(String text) {
        return text == null || text.isEmpty() ? "" : FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    private static String joined(List<?> values) {
        if (values.isEmpty()) {
            return "";
        }
        return values.stream().map(value -> value.toString().replace("\\", "\\\\").replace(";", "\\;")).collect(Collectors.joining("; "));
    }
}
