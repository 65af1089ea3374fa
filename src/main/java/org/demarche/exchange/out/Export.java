package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.demarche.actor.ActorRecord;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.timeline.TimelineCsv;
import org.demarche.web.BaseUrl;

/**
 * One going through the items of a query. It is read once, from {@link #each}, and then knows what it read: a format that is to say so
 * at its beginning holds the rest back in a {@link Spool}.
 */
final class Export {
    private final TimelineQuery query;
    private final Provenance provenance;
    private final String introduction;
    private final Items items;
    private final BaseUrl baseUrl;
    private final TimelineCsv csv;
    private final Sources sources;

    private long read;
    private long leftOut;
    private String sha256;

    /**
     * What is looked up beside the items.
     *
     * @param actors the present records of these ids, one query
     * @param drawing of the query, an SVG
     */
    record Sources(Function<Collection<UUID>, Map<UUID, ActorRecord>> actors, Supplier<String> drawing) {
    }

    interface Batch {
        void write(List<Item> items) throws IOException;
    }

    /** @param introduction what a collection says of itself, null elsewhere */
    Export(TimelineQuery query, Provenance provenance, String introduction, Items items, BaseUrl baseUrl, Sources sources) {
        this.query = query;
        this.provenance = provenance;
        this.introduction = introduction;
        this.items = items;
        this.baseUrl = baseUrl;
        this.csv = new TimelineCsv(baseUrl);
        this.sources = sources;
    }

    /** All items of the query in its order. Memory does not grow with their number. */
    void each(Batch batch) throws IOException {
        each(OutputStream.nullOutputStream(), batch);
    }

    /** One page of the query, as long as its {@code limit}. */
    void page(TimelineQuery asked, Batch batch) throws IOException {
        copying(OutputStream.nullOutputStream(), out -> batch(out, batch).accept(items.list(asked).items()));
    }

    /** Writes the timeline CSV in passing, which is what the hash is of. */
    void each(OutputStream copy, Batch batch) throws IOException {
        copying(copy, out -> items.each(query, batch(out, batch)));
    }

    /**
     * The same, of what each item comes to in the format.
     *
     * @param form called by several threads, in any order
     */
    void each(OutputStream copy, Function<Item, byte[]> form, Taker taker) throws IOException {
        copying(copy, out -> items.each(query, item -> together(csv.line(item), form.apply(item)), both -> {
            int line = ByteBuffer.wrap(both).getInt();
            try {
                out.write(both, Integer.BYTES, line);
                read++;
                taker.take(Arrays.copyOfRange(both, Integer.BYTES + line, both.length));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }));
    }

    interface Taker {
        void take(byte[] form) throws IOException;
    }

    private static byte[] together(byte[] line, byte[] form) {
        return ByteBuffer.allocate(Integer.BYTES + line.length + form.length).putInt(line.length).put(line).put(form).array();
    }

    private Consumer<List<Item>> batch(OutputStream out, Batch batch) {
        return list -> {
            try {
                for (var item : list) {
                    out.write(csv.line(item));
                }
                read += list.size();
                batch.write(list);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }

    private void copying(OutputStream copy, Consumer<OutputStream> reading) throws IOException {
        if (sha256 != null) {
            throw new IllegalStateException("An export is read once");
        }
        var digest = sha256();
        var out = new DigestOutputStream(copy, digest);
        out.write(csv.header());
        // Rows may be long in coming.
        out.flush();
        try {
            reading.accept(out);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    /** Counts an item that the format can't hold. */
    void leaveOut() {
        leftOut++;
    }

    /** Known once all is read. */
    Provenance.Rows rows() {
        if (sha256 == null) {
            throw new IllegalStateException("Not all is read yet");
        }
        return new Provenance.Rows(read, leftOut, sha256);
    }

    Provenance provenance() {
        return provenance;
    }

    TimelineQuery query() {
        return query;
    }

    String introduction() {
        return introduction;
    }

    BaseUrl baseUrl() {
        return baseUrl;
    }

    /** The records of these actors, retracted ones left out. One query for the batch. */
    Map<UUID, ActorRecord> actors(Collection<ActorRef> actors) {
        return sources.actors.apply(actors.stream().map(ActorRef::id).distinct().toList());
    }

    String drawing() {
        return sources.drawing.get();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("Every Java has SHA-256", none);
        }
    }
}
