package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;

import org.demarche.item.Parameter;

/** The timeline CSV. */
final class CsvFormat extends ExportFormat {
    private static final byte[] NOTHING = {};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    CsvFormat() {
        super("csv", "csv", "text/csv; charset=UTF-8", "CSV", "One row for each item, every column; what an import reads again.");
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        if (export.query().value(Parameter.BOM).orElseThrow().equals("true")) {
            out.write(BYTE_ORDER_MARK);
        }
        export.each(out, item -> NOTHING, nothing -> { });
    }

    @Override
    public boolean saysWhereItIsFrom() {
        return false;
    }
}
