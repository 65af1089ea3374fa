package org.demarche.exchange.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.demarche.history.RecordKind;
import org.demarche.text.Texts;
import org.demarche.web.JsonFault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads an archive that may come from anybody: no more of it than it says, nothing but the files that an archive has, and nothing is
 * written anywhere. Memory does not grow with it.
 */
public final class ArchiveReader implements Closeable {
    private static final int LONGEST_MANIFEST = 100_000;
    /** Text packs to a tenth; packed emptiness comes near a thousandth. */
    private static final int UNPACKED_TO_PACKED = 200;
    private static final long UNPACKED_ANYWAY = 200_000_000;
    /** A revision has a hundred characters even when it is a retraction. */
    private static final int SHORTEST_LINE = 100;
    private static final int SKIPPED_AT_ONCE = 64 * 1024;

    private final ZipFile zip;
    private final ObjectMapper mapper;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, ArchiveManifest.File> described = new HashMap<>();
    private final ArchiveManifest manifest;

    interface Taking<T> {
        /** @param line from 1 */
        void take(T given, long line) throws IOException;
    }

    private ArchiveReader(Path file, ObjectMapper mapper) throws IOException {
        zip = new ZipFile(file.toFile());
        this.mapper = mapper;
        try {
            list();
            manifest = readManifest();
            describe(Files.size(file));
        } catch (IOException | RuntimeException wrong) {
            zip.close();
            throw wrong;
        }
    }

