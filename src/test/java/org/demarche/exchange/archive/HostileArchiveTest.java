package org.demarche.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.database.Samples;
import org.demarche.history.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is no archive, or one that somebody made to do harm, is refused with what is wrong with it. Reading writes nothing anywhere. */
@QuarkusTest
class HostileArchiveTest {
    private static byte[] archive;

    @Inject
    Archives archives;
    @Inject
    History history;
    @Inject
    Samples samples;
    @Inject
    ObjectMapper mapper;
    @TempDir
    Path folder;

    @BeforeEach
    void make() throws IOException {
        if (archive == null) {
            samples.all().forEach(history::keep);
            var out = new ByteArrayOutputStream();
            archives.write(out, Pace.FULL);
            archive = out.toByteArray();
        }
    }

    @Test
    void oneOfOurOwnIsRead() throws IOException {
        verify(Files.write(folder.resolve("own.zip"), archive));
    }

    @Test
    void whatIsNoZip() throws IOException {
        refused("H:2,block:12,blockSize:1000,chunk:a".getBytes(StandardCharsets.UTF_8), ".mv.db", "opens no database file");
        refused("id,title\r\n1,A table\r\n2,Of some length".getBytes(StandardCharsets.UTF_8), "ZIP");
        refused(new byte[0], "empty");
        refused(new byte[] {'P', 'K', 3, 4}, "too short");
        refused(Arrays.copyOf(archive, archive.length / 2), "cut short");
        refused(Arrays.copyOf(archive, archive.length - 10), "cut short");
        assertThatThrownBy(() -> verify(folder.resolve("nowhere.zip"))).isInstanceOf(ArchiveException.class).hasMessageContaining("no file");
        assertThatThrownBy(() -> verify(folder)).isInstanceOf(ArchiveException.class);
    }

