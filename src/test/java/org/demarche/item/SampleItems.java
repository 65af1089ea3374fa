package org.demarche.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.demarche.text.Quotations;
import org.demarche.time.DateBasis;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/** Items made by hand, for tests that need no database. */
public final class SampleItems {
    public static final ActorRef NATO = state("nato", "NATO", "North Atlantic Treaty Organization");
    public static final ActorRef JAPAN = state("japan", "Japan", "Japan");
    public static final ActorRef CHINA = state("china", "China", "China");
    public static final ActorRef RUSSIA = state("russia", "Russia", "Russia");
    public static final ActorRef ITALY = state("italy", "Italy", "Italy");
    public static final ActorRef STOLTENBERG = person("jens-stoltenberg", "Jens Stoltenberg");
    public static final ActorRef HAYASHI = person("yoshimasa-hayashi", "Yoshimasa Hayashi");
    public static final ActorRef KISHIDA = person("fumio-kishida", "Fumio Kishida");
    public static final ActorRef MAO = person("mao-ning", "Mao Ning");

    /** The day that attests what nobody can date. */
    private static final long ATTESTED = EdtfDate.parse("2023-02-01").days().s1();
    private static final Item.Recorded RECORDED = new Item.Recorded(Instant.EPOCH, "somebody", Instant.EPOCH);

    private SampleItems() {
    }

    public static ActorRef state(String slug, String shortName, String name) {
        return new ActorRef(UUID.nameUUIDFromBytes(slug.getBytes()), slug, name, shortName, "STATE", false);
    }

    public static ActorRef person(String slug, String name) {
        return new ActorRef(UUID.nameUUIDFromBytes(slug.getBytes()), slug, name, name, "PERSON", false);
    }

    public static Item.Speaker speaker(ActorRef person, ActorRef behalf) {
        return new Item.Speaker(person, null, null, null, List.of(behalf));
    }

    public static Item.Stance stance(ActorRef holder, ActorRef toward, int value) {
        return new Item.Stance(holder, toward, null, value);
    }

    /** A statement about everybody whom it has a stance toward. */
    public static Item statement(String date, String summary, String words, List<Item.Speaker> speakers, Item.Stance... stances) {
        var targets = Arrays.stream(stances).map(Item.Stance::toward).distinct().toList();
        return item(ItemKind.STATEMENT, date, summary, words, speakers, targets, List.of(stances), null, null, null, List.of());
    }

    public static Item event(String date, String title, String kind, String status) {
        return item(ItemKind.EVENT, date, title, null, List.of(), List.of(), List.of(), kind, status, null, List.of());
    }

    /** The same item at, or as a part of, an event. */
    public static Item at(Item item, Item... events) {
        var within = Arrays.stream(events).map(Item::id).toList();
        return new Item(item.id(), item.kind(), item.version(), item.title(), item.summary(), item.when(), item.speakers(), item.addressees(), item.targets(), item.participants(),
                item.stances(), item.eventKind(), item.status(), item.instrument(), item.place(), item.report(), item.documents(), item.sources(), within.get(0), within,
                item.links(), item.topics(), item.codings(), item.recorded());
    }

    /** As many statements as there are dates, all by one speaker about one other. */
    public static List<Item> statements(ActorRef by, ActorRef about, int value, List<String> dates) {
        var items = new ArrayList<Item>();
        dates.forEach(date -> items.add(statement(date, by.shortName() + " says so", null, List.of(speaker(by, by)), stance(null, about, value))));
        return items;
    }

    private static Item item(ItemKind kind, String date, String title, String words, List<Item.Speaker> speakers, List<ActorRef> targets, List<Item.Stance> stances,
                             String eventKind, String status, UUID event, List<UUID> within) {
        var read = EdtfDate.parse(date);
        var stands = read.days().unplaced() ? FourDays.onDay(ATTESTED) : read.days();
        var passages = Quotations.find(words);
        var report = words == null ? null : new Item.Report(null, "MIXED", words, passages.isEmpty() ? null : passages.get(0).text(), "en", null, null, null, null, null, null,
                null, null, null, null, null, null, null);
        return new Item(UUID.randomUUID(), kind, 1, title, title, new Item.When(read, read.days(), stands, DateBasis.EXPLICIT, null), speakers, List.of(), targets, List.of(),
                stances, eventKind, status, null, Item.Place.NONE, report, List.of(), List.of(), event, within, List.of(), List.of(), List.of(), RECORDED);
    }
}
