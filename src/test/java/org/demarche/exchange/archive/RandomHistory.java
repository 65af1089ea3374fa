package org.demarche.exchange.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.analysis.NegativeFindingRecord;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.collection.CollectionRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.event.Linked;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.ConflictException;
import org.demarche.web.InvalidRecordException;

/** A history by chance: records of every kind with texts that trip up whoever reads them, changed, retracted, restored and merged. */
final class RandomHistory {
    static final List<String> HOSTILE = List.of("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1:A9)", "'quoted'", "''=1", "\"double\" and ‘single’", "a;b\\;c \\\\ d", "line\nbreak", "tab\tin it", "שלום עולם",
            "مرحبا بالعالم", "\u202Eback to front", "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "NA", "NULL", "null", "nan", "true", "0050", "1e3", "a,b", "<script>alert(1)</script>", "&amp;", "{\"id\":1}", "[]", "Côte d’Ivoire",
            "\u2028separator", "%00", "../../etc/passwd", "ﷺ", "x".repeat(250));

    private final History history;
    private final Revisions revisions;
    private final Topics topics;
    private final Random chance;
    private final List<SourceRecord> sources = new ArrayList<>();
    private final List<DocumentRecord> documents = new ArrayList<>();
    private final List<ActorRecord> actors = new ArrayList<>();
    private final List<TopicRecord> topicRecords = new ArrayList<>();
    private final List<Linked> items = new ArrayList<>();
    private final List<UUID> retracted = new ArrayList<>();
    private final List<RecordKind> kindsOfRetracted = new ArrayList<>();
    private int refused;

    RandomHistory(History history, Revisions revisions, Topics topics, long seed) {
        this.history = history;
        this.revisions = revisions;
        this.topics = topics;
        chance = new Random(seed);
    }

    /** Does so many things, about half of which the rules refuse. */
    void live(int steps) {
        for (int first = 0; first < 3; first++) {
            sources.add(history.keep(source()));
            documents.add(history.keep(document()));
            actors.add(history.keep(actor("STATE")));
            topicRecords.add(history.keep(topic()));
        }
        history.together(writing -> {
            for (int step = 0; step < steps; step++) {
                try {
                    writing.write(change -> {
                        live(change);
                        return null;
                    });
                } catch (InvalidRecordException | ConflictException rules) {
                    refused++;
                }
            }
            return null;
        });
    }

    int refused() {
        return refused;
    }

    private void live(Change change) {
        switch (chance.nextInt(20)) {
            case 0 -> sources.add(change.keep(source()));
            case 1, 2 -> documents.add(change.keep(document()));
            case 3 -> actors.add(change.keep(actor(pick(List.of("STATE", "PERSON", "IGO", "ORGANIZATION", "COLLECTIVE")))));
            case 4 -> topicRecords.add(change.keep(topic()));
            case 5 -> change.keep(tie());
            case 6 -> items.add(change.keep(event()));
            case 7, 8 -> items.add(change.keep(statement()));
            case 9 -> change.keep(new CollectionRecord(null, null, null, words(), maybe(), "behalf=" + pick(actors).slug(), maybe()));
            case 10 -> finding(change);
            case 11 -> rename(change);
            case 12, 13 -> edit(change);
            case 14 -> link(change);
            case 15 -> retract(change);
            case 16 -> restore(change);
            case 17 -> merge(change);
            case 18 -> moveTie(change);
            default -> retext(change);
        }
    }

    private SourceRecord source() {
        return new SourceRecord(null, null, null, words(), chance.nextBoolean() ? "B" : null, maybe());
    }

    private DocumentRecord document() {
        return new DocumentRecord(null, null, pick(sources).slug(), maybe(), maybe(), chance.nextBoolean() ? "https://example.org/?a=1&b=;" + chance.nextInt(99) : null, null,
                chance.nextBoolean() ? pick(List.of("2021-03-04", "-0044", "2021~", "2021-0X")) : null, null, "en", null, chance.nextBoolean() ? "He said “enough”. " + words() : null, maybe());
    }

    private ActorRecord actor(String type) {
        return new ActorRecord(null, null, null, type, words(), chance.nextBoolean() ? words() : null, List.of(new ActorRecord.Name(words(), pick(List.of("ja", "ar", "zh-Hant")), "NAME")), null,
                chance.nextBoolean() ? "RURGOV" : null, null, chance.nextBoolean() ? "1950" : null, null, List.of(new ActorRecord.ExternalId("wikidata", words())), maybe());
    }

    private TopicRecord topic() {
        return new TopicRecord(null, null, null, words(), maybe(), topicRecords.isEmpty() || chance.nextBoolean() ? null : pick(topicRecords).slug(), maybe());
    }

    private AffiliationRecord tie() {
        return new AffiliationRecord(null, null, pick(actors).slug(), pick(actors).slug(), pick(List.of("OCCUPANCY", "MEMBERSHIP", "PART_OF")), maybe(), null, pick(List.of("", "2010", "2020-02~")), pick(List.of("", "..", "2031")),
                null, null, chance.nextInt(9) == 0, null, List.of(citation()), maybe(), maybe());
    }

    private EventRecord event() {
        var parent = items.isEmpty() ? null : pick(items) instanceof EventRecord one ? one.id() : null;
        return new EventRecord(null, null, pick(List.of("VISIT", "MEETING", "OTHER")), words(), date(), null, chance.nextBoolean() ? "15:00+08:00" : null, null,
                chance.nextBoolean() ? new EventRecord.Place(words(), List.of("JP", "KR"), 35.5, -0.1) : null, parent, List.of(new EventRecord.Participant(pick(actors).slug(), List.of("HOST", "CHAIR"))),
                List.of(citation()), codings(), List.of(), List.of(pick(topicRecords).slug()), maybe());
    }

    private StatementRecord statement() {
        var event = items.isEmpty() ? null : pick(items) instanceof EventRecord one ? one.id() : null;
        return new StatementRecord(null, null, date(), null, null, words(), event, "BRIEFING", List.of(pick(topicRecords).slug()),
                List.of(new StatementRecord.Speaker(pick(actors).slug(), null, maybe(), null, null, null), new StatementRecord.Speaker(null, words(), null, List.of(), null, null)),
                List.of(pick(actors).slug()), List.of(pick(actors).slug()), List.of(new StatementRecord.Stance(null, pick(actors).slug(), chance.nextInt(5) - 2)),
                List.of(new StatementRecord.Rendering(pick(documents).id(), null, chance.nextBoolean() ? "VERBATIM" : null, "“enough”", "en", null, null, chance.nextInt(2) + 1, citation().anchors())), codings(),
                items.isEmpty() || chance.nextBoolean() ? List.of() : List.of(new LinkRecord("RESPONDS_TO", pick(items).id(), "STATED", List.of(citation()))), maybe());
    }

    private CitationRecord citation() {
        return new CitationRecord(pick(documents).id(), chance.nextBoolean() ? "2021" : null, List.of(new AnchorRecord("WHOLE", 3, 12, "said “en", "He ", "ough", null, null),
                new AnchorRecord("QUOTE", null, null, null, words(), null, "0".repeat(64), null)));
    }

    private List<CodingRecord> codings() {
        return chance.nextBoolean() ? List.of() : List.of(new CodingRecord("PLOVER 2.0", "ACCUSE", "disapprove", List.of("military"), null, null), CodingRecord.cameo("050"),
                new CodingRecord(words(), words(), null, List.of(), -2.25, 3));
    }

    private void finding(Change change) {
        if (pick(items) instanceof EventRecord event) {
            change.keep(new NegativeFindingRecord(null, null, event.id(), pick(actors).slug(), words(), maybe(), maybe()));
        }
    }

    /** Its old slug stays in what named it. */
    private void rename(Change change) {
        int which = chance.nextInt(actors.size());
        var actor = actors.get(which);
        actors.set(which, change.keep(new ActorRecord(actor.id(), "renamed-" + chance.nextInt(100_000), present(RecordKind.ACTOR, actor.id()), actor.type(), words(), null, List.of(), null, null, null, null, null, List.of(), maybe())));
    }

    private void edit(Change change) {
        var present = present(pick(items));
        if (present == null) {
            return;
        }
        change.keep(present instanceof EventRecord event
                ? new EventRecord(event.id(), event.version(), event.kind(), words(), date(), event.dateBasis(), null, event.status(), null, pick(items) instanceof EventRecord one && !one.id().equals(event.id()) ? one.id() : null,
                        List.of(), event.citations(), codings(), event.links(), event.topics(), maybe())
                : ((StatementRecord) present).linked(present.links(), words()));
    }

    /** In whatever direction: circles too. */
    private void link(Change change) {
        var present = present(pick(items));
        if (present == null) {
            return;
        }
        var links = new ArrayList<>(present.links());
        links.add(new LinkRecord(pick(List.of("SUPPORTS", "CONTRADICTS", "AFTER")), pick(items).id(), "INFERRED", List.of()));
        change.keep(present.linked(links, maybe()));
    }

    private void retract(Change change) {
        var record = switch (chance.nextInt(5)) {
            case 0 -> pick(sources);
            case 1 -> pick(actors);
            case 2 -> pick(topicRecords);
            case 3 -> pick(documents);
            default -> pick(items);
        };
        var kind = kind(record);
        change.retract(kind, record.id(), present(kind, record.id()), words());
        retracted.add(record.id());
        kindsOfRetracted.add(kind);
    }

    private void restore(Change change) {
        if (!retracted.isEmpty()) {
            int which = chance.nextInt(retracted.size());
            change.restore(kindsOfRetracted.get(which), retracted.get(which), present(kindsOfRetracted.get(which), retracted.get(which)), maybe());
        }
    }

    private void merge(Change change) {
        var from = pick(topicRecords);
        var into = pick(topicRecords);
        if (!from.id().equals(into.id())) {
            change.retract(RecordKind.TOPIC, from.id(), present(RecordKind.TOPIC, from.id()), "Merged");
            topics.merged(from.id(), into.id());
        }
    }

    /** Statements that were resolved by it may no longer be what resolution would give. */
    private void moveTie(Change change) {
        var person = pick(actors);
        var tie = change.keep(new AffiliationRecord(null, null, person.slug(), pick(actors).slug(), "OCCUPANCY", words(), null, "2010", "..", null, null, null, null, List.of(), null, null));
        if (chance.nextBoolean()) {
            items.add(change.keep(statement()));
        }
        change.keep(new AffiliationRecord(tie.id(), tie.version(), tie.member(), tie.whole(), "MEMBERSHIP", null, null, "1800", "1801", false, null, true, null, List.of(), null, maybe()));
    }

    /** Anchors in it follow. */
    private void retext(Change change) {
        int which = chance.nextInt(documents.size());
        var document = (DocumentRecord) revisions.present(RecordKind.DOCUMENT, documents.get(which).id()).orElseThrow().record();
        if (document != null) {
            change.keep(new DocumentRecord(document.id(), document.version(), document.source(), document.agency(), document.title(), null, null, document.published(), null, "en", null,
                    chance.nextInt(3) == 0 ? null : words() + " He said “enough” again. ", maybe()));
        }
    }

    /** As it is now; null where it was retracted. */
    private Linked present(Linked item) {
        return (Linked) revisions.present(kind(item), item.id()).orElseThrow().record();
    }

    private int present(RecordKind kind, UUID id) {
        return revisions.present(kind, id).orElseThrow().version();
    }

    private static RecordKind kind(RootRecord record) {
        return record instanceof EventRecord ? RecordKind.EVENT : record instanceof StatementRecord ? RecordKind.STATEMENT : record instanceof ActorRecord ? RecordKind.ACTOR
                : record instanceof TopicRecord ? RecordKind.TOPIC : record instanceof SourceRecord ? RecordKind.SOURCE : RecordKind.DOCUMENT;
    }

    private String date() {
        return pick(List.of("2021-03-04", "2021", "2021-03~", "2021-03-04/..", "/..", "[2021-03-04,2021-03-09]", "-0044-03-15", "2021-21"));
    }

    private String words() {
        return pick(HOSTILE) + (chance.nextBoolean() ? "" : " " + chance.nextInt(1_000));
    }

    /** Missing, empty or hostile. */
    private String maybe() {
        return switch (chance.nextInt(3)) {
            case 0 -> null;
            case 1 -> "";
            default -> words();
        };
    }

    private <T> T pick(List<T> some) {
        if (some.isEmpty()) {
            throw new ConflictException("There is nothing to pick from", null);
        }
        return some.get(chance.nextInt(some.size()));
    }
}
