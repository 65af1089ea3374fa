package org.demarche.timeline;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.demarche.item.Item;
import org.demarche.web.BaseUrl;

/** Writes rows as the timeline CSV: RFC 4180, one row an item, several values of a cell joined with {@code ; }. */
public final class TimelineCsv {
    /** Of every CSV that is given away. */
    public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").setQuoteMode(QuoteMode.MINIMAL).get();
    private static final Pattern FORMULA = Pattern.compile("^'*[=+@\t\r-]");
    private static final Pattern GUARDED = Pattern.compile("^'+[=+@\t\r-]");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVPrinter printer;
    private final BaseUrl baseUrl;

    /** Writes the header. */
    public TimelineCsv(Appendable out, boolean byteOrderMark, BaseUrl baseUrl) throws IOException {
        this.baseUrl = baseUrl;
        if (byteOrderMark) {
            out.append(BYTE_ORDER_MARK);
        }
        printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(Stream.of(Column.values()).map(Column::word));
    }

    public void write(Item item) throws IOException {
        for (var column : Column.values()) {
            printer.print(column == Column.URL ? baseUrl.at((String) column.value(item)) : cell(column, item));
        }
        printer.println();
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
        return GUARDED.matcher(cell).find() ? cell.substring(1) : cell;
    }

    /** A free text as a cell: a spreadsheet must not take it for a formula. The empty text for null. */
    public static String guarded(String text) {
        return text == null ? "" : FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String joined(List<?> values) {
        return values.stream().map(value -> value.toString().replace("\\", "\\\\").replace(";", "\\;")).collect(Collectors.joining("; "));
    }
}
