package org.demarche.exchange.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;

import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.commons.csv.CSVPrinter;
import org.demarche.coding.Topics;
import org.demarche.history.KeptRevision;
import org.demarche.history.RecordKind;
import org.demarche.history.RecordTexts;
import org.demarche.history.Revisions;
import org.demarche.item.Items;
import org.demarche.timeline.TimelineCsv;
import org.demarche.web.BaseUrl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Writes everything as one archive. What was recorded up to one number never changes, so an archive is consistent though nobody waits for it;
 * it is read in short steps, and memory does not grow with it.
 */
@ApplicationScoped
public class Archives {
    /** The first moment that a ZIP can name: an archive has no time of its own. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** A step reads about so many characters; whoever rests between steps rests often. */
    private static final int STEP = 250_000;
    private static final int MOST_OF_A_STEP = 250;

    @Inject
    Revisions revisions;
    @Inject
    RecordTexts texts;
    @Inject
    Topics topics;
    @Inject
    Items items;
    @Inject
    ObjectMapper mapper;

    /** What was written. */
    public static final class Written {
        private final ArchiveManifest manifest;

        private Written(ArchiveManifest manifest) {
            this.manifest = manifest;
        }

        ArchiveManifest manifest() {
            return manifest;
        }

        /** The number of the last change that it holds. */
        public long revisions() {
            return manifest.revisions();
        }

        /** Those that are not retracted. */
        public long records() {
            return manifest.present();
        }

        public long items() {
            return manifest.items();
        }
    }

    /** Writes an archive of everything that is recorded when it begins, and leaves the stream open. */
    public Written write(OutputStream out, Pace pace) throws IOException {
        return new Writing(out, items.revision(), pace).all();
    }

    private final class Writing {
        private final ZipOutputStream zip;
        private final long last;
        private final Pace pace;
        private final List<ArchiveManifest.File> files = new ArrayList<>();
        private final Map<String, ArchiveManifest.Count> records = new LinkedHashMap<>();
        private long told;

        private Writing(OutputStream out, long last, Pace pace) {
            zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            this.last = last;
            this.pace = pace;
        }

        private Written all() throws IOException {
            file(ArchiveFiles.SCHEMA, out -> out.write(pretty(schema())));
            var kept = new LinkedHashMap<RecordKind, Long>();
            for (var kind : RecordKind.values()) {
                file(ArchiveFiles.revisions(kind), out -> kept.put(kind, revisions(kind, out)));
            }
            file(ArchiveFiles.MERGERS, this::mergers);
            told = 0;
            for (var kind : RecordKind.values()) {
                file(ArchiveFiles.table(kind), out -> records.put(kind.path(), new ArchiveManifest.Count(kept.get(kind), table(kind, out))));
            }
            var rows = new long[1];
            file(ArchiveFiles.TIMELINE, out -> rows[0] = timeline(out));
            entry(ArchiveFiles.MANIFEST);
            var manifest = new ArchiveManifest(ArchiveManifest.FORMAT, ArchiveManifest.VERSION, last, records, rows[0], files);
            zip.write(pretty(manifest));
            zip.closeEntry();
            zip.finish();
            return new Written(manifest);
        }

        private long revisions(RecordKind kind, OutputStream out) throws IOException {
            long[] number = new long[1];
            try (var json = mapper.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                json.setRootValueSeparator(null);
                each(kind, "Changes", step -> {
                    for (var kept : step) {
                        line(kept, json);
                        number[0]++;
                    }
                });
            }
            return number[0];
        }

        private void line(KeptRevision kept, JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeNumberField("number", kept.number());
            json.writeStringField("kind", kept.kind().name());
            json.writeStringField("id", kept.id().toString());
            json.writeNumberField("version", kept.version());
            json.writeStringField("recordedAt", kept.at().toString());
            json.writeStringField("recordedBy", kept.by());
            json.writeStringField("reason", kept.reason());
            json.writeNumberField("format", kept.format());
            json.writeFieldName("record");
            json.writeRawValue(kept.isRetraction() ? "null" : kept.text());
            json.writeEndObject();
            json.writeRaw('\n');
        }

