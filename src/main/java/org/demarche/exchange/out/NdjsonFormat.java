package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.demarche.item.Item;
import org.demarche.timeline.Column;
import org.demarche.web.BaseUrl;

/** JSON a line. */
final class NdjsonFormat extends ExportFormat {
    private final ObjectMapper mapper;

    NdjsonFormat(ObjectMapper mapper) {
        super("ndjson", "ndjson", "application/x-ndjson", "NDJSON", "The same objects as in JSON, one a line: for programs that read as it comes.");
        this.mapper = mapper;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        export.each(OutputStream.nullOutputStream(), item -> entry(mapper, item, export.baseUrl()), entry -> {
            out.write(entry);
            out.write('\n');
        });
    }

    /** An item as an object of JSON. */
    static byte[] entry(ObjectMapper mapper, Item item, BaseUrl baseUrl) {
        try {
            return mapper.writeValueAsBytes(Column.entry(item, baseUrl));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public boolean saysWhereItIsFrom() {
        return false;
    }
}
