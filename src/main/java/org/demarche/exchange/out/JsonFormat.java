package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;


/** One JSON document: where it is from, all rows, and what they come to. */
final class JsonFormat extends ExportFormat {
    private final ObjectMapper mapper;

    JsonFormat(ObjectMapper mapper) {
        super("json", "items.json", "application/json", "JSON", "One object for each item with the names of the CSV’s columns; lists are lists, an empty cell is null.");
        this.mapper = mapper;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        try (var json = mapper.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // A part of it must not end like the whole.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeObjectField("export", export.provenance().entries());
            json.writeArrayFieldStart("items");
            export.each(OutputStream.nullOutputStream(), item -> NdjsonFormat.entry(mapper, item, export.baseUrl()), entry -> json.writeRawValue(new String(entry, StandardCharsets.UTF_8)));
            json.writeEndArray();
            json.writeObjectField("rows", Provenance.entries(export.rows()));
            json.writeEndObject();
        }
    }
}
