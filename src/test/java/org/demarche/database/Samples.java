package org.demarche.database;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.analysis.NegativeFindingRecord;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.collection.CollectionRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RootRecord;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;

/** Records with every field and every part filled in, none of them kept yet; what they refer to is. */
@ApplicationScoped
public class Samples {
    private static final AtomicInteger MADE = new AtomicInteger();

    @Inject
    History history;

    /** One of each kind. */
    public List<RootRecord> all() {
        return List.of(source(), document(), person(), topic(), affiliation(), event(), statement(), negativeFinding(), collection());
    }

    public SourceRecord source() {
        return new SourceRecord(null, null, null, unique("Gazette"), "B", "a reason");
    }

    public DocumentRecord document() {
        var source = history.keep(source());
        return new DocumentRecord(null, null, source.slug(), "An agency", unique("A report"), "https://example.org/" + UUID.randomUUID(),
                "https://archive.example.org/" + UUID.randomUUID(), "2021-03-04", "2021-03-05", "en", null, "The text of the report. It says “enough”.", "a reason");
    }

    public ActorRecord person() {
        return new ActorRecord(null, null, null, "PERSON", unique("Person"), "P.", List.of(new ActorRecord.Name("人物", "ja", "NAME"), new ActorRecord.Name("the envoy", "en", "DESCRIPTION")),
                null, "RURGOV", "GOV", "1950", "2024-05-06", List.of(new ActorRecord.ExternalId("wikidata", "Q42")), "a reason");
    }

    public ActorRecord state() {
        return new ActorRecord(null, null, null, "STATE", unique("State"), null, List.of(), "XA", null, null, null, null, List.of(), null);
    }

    public TopicRecord topic() {
        var above = history.keep(new TopicRecord(null, null, null, unique("Security"), null, null, null));
        return new TopicRecord(null, null, null, unique("Disarmament"), "What it covers", above.slug(), "a reason");
    }

    public AffiliationRecord affiliation() {
        return new AffiliationRecord(null, null, history.keep(person()).slug(), history.keep(state()).slug(), "OCCUPANCY", "Envoy", "SENIOR", "2020-01~", "2022-12-31", true,
                "2022-11", false, "EXTERNAL", List.of(citation("2021-03-04"), citation(null)), "A note", "a reason");
    }

    public EventRecord event() {
        var parent = history.keep(plainEvent());
        var host = history.keep(state());
        var guest = history.keep(state());
        return new EventRecord(null, null, "MEETING", unique("A meeting"), "2021-03-04", "EXPLICIT_RELATIVE", "15:00+08:00", "HELD",
                new EventRecord.Place("Strelsau", List.of("JP", "KR"), 35.5, 139.25), parent.id(),
                List.of(new EventRecord.Participant(host.slug(), List.of("HOST", "CHAIR")), new EventRecord.Participant(guest.slug(), List.of("VISITOR"))),
                List.of(citation("2021-03-04"), citation(null)), codings(), List.of(new LinkRecord("AFTER", parent.id(), "STATED", List.of(citation(null)))),
                List.of(history.keep(topic()).slug()), "a reason");
    }

    public EventRecord plainEvent() {
        return new EventRecord(null, null, "TOUR", unique("A tour"), "2021-03/2021-04", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** Spoken by an envoy of a state and by somebody unknown, toward a state and a topic, in two reports. */
    public StatementRecord statement() {
        var office = history.keep(affiliation());
        var target = history.keep(state());
        var topic = history.keep(topic());
        var event = history.keep(plainEvent());
        return new StatementRecord(null, null, "2021-03-04", "DERIVED", "09:30", "He says that it is enough", event.id(), "BRIEFING", List.of(topic.slug()),
                List.of(new StatementRecord.Speaker(office.member(), null, "Envoy", List.of(office.whole()), office.id(), false),
                        new StatementRecord.Speaker(null, "a senior official", null, List.of(), null, false)),
                List.of(history.keep(state()).slug()), List.of(target.slug(), office.whole()),
                List.of(new StatementRecord.Stance(null, target.slug(), -2), new StatementRecord.Stance(office.whole(), topic.slug(), 1)),
                List.of(rendering(true, "MIXED", "He said “enough”."), rendering(false, "VERBATIM", "“enough”")), codings(),
                List.of(new LinkRecord("RESPONDS_TO", event.id(), "EXTERNAL", List.of(citation(null)))), "a reason");
    }

    /** What a person at a form writes at least. */
    public StatementRecord plainStatement(String summary) {
        return new StatementRecord(null, null, "2021-03-04", null, null, summary, null, null, List.of(),
                List.of(new StatementRecord.Speaker(history.keep(state()).slug(), null, null, null, null, null)), List.of(), List.of(), List.of(),
                List.of(new StatementRecord.Rendering(history.keep(document()).id(), null, null, null, null, null, null, null, List.of())), List.of(), List.of(), null);
    }

    public NegativeFindingRecord negativeFinding() {
        return new NegativeFindingRecord(null, null, history.keep(plainEvent()).id(), history.keep(state()).slug(), "Its ministry's website", "A note", "a reason");
    }

    public CollectionRecord collection() {
        return new CollectionRecord(null, null, null, unique("A collection"), "An introduction", "q=enough", "a reason");
    }

    public CitationRecord citation(String attests) {
        return new CitationRecord(history.keep(document()).id(), attests, List.of(
                new AnchorRecord("WHOLE", 0, 23, "The text of the report.", null, " It says", null, "EXACT"),
                new AnchorRecord("QUOTE", null, null, null, "says ", ".", "0".repeat(64), "UNVERIFIED")));
    }

    private StatementRecord.Rendering rendering(boolean preferred, String mode, String words) {
        return new StatementRecord.Rendering(history.keep(document()).id(), preferred, mode, words, "en", "zh-Hant", history.keep(person()).slug(), 2, citation(null).anchors());
    }

    private static List<CodingRecord> codings() {
        return List.of(new CodingRecord("PLOVER 2.0", "ACCUSE", "disapprove", List.of("military", "diplomatic"), null, null), CodingRecord.cameo("111"));
    }

    private static String unique(String name) {
        return name + " " + MADE.incrementAndGet() + " of " + Long.toString(System.nanoTime(), 36);
    }
}
