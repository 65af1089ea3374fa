package org.demarche.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables of codes that the program brings along. */
final class CodeTable {

    private CodeTable() {
    }

    static List<CSVRecord> read(String name) {
        try (InputStream stream = CodeTable.class.getResourceAsStream("/coding/" + name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
            return rows.getRecords();
        } catch (IOException damagedProgram) {
            throw new UncheckedIOException("The table " + name + " can't be read", damagedProgram);
        }
    }

    /** Null where the table has no number. */
    static Double number(CSVRecord row, String column) {
        String value = row.get(column);
        return value.isEmpty() ? null : Double.valueOf(value);
    }
}
