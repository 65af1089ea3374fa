package org.demarche.exchange.in.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;


/** Reads the first sheet of a workbook that has rows. Dates are read as such, numbers as they were typed, formulas as what they came to. */
public final class WorkbookReader implements TableReader {
    private static final int LONGEST_CELL = 40_000;

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> header;
    private int width;

    /** @throws UnreadableFileException where it is no workbook, larger than one may be, or its header is none */
    public WorkbookReader(ImportFile file) throws IOException {
        WorkbookGuard.check(file);
        try {
            workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
            stream = workbook.getSheets().filter(sheet -> sheet.getVisibility() == org.dhatim.fastexcel.reader.SheetVisibility.VISIBLE).findFirst()
                    .orElseThrow(() -> new UnreadableFileException("The workbook has no sheet that is shown")).openStream();
            rows = stream.iterator();
        } catch (UnreadableFileException none) {
            throw none;
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException("The workbook can't be read: it is damaged, or protected by a password");
        }
        header = readHeader();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public TableReader.Row next() throws IOException {
        for (var row = row(); row != null; row = row()) {
            var cells = cells(row, width);
            if (!cells.stream().allMatch(String::isBlank)) {
                return new TableReader.Row(row.getRowNum(), cells);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private List<String> readHeader() throws IOException {
        for (var row = row(); row != null; row = row()) {
            width = width(row);
            if (width > 0) {
                return DelimitedReader.named(cells(row, width), row.getRowNum());
            }
        }
        throw new UnreadableFileException(1, null, null, "The first sheet is empty: its first row names the columns");
    }

    private static int width(org.dhatim.fastexcel.reader.Row row) throws UnreadableFileException {
        int width = 0;
        for (var cell : row) {
            if (cell != null && !text(cell).isBlank()) {
                width = cell.getColumnIndex() + 1;
            }
        }
        return width;
    }

    private org.dhatim.fastexcel.reader.Row row() throws UnreadableFileException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException damaged) {
            throw new UnreadableFileException("The workbook can't be read to its end: it is damaged");
        }
    }

    private List<String> cells(org.dhatim.fastexcel.reader.Row row, int most) throws UnreadableFileException {
        if (most > MOST_COLUMNS) {
            throw new UnreadableFileException(row.getRowNum(), null, null, "It has %,d columns; at most %,d are read".formatted(most, MOST_COLUMNS));
        }
        var cells = new ArrayList<String>(most);
        for (int place = 0; place < most; place++) {
            var cell = place < row.getCellCount() ? row.getCell(place) : null;
            if (cell != null && cell.getType() == CellType.ERROR) {
                throw new UnreadableFileException(row.getRowNum(), header == null ? null : header.get(place), cell.getRawValue(), "The cell holds an error of the spreadsheet");
            }
            cells.add(cell == null ? "" : text(cell));
        }
        if (width(row) > most) {
            throw new UnreadableFileException(row.getRowNum(), null, null, "The row has a cell beyond the last column of the header");
        }
        return cells;
    }

    private static String text(Cell cell) throws UnreadableFileException {
        if (cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            return isDate(cell) ? date(cell) : number(cell);
        }
        var text = cell.getType() == CellType.BOOLEAN ? String.valueOf(cell.getValue()).toLowerCase(java.util.Locale.ROOT) : cell.getText();
        if (text.length() > LONGEST_CELL) {
            throw new UnreadableFileException("A cell is longer than a spreadsheet takes");
        }
        return text;
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*[ymd].*") && !format.equalsIgnoreCase("General");
    }

    private static String date(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(java.time.LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    private static String number(Cell cell) {
        var number = new BigDecimal(cell.getRawValue()).round(new java.math.MathContext(15)).stripTrailingZeros();
        // a number of a million figures is none that anybody typed
        return Math.abs(number.scale()) > 40 ? number.toString() : number.toPlainString();
    }
}
