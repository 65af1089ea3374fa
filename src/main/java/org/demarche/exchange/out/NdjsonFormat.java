package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.demarche.timeline.Column;

/** JSON a line. */
final class NdjsonFormat extends ExportFormat {
    private final ObjectMapper mapper;

    NdjsonFormat(ObjectMapper mapper) {
        super("ndjson", "ndjson", "application/x-ndjson", "NDJSON", "The same objects as in JSON, one a line: for programs that read as it comes.");
        this.mapper = mapper;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        export.each(items -> {
            for (var item : items) {
                out.write(mapper.writeValueAsString(Column.entry(item, export.baseUrl())).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        });
    }

    @Override
    public boolean saysWhereItIsFrom() {
        return false;
    }
}
