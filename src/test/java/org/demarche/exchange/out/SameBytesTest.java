package org.demarche.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SameBytesTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @Inject
    Exports exports;
    @Inject
    ExportFormats formats;
    @Inject
    Directory directory;
    @TempDir
    Path folder;

    @Test
    void theSameDataGivesTheSameBytesButForTheTime() throws IOException {
        for (var format : formats.all()) {
            var once = written(format, TIME);
            assertThat(written(format, TIME)).as(format.word()).isEqualTo(once);
            var text = once.getOrDefault("", "");
            if (format.saysWhereItIsFrom() && !text.isEmpty() && !format.ending().matches("docx|site.zip")) {
                assertThat(written(format, TIME.plusSeconds(60)).get("").replaceAll("03(\\\\?):05(\\\\?):05", "03$1:04$2:05")).as(format.word()).isEqualTo(text);
            }
        }
    }

    /** What breaks off must not look whole to whoever opens it. */
    @Test
    void whatBreaksOffIsNoWholeFile() throws IOException {
        for (var word : new String[] {"xlsx", "docx", "site"}) {
            var format = formats.named(word).orElseThrow();
            var written = new ByteArrayOutputStream();
            assertThatThrownBy(() -> format.write(exports.of(format, query(), TIME), new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    if (written.size() == 4_000) {
                        throw new IOException("gone");
                    }
                    written.write(one);
                }
            })).as(word).isInstanceOf(IOException.class).hasStackTraceContaining("gone");
            var file = Files.write(folder.resolve(word), written.toByteArray());
            assertThatThrownBy(() -> new ZipFile(file.toFile())).as(word).isInstanceOf(ZipException.class);
        }
    }

    /** By part, a letter a byte; those that tell the time of their making left out. One part without a name where the file has none. */
    private Map<String, String> written(ExportFormat format, Instant time) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(exports.of(format, query(), time), out);
        if (!format.word().equals("xlsx")) {
            return Map.of("", out.toString(StandardCharsets.ISO_8859_1));
        }
        // The library writes the present time into its properties and its ZIP.
        var parts = new LinkedHashMap<String, String>();
        var file = Files.write(folder.resolve("workbook.xlsx"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(parts.remove("docProps/core.xml")).isNotNull();
        return parts;
    }

    private TimelineQuery query() {
        return TimelineQuery.ofQueryString("behalf=china&as_of=2023-06-01", directory);
    }
}