    /**
     * Opens an archive and looks at what it says of itself; its files are not read yet.
     *
     * @throws ArchiveException where it is none
     */
    public static ArchiveReader open(Path file, ObjectMapper mapper) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException("There is no file " + file);
        }
        ArchiveDirectory.check(file);
        try {
            return new ArchiveReader(file, mapper);
        } catch (ZipException | EOFException broken) {
            throw new ArchiveException("The file is damaged: " + broken.getMessage());
        }
    }

    /** What it says of itself; whether that is true is known after {@link #verify}. */
    public ArchiveManifest manifest() {
        return manifest;
    }

    /**
     * Reads everything once.
     *
     * @throws ArchiveException where a file is not the one that the manifest describes, or a line is none
     * @throws java.util.concurrent.CancellationException where the pace breaks it off
     */
    public void verify(Pace pace) throws IOException {
        var numbers = new BitSet();
        for (var kind : RecordKind.values()) {
            var count = manifest.records().get(kind.path());
            long[] lines = new long[1];
            long[] before = new long[1];
            var name = ArchiveFiles.revisions(kind);
            each(kind, true, (line, at) -> {
                var kept = line.revision(at);
                if (kept.number() <= before[0] || kept.number() > manifest.revisions()) {
                    throw new ArchiveException(name, at, "the number " + kept.number() + (kept.number() > manifest.revisions() ? " is higher than the manifest says" : " does not follow the one before"));
                }
                before[0] = kept.number();
                if (numbers.get((int) kept.number())) {
                    throw new ArchiveException(name, at, "the number " + kept.number() + " is there twice");
                }
                numbers.set((int) kept.number());
                lines[0]++;
                if (lines[0] % 1_000 == 0) {
                    pace.told("Checking the archive", numbers.cardinality(), manifest.revisions());
                }
            });
            if (lines[0] != count.revisions()) {
                throw new ArchiveException(name + " has " + lines[0] + " lines, and the manifest says " + count.revisions());
            }
        }
        if (numbers.cardinality() != manifest.revisions()) {
            throw new ArchiveException("The change " + numbers.nextClearBit(1) + " is missing");
        }
        eachMerger(true, (merger, at) -> { });
        for (var name : ArchiveFiles.DESCRIBED) {
            if (!name.startsWith("revisions/")) {
                skim(name);
            }
        }
    }

    /** Each revision of a kind, in the order of their numbers. */
    void each(RecordKind kind, Taking<org.demarche.history.KeptRevision> taking) throws IOException {
        each(kind, false, (line, at) -> taking.take(line.revision(at), at));
    }

    void eachMerger(Taking<ArchiveMerger> taking) throws IOException {
        eachMerger(false, taking);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void each(RecordKind kind, boolean hashed, Taking<ArchiveText> taking) throws IOException {
        lines(ArchiveFiles.revisions(kind), hashed, (text, at) -> taking.take(new ArchiveText(kind, text, mapper), at));
    }

    private void eachMerger(boolean hashed, Taking<ArchiveMerger> taking) throws IOException {
        lines(ArchiveFiles.MERGERS, hashed, (text, at) -> {
            try {
                var merger = mapper.readValue(text, ArchiveMerger.class);
                if (merger.topic() == null || merger.into() == null) {
                    throw new ArchiveException(ArchiveFiles.MERGERS, at, "a topic is missing");
                }
                taking.take(merger, at);
            } catch (JsonProcessingException wrong) {
                throw new ArchiveException(ArchiveFiles.MERGERS, at, JsonFault.words(wrong));
            }
        });
    }

    private void lines(String name, boolean hashed, Taking<String> taking) throws IOException {
        try (var in = open(name)) {
            var lines = new ArchiveLines(name, in);
            for (var text = lines.next(); text != null; text = lines.next()) {
                taking.take(text, lines.number());
            }
            if (hashed) {
                in.refuseOther();
            }
        } catch (ZipException | EOFException broken) {
            throw damaged(name);
        }
    }

    private void skim(String name) throws IOException {
        var some = new byte[SKIPPED_AT_ONCE];
        try (var in = open(name)) {
            while (in.read(some) >= 0) {
                // only its length and its hash count
            }
            in.refuseOther();
        } catch (ZipException | EOFException broken) {
            throw damaged(name);
        }
    }

    private static ArchiveException damaged(String name) {
        return new ArchiveException("The file is damaged: " + name + " can't be unpacked");
    }

    private Described open(String name) throws IOException {
        return new Described(described.get(name), zip.getInputStream(entries.get(name)));
    }

    /** No more bytes than the manifest says, which have the hash that it says. */
    private static final class Described extends InputStream {
        private final ArchiveManifest.File file;
        private final InputStream in;
        private final java.security.MessageDigest digest = Archives.sha256();
        private long bytes;

        private Described(ArchiveManifest.File file, InputStream in) {
            this.file = file;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int read = in.read(some, from, length);
            if (read > 0) {
                bytes += read;
                digest.update(some, from, read);
                if (bytes > file.bytes()) {
                    throw new ArchiveException(file.name() + " is longer than the manifest says");
                }
            }
            return read;
        }

        private void refuseOther() {
            if (bytes != file.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new ArchiveException(file.name() + " is not what the manifest says: its SHA-256 is another one. The archive was damaged or changed");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private void list() {
        for (var all = zip.entries(); all.hasMoreElements();) {
            var entry = all.nextElement();
            var name = entry.getName();
            if (!ArchiveFiles.DESCRIBED.contains(name) && !name.equals(ArchiveFiles.MANIFEST)) {
                throw new ArchiveException("This is no archive of Démarche: it holds ‘" + Texts.cut(name.replaceAll("\\p{C}", "·"), 100) + "’, which none has");
            }
            if (entries.put(name, entry) != null) {
                throw new ArchiveException("The archive holds " + name + " twice");
            }
        }
        for (var name : ArchiveFiles.DESCRIBED) {
            if (!entries.containsKey(name)) {
                throw new ArchiveException("This is no complete archive of Démarche: it lacks " + name);
            }
        }
        if (!entries.containsKey(ArchiveFiles.MANIFEST)) {
            throw new ArchiveException("This is no complete archive of Démarche: it lacks " + ArchiveFiles.MANIFEST);
        }
    }

    private ArchiveManifest readManifest() throws IOException {
        byte[] text;
        try (var in = zip.getInputStream(entries.get(ArchiveFiles.MANIFEST))) {
            text = in.readNBytes(LONGEST_MANIFEST + 1);
        }
        if (text.length > LONGEST_MANIFEST) {
            throw new ArchiveException(ArchiveFiles.MANIFEST + " is longer than one can be");
        }
        try {
            var tree = mapper.readTree(text);
            if (!ArchiveManifest.FORMAT.equals(tree.path("format").textValue())) {
                throw new ArchiveException("This is no archive of Démarche: " + ArchiveFiles.MANIFEST + " does not say so");
            }
            if (tree.path("version").asInt() != ArchiveManifest.VERSION) {
                throw new ArchiveException("The archive has version " + tree.path("version") + " of the format; this Démarche reads version " + ArchiveManifest.VERSION);
            }
            return mapper.treeToValue(tree, ArchiveManifest.class);
        } catch (JsonProcessingException wrong) {
            throw new ArchiveException(ArchiveFiles.MANIFEST + " can't be read: " + JsonFault.words(wrong));
        }
    }

    private void describe(long packed) {
        long unpacked = 0;
        long lines = 0;
        if (manifest.files() == null || manifest.records() == null) {
            throw new ArchiveException(ArchiveFiles.MANIFEST + " lacks its files or records");
        }
        for (var file : manifest.files()) {
            if (file == null || file.name() == null || file.sha256() == null || file.bytes() < 0 || described.put(file.name(), file) != null) {
                throw new ArchiveException(ArchiveFiles.MANIFEST + " describes a file twice, or not wholly");
            }
        }
        if (!described.keySet().equals(new HashSet<>(ArchiveFiles.DESCRIBED))) {
            throw new ArchiveException(ArchiveFiles.MANIFEST + " describes other files than an archive has");
        }
        for (var file : described.values()) {
            unpacked = Math.addExact(unpacked, Math.min(file.bytes(), Long.MAX_VALUE / 100));
            if (entries.get(file.name()).getSize() != file.bytes()) {
                throw new ArchiveException(file.name() + " is not as long as the manifest says");
            }
        }
        if (unpacked > UNPACKED_ANYWAY && unpacked / UNPACKED_TO_PACKED > packed) {
            throw new ArchiveException("The archive would unpack to %,d bytes, %,d times its size: no archive of Démarche does".formatted(unpacked, unpacked / Math.max(1, packed)));
        }
        for (var kind : RecordKind.values()) {
            var count = manifest.records().get(kind.path());
            if (count == null || count.revisions() < 0 || count.revisions() > described.get(ArchiveFiles.revisions(kind)).bytes() / SHORTEST_LINE) {
                throw new ArchiveException(ArchiveFiles.MANIFEST + " does not say how many " + kind.label() + " records there are");
            }
            lines += count.revisions();
        }
        if (lines != manifest.revisions() || lines > Integer.MAX_VALUE - 8) {
            throw new ArchiveException(ArchiveFiles.MANIFEST + " counts " + manifest.revisions() + " changes, and " + lines + " by kind");
        }
    }
}
