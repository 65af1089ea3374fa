package org.demarche;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;

/** Keeps records for tests, each with a name of its own, so that tests on one database don't meet. */
@ApplicationScoped
public class Kept {
    private final AtomicInteger number = new AtomicInteger();

    @Inject
    History history;

    public String unique(String name) {
        return name + " " + Integer.toString(number.incrementAndGet() + 46_655, 36);
    }

    public ActorRecord actor(String type, String name) {
        return history.keep(new ActorRecord(null, null, null, type, unique(name), null, List.of(), null, null, null, null, null, List.of(), null));
    }

    public AffiliationRecord tie(ActorRecord member, ActorRecord whole, String kind, String role, String since, String until) {
        return history.keep(new AffiliationRecord(null, null, member.slug(), whole.slug(), kind, role, null, since, until, null, null, null, null, List.of(), null, null));
    }

    public DocumentRecord document(String title, String text) {
        var source = history.keep(new SourceRecord(null, null, null, unique("Gazette"), "B", null));
        return history.keep(new DocumentRecord(null, null, source.slug(), "Wire", title, "https://example.org/" + source.slug(), null, "2023-02-01", null, "en", null, text, null));
    }

    public EventRecord event(String title, UUID parent, List<ActorRecord> participants, List<DocumentRecord> documents) {
        return history.keep(new EventRecord(null, null, "MEETING", title, "2023-02-01", null, null, null, new EventRecord.Place("Tokyo", List.of("JP"), null, null), parent,
                participants.stream().map(actor -> new EventRecord.Participant(actor.slug(), List.of("HOST"))).toList(),
                documents.stream().map(document -> new CitationRecord(document.id(), null, List.of())).toList(), List.of(), List.of(), List.of(), null));
    }

    public static StatementRecord.Speaker speaker(ActorRecord actor) {
        return new StatementRecord.Speaker(actor.slug(), null, null, null, null, null);
    }

    public static StatementRecord.Rendering words(DocumentRecord document, String words, String language) {
        return new StatementRecord.Rendering(document.id(), null, null, words, language, null, null, null, List.of());
    }

    /** Said by these about those, on 1 February 2023. */
    public StatementRecord statement(String summary, UUID event, List<ActorRecord> speakers, List<ActorRecord> targets, List<StatementRecord.Rendering> renderings,
                                     List<LinkRecord> links) {
        return history.keep(new StatementRecord(null, null, "2023-02-01", null, null, summary, event, "BRIEFING", List.of(), speakers.stream().map(Kept::speaker).toList(),
                List.of(), targets.stream().map(ActorRecord::slug).toList(), targets.stream().map(target -> new StatementRecord.Stance(null, target.slug(), -1)).toList(),
                renderings, List.of(), links, null));
    }

    public <T> List<T> several(int count, java.util.function.IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }
}