    @Test
    void aByteChangedAnywhere() throws IOException {
        int refused = 0;
        int places = 200;
        for (int number = 0; number < places; number++) {
            var damaged = archive.clone();
            int place = (int) ((long) number * archive.length / places);
            damaged[place] ^= 0x55;
            var file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                verify(file);
            } catch (ArchiveException said) {
                refused++;
            }
        }
        // In the times and the like of an entry it changes nothing of what is read.
        assertThat(refused).isGreaterThan(places / 2);
    }

    @Test
    void filesThatNoArchiveHas() throws IOException {
        for (var name : new String[] {"../../../etc/cron.d/job", "/etc/passwd", "revisions/../../out.jsonl", "C:\\windows\\win.ini", "notes.txt", "revisions/actors.jsonl/"}) {
            var repacked = new Repacked(archive);
            repacked.files.put(name, "harm".getBytes(StandardCharsets.UTF_8));
            refused(repacked.bytes(), "which none has");
        }
        var lacking = new Repacked(archive);
        lacking.files.remove("tables/timeline.csv");
        refused(lacking.bytes(), "lacks tables/timeline.csv");
        var blind = new Repacked(archive);
        blind.files.remove("manifest.json");
        refused(blind.bytes(), "lacks manifest.json");
        refused(new Repacked(archive).manifest(manifest -> manifest.put("format", "something")).bytes(), "does not say so");
        refused(new Repacked(archive).manifest(manifest -> manifest.put("version", 2)).bytes(), "version 2");
        refused(new Repacked(archive).manifest(manifest -> manifest.remove("files")).bytes(), "lacks its files");
        refused(new Repacked(archive).manifest(manifest -> ((ArrayNode) manifest.get("files")).remove(0)).bytes(), "other files");
        refused(new Repacked(archive).manifest(manifest -> manifest.put("revisions", Long.MAX_VALUE)).bytes(), "counts");
    }

    @Test
    void theSameFileTwice() throws IOException {
        // ZipOutputStream refuses to write one, so the name of another is changed afterwards.
        var repacked = new Repacked(archive);
        repacked.files.put("revisions/actorz.jsonl", repacked.files.get("revisions/actors.jsonl"));
        var twice = new String(repacked.bytes(), StandardCharsets.ISO_8859_1).replace("revisions/actorz.jsonl", "revisions/actors.jsonl").getBytes(StandardCharsets.ISO_8859_1);
        refused(twice, "twice");
    }

    @Test
    void contentThatIsNotWhatTheManifestSays() throws IOException {
        refused(new Repacked(archive).change("revisions/sources.jsonl", text -> text.replaceFirst("Gazette", "Gazotte")).bytes(), "SHA-256");
        refused(new Repacked(archive).change("tables/sources.csv", text -> text.replaceFirst("Gazette", "Gazotte")).bytes(), "tables/sources.csv", "SHA-256");
        refused(new Repacked(archive).change("revisions/sources.jsonl", text -> text + text).bytes(), "not as long");
        refused(new Repacked(archive).manifest(manifest -> ((ObjectNode) manifest.get("records").get("actors")).put("revisions", 1)).bytes(), "counts");
    }

    @Test
    void linesThatAreNone() throws IOException {
        line(text -> text.replaceFirst("\\{", "{{"), "line 1");
        line(text -> "not JSON\n" + text, "line 1");
        line(text -> text.replaceFirst("\n", "\n\n"), "line 2");
        line(text -> text.replaceFirst("\"number\":[0-9]+", "\"number\":0"), "line 1", "number");
        line(text -> text.replaceFirst("\"number\":[0-9]+", "\"number\":9999999999999999999999"), "line 1", "number");
        line(text -> text.replaceFirst("\"number\":[0-9]+", "\"number\":2147483000"), "line 1", "higher than the manifest");
        line(text -> text.replaceFirst("\"kind\":\"SOURCE\"", "\"kind\":\"ACTOR\""), "line 1", "kind");
        line(text -> text.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"1\""), "line 1", "id");
        line(text -> text.replaceFirst("\"recordedAt\":\"[^\"]+\"", "\"recordedAt\":\"yesterday\""), "line 1", "recordedAt");
        line(text -> text.replaceFirst("\"recordedAt\":\"[^\"]+\"", "\"recordedAt\":null"), "line 1", "recordedAt");
        line(text -> text.replaceFirst("\"recordedBy\":\"[^\"]+\"", "\"recordedBy\":\"" + "x".repeat(300) + "\""), "line 1", "recordedBy");
        line(text -> text.replaceFirst("\"format\":1", "\"format\":2"), "line 1", "later Démarche");
        line(text -> text.replaceFirst("\"format\":1", "\"format\":1,\"harm\":true"), "line 1", "harm");
        line(text -> text.replaceFirst("\"format\":1", "\"format\":1,\"format\":1"), "line 1", "Duplicate");
        line(text -> text.replaceFirst("Gazette", "Gaz\\\\u0000ette"), "line ", "NUL");
        line(text -> text.replaceFirst("Gazette", "Gaz\\\\ud800ette"), "line ", "surrogate");
        line(text -> text.replaceFirst("Gazette", "Cafe\u0301"), "line ", "NFC");
        line(text -> text.replaceFirst("\"record\":\\{", "\"record\":[{").replaceFirst("}}\n", "}]}\n"), "line 1", "record");
        line(text -> text.replaceFirst("Gazette", "x".repeat(4_100_000)), "line ", "longer than");
        line(text -> text.replaceFirst("\"reason\":\"a reason\",\"format\"", "\"reason\":" + "[".repeat(2_000) + "]".repeat(2_000) + ",\"format\""), "line ");
        line(text -> text.substring(0, text.length() - 1), "does not end");
        line(text -> text.replaceFirst("^(.*\n)(.*\n)", "$2$1"), "line 2", "does not follow");

        var latin = new Repacked(archive);
        latin.files.put("revisions/sources.jsonl", latin.text("revisions/sources.jsonl").replaceFirst("Gazette", "Gaz\u00e9tte").getBytes(StandardCharsets.ISO_8859_1));
        refused(latin.describedRightly().bytes(), "no UTF-8");
    }

    @Test
    void aChangeThatIsMissing() throws IOException {
        refused(new Repacked(archive).change("revisions/sources.jsonl", text -> text.substring(text.indexOf('\n') + 1)).describedRightly().bytes(), "higher than the manifest");
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws IOException {
        var bomb = folder.resolve("bomb.zip");
        var repacked = new Repacked(archive);
        long size = 300_000_000L;
        repacked.manifest(manifest -> ((ArrayNode) manifest.get("files")).forEach(file -> {
            if (file.get("name").textValue().equals("tables/timeline.csv")) {
                ((ObjectNode) file).put("bytes", size);
            }
        }));
        var zeros = new byte[1_000_000];
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var file : repacked.files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                if (file.getKey().equals("tables/timeline.csv")) {
                    for (long written = 0; written < size; written += zeros.length) {
                        zip.write(zeros);
                    }
                } else {
                    zip.write(file.getValue());
                }
                zip.closeEntry();
            }
        }
        long began = System.nanoTime();
        assertThatThrownBy(() -> verify(bomb)).isInstanceOf(ArchiveException.class).hasMessageContaining("times its size");
        assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(2_000_000_000L);

        var many = folder.resolve("many.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int entry = 0; entry < 70_000; entry++) {
                zip.putNextEntry(new ZipEntry("f" + entry));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> verify(many)).isInstanceOf(ArchiveException.class).hasMessageContaining("more files");
    }

    private void line(java.util.function.UnaryOperator<String> change, String... said) throws IOException {
        var repacked = new Repacked(archive);
        var before = repacked.text("revisions/sources.jsonl");
        repacked.change("revisions/sources.jsonl", change);
        assertThat(repacked.text("revisions/sources.jsonl").equals(before)).as("nothing is changed for %s", String.join(", ", said)).isFalse();
        var file = repacked.describedRightly().file(folder);
        assertThatThrownBy(() -> verify(file)).isInstanceOf(ArchiveException.class).message().contains(said).contains("sources.jsonl");
    }

    private void refused(byte[] file, String... said) throws IOException {
        var path = Files.write(Files.createTempFile(folder, "hostile", ".zip"), file);
        assertThatThrownBy(() -> verify(path)).isInstanceOf(ArchiveException.class).message().contains(said).doesNotContain("\n");
    }

    private void verify(Path file) throws IOException {
        try (var opened = ArchiveReader.open(file, mapper)) {
            opened.verify(Pace.FULL);
        }
    }
}