        private void mergers(OutputStream out) throws IOException {
            for (var merger : in(() -> topics.mergers()).entrySet()) {
                // one that is younger than the last change of the archive is none yet
                if (in(() -> revisions.at(last, RecordKind.TOPIC, List.of(merger.getKey(), merger.getValue()))).get(merger.getKey()) == null && wasThere(merger.getKey())
                        && wasThere(merger.getValue())) {
                    out.write((mapper.writeValueAsString(new ArchiveMerger(merger.getKey(), merger.getValue())) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        private boolean wasThere(UUID topic) {
            return in(() -> revisions.version(RecordKind.TOPIC, topic, 1)).filter(first -> first.number() <= last).isPresent();
        }

        private long table(RecordKind kind, OutputStream out) throws IOException {
            long[] number = new long[1];
            var table = new ArchiveTable(kind, texts.type(kind));
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var csv = new CSVPrinter(writer, TimelineCsv.FORMAT);
            table.header(csv);
            each(kind, "Tables", step -> {
                var present = in(() -> revisions.present(step.stream().filter(kept -> !kept.isRetraction()).map(KeptRevision::number).toList(), last));
                for (var kept : step) {
                    if (present.contains(kept.number())) {
                        table.row(kept, mapper, csv);
                        number[0]++;
                    }
                }
            });
            writer.flush();
            return number[0];
        }

        private long timeline(OutputStream out) throws IOException {
            long[] number = new long[1];
            long all = records.get(RecordKind.STATEMENT.path()).present() + records.get(RecordKind.EVENT.path()).present();
            var csv = new TimelineCsv(new BaseUrl(Optional.empty()));
            out.write(csv.header());
            items.each(last, batch -> {
                try {
                    for (var item : batch) {
                        out.write(csv.line(item));
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                number[0] += batch.size();
                pace.told("Timeline", number[0], all);
            });
            return number[0];
        }

        private void each(RecordKind kind, String words, Step<List<KeptRevision>> work) throws IOException {
            long after = 0;
            int most = MOST_OF_A_STEP / 10;
            while (true) {
                long from = after;
                int size = most;
                var step = in(() -> revisions.kept(kind, from, last, size));
                if (!step.isEmpty()) {
                    work.take(step);
                    after = step.get(step.size() - 1).number();
                    long length = step.stream().mapToLong(kept -> kept.isRetraction() ? 0 : kept.text().length()).sum();
                    most = (int) Math.max(1, Math.min(MOST_OF_A_STEP, STEP / Math.max(1, length / step.size())));
                    told += step.size();
                    pace.told(words, told, last);
                }
                if (step.size() < size) {
                    return;
                }
            }
        }

        private void file(String name, Step<OutputStream> content) throws IOException {
            entry(name);
            var digest = sha256();
            var counting = new Counting(new DigestOutputStream(zip, digest));
            content.take(counting);
            counting.flush();
            zip.closeEntry();
            files.add(new ArchiveManifest.File(name, counting.bytes, HexFormat.of().formatHex(digest.digest())));
        }

        private void entry(String name) throws IOException {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
        }
    }

    private interface Step<T> {
        void take(T given) throws IOException;
    }

    private static final class Counting extends FilterOutputStream {
        private long bytes;

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }

        /** The archive goes on behind this file. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** What a Table Schema says of the tables: the same for all archives of this version. */
    private Map<String, Object> schema() {
        var resources = new ArrayList<Map<String, Object>>();
        for (var kind : RecordKind.values()) {
            resources.add(new ArchiveTable(kind, texts.type(kind)).described());
        }
        resources.add(ArchiveTable.timeline());
        var described = new LinkedHashMap<String, Object>();
        described.put("name", "demarche-archive");
        described.put("profile", "tabular-data-package");
        described.put("title", "Everything that a Démarche has recorded");
        described.put("resources", resources);
        return described;
    }

    private byte[] pretty(Object value) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var text = mapper.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines)).writeValueAsString(value);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Short, and with a session of its own, so that nothing that was read is held on to. */
    private static <T> T in(java.util.concurrent.Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
