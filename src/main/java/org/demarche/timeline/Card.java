package org.demarche.timeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.lucene.util.BytesRef;

import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.text.Quotations;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/**
 * As much of an item as its mark and label need, kept in the index so that a view reads no rows: what it is, when, what it is linked to, who for whom, about whom,
 * its stances and its longest quotation. Actors are told by their ids, so that a renamed one changes none.
 */
final class Card {
    /** More than a label shows. */
    private static final int TITLE_LENGTH = 200;
    private static final int MOST_LINKS = 255;

    private Card() {
    }

    static BytesRef of(Item item) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeBoolean(item.isStatement());
            out.writeUTF(Texts.cut(item.title(), TITLE_LENGTH));
            out.writeUTF(item.when().date().toString());
            if (item.when().unplaced()) {
                write(out, item.when().stands());
            }
            write(out, item.event());
            out.writeByte(Math.min(MOST_LINKS, item.links().size()));
            for (var link : item.links().subList(0, Math.min(MOST_LINKS, item.links().size()))) {
                out.writeUTF(link.kind());
                write(out, link.to());
            }
            if (item.isStatement()) {
                statement(out, item);
            } else {
                out.writeUTF(item.eventKind());
                out.writeUTF(item.status());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("A card can't be written", failed);
        }
        return new BytesRef(bytes.toByteArray());
    }

    /**
     * The item with all that its mark and label are made of and nothing else.
     *
     * @param actors by id; one that is missing was retracted and is left out
     */
    static Item read(UUID id, BytesRef card, Map<UUID, ActorRef> actors) {
        try (var in = new DataInputStream(new ByteArrayInputStream(card.bytes, card.offset, card.length))) {
            var kind = in.readBoolean() ? ItemKind.STATEMENT : ItemKind.EVENT;
            var title = in.readUTF();
            var date = EdtfDate.parse(in.readUTF());
            var stands = date.days().unplaced() ? readDays(in) : date.days();
            var when = new Item.When(date, date.days(), stands, null, null);
            var event = readId(in);
            var links = links(in);
            return kind == ItemKind.STATEMENT ? statement(in, id, title, when, event, links, actors)
                    : new Item(id, kind, 0, title, null, when, List.of(), List.of(), List.of(), List.of(), List.of(), in.readUTF(), in.readUTF(), null, Item.Place.NONE, null, List.of(), List.of(),
                            event, List.of(), links, List.of(), List.of(), null);
        } catch (IOException failed) {
            throw new UncheckedIOException("A card can't be read", failed);
        }
    }

    private static void statement(DataOutputStream out, Item item) throws IOException {
        out.writeByte(item.speakers().size());
        for (var speaker : item.speakers()) {
            write(out, speaker.actor());
            out.writeUTF(Objects.requireNonNullElse(speaker.described(), ""));
            write(out, speaker.principal());
        }
        out.writeByte(item.targets().size());
        for (var target : item.targets()) {
            write(out, target);
        }
        out.writeByte(item.stances().size());
        for (var stance : item.stances()) {
            write(out, stance.holder());
            write(out, stance.toward());
            out.writeByte(stance.value());
        }
        out.writeUTF(item.report() == null ? "" : Quotations.find(item.report().words()).stream().map(Quotations.Passage::text).max(Comparator.comparingInt(String::length)).orElse(""));
    }

    private static List<Item.Link> links(DataInputStream in) throws IOException {
        int left = in.readUnsignedByte();
        var links = left == 0 ? List.<Item.Link>of() : new ArrayList<Item.Link>(left);
        for (; left > 0; left--) {
            links.add(new Item.Link(in.readUTF(), readId(in)));
        }
        return links;
    }

    private static Item statement(DataInputStream in, UUID id, String title, Item.When when, UUID event, List<Item.Link> links, Map<UUID, ActorRef> actors) throws IOException {
        var speakers = new ArrayList<Item.Speaker>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            var actor = actors.get(readId(in));
            var described = in.readUTF();
            var principal = actors.get(readId(in));
            speakers.add(new Item.Speaker(actor, described.isEmpty() ? null : described, null, null, principal == null ? List.of() : List.of(principal)));
        }
        var targets = new ArrayList<ActorRef>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            targets.add(actors.get(readId(in)));
        }
        targets.removeIf(Objects::isNull);
        var stances = new ArrayList<Item.Stance>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            var holder = actors.get(readId(in));
            stances.add(new Item.Stance(holder, actors.get(readId(in)), null, in.readByte()));
        }
        var quote = in.readUTF();
        var report = quote.isEmpty() ? null : new Item.Report(null, null, quote, quote, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        return new Item(id, ItemKind.STATEMENT, 0, title, null, when, speakers, List.of(), targets, List.of(), stances, null, null, null, Item.Place.NONE, report, List.of(), List.of(),
                event, List.of(), links, List.of(), List.of(), null);
    }

    private static void write(DataOutputStream out, ActorRef actor) throws IOException {
        write(out, actor == null ? null : actor.id());
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
    }

    private static void write(DataOutputStream out, FourDays days) throws IOException {
        out.writeLong(days.s1());
        out.writeLong(days.s2());
        out.writeLong(days.e1());
        out.writeLong(days.e2());
    }

    private static FourDays readDays(DataInputStream in) throws IOException {
        return new FourDays(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
