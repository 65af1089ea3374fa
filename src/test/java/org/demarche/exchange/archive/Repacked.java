package org.demarche.exchange.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The files of an archive, to be changed and packed again as somebody with bad intentions would. */
final class Repacked {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, byte[]> files = new LinkedHashMap<>();

    Repacked(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    Repacked change(String name, UnaryOperator<String> change) {
        files.put(name, change.apply(text(name)).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Repacked manifest(java.util.function.Consumer<ObjectNode> change) throws IOException {
        var manifest = (ObjectNode) JSON.readTree(files.get("manifest.json"));
        change.accept(manifest);
        files.put("manifest.json", JSON.writeValueAsBytes(manifest));
        return this;
    }

    /** With lengths, hashes and counts that are right again. */
    Repacked describedRightly() throws IOException {
        return manifest(manifest -> {
            long all = 0;
            for (var file : (ArrayNode) manifest.get("files")) {
                var name = file.get("name").textValue();
                var bytes = files.get(name);
                ((ObjectNode) file).put("bytes", bytes.length).put("sha256", HexFormat.of().formatHex(Archives.sha256().digest(bytes)));
                if (name.startsWith("revisions/") && !name.equals(ArchiveFiles.MERGERS)) {
                    long lines = text(name).chars().filter(character -> character == '\n').count();
                    ((ObjectNode) manifest.get("records").get(name.substring(10).replace(".jsonl", ""))).put("revisions", lines);
                    all += lines;
                }
            }
            manifest.put("revisions", all);
        });
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    Path file(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "repacked", ".zip"), bytes());
    }
}
