package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

import org.demarche.item.Item;
import org.demarche.text.XmlText;
import org.demarche.timeline.Column;
import org.demarche.timeline.TimelineCsv;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook: the columns of the timeline CSV as texts, so that no code loses a zero and nothing is taken for a formula or a date,
 * and a last sheet that says where it is from.
 */
final class XlsxFormat extends ExportFormat {
    /** Of a sheet, the header too. */
    private static final int MOST_ROWS = 1_048_576;
    /** Of a cell, in UTF-16 units as Excel counts. */
    private static final int MOST_CHARACTERS = 32_767;
    /** Excel reads _x0041_ as A. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final List<Column> WIDE = List.of(Column.TITLE, Column.WORDS, Column.QUOTE, Column.SUMMARY);

    private final int mostRows;

    XlsxFormat() {
        this(MOST_ROWS);
    }

    XlsxFormat(int mostRows) {
        super("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel",
                "One row for each item, every column of the CSV; codes and dates are texts. Text beyond 32,767 characters is cut.");
        this.mostRows = mostRows;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        // Closed where it is whole only: a part of it would open like the whole.
        var sheets = new Sheets(new Workbook(out, "Démarche", null));
        export.each(items -> {
            for (var item : items) {
                sheets.add(item);
            }
            sheets.sheet.flush();
        });
        sheets.sheet.finish();
        about(sheets, export);
        sheets.workbook.finish();
    }

    private final class Sheets {
        private final Workbook workbook;
        private Worksheet sheet;
        private int number;
        private int row;
        private int cut;

        Sheets(Workbook workbook) {
            this.workbook = workbook;
            begin();
        }

        void add(Item item) throws IOException {
            if (row == mostRows) {
                sheet.finish();
                begin();
            }
            for (var column : Column.values()) {
                var value = column.value(item);
                if (value instanceof Number known) {
                    sheet.value(row, column.ordinal(), known);
                } else if (value != null) {
                    text(row, column.ordinal(), TimelineCsv.text(column, item));
                }
            }
            row++;
        }

        private void begin() {
            number++;
            sheet = workbook.newWorksheet(number == 1 ? "Items" : "Items " + number);
            sheet.freezePane(0, 1);
            for (var column : Column.values()) {
                sheet.width(column.ordinal(), WIDE.contains(column) ? 48 : 16);
                sheet.inlineString(0, column.ordinal(), column.word());
            }
            row = 1;
        }

        private void text(int row, int column, String text) {
            if (text.isEmpty()) {
                return;
            }
            var written = ESCAPED.matcher(XmlText.of(text)).replaceAll("_x005F_");
            if (written.length() > MOST_CHARACTERS) {
                cut++;
                written = written.substring(0, MOST_CHARACTERS - 1);
                written = (Character.isHighSurrogate(written.charAt(written.length() - 1)) ? written.substring(0, written.length() - 1) : written) + "…";
            }
            sheet.inlineString(row, column, written);
        }
    }

    private static void about(Sheets sheets, Export export) throws IOException {
        var sheet = sheets.workbook.newWorksheet("About");
        sheets.sheet = sheet;
        sheet.width(0, 44);
        sheet.width(1, 80);
        int row = 0;
        for (var line : export.provenance().lines(export.rows()).entrySet()) {
            sheets.text(row, 0, line.getKey());
            sheets.text(row++, 1, line.getValue());
        }
        if (sheets.cut > 0) {
            sheets.text(row, 0, "Cut");
            sheets.text(row, 1, sheets.cut + " cells that have more than 32,767 characters");
        }
        sheet.finish();
    }
}
