package org.demarche.event;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.Actors;
import org.demarche.coding.CodingWords;
import org.demarche.coding.Topics;
import org.demarche.history.Revisions;
import org.demarche.item.AsOf;
import org.demarche.source.CitationChecks;
import org.demarche.source.CitedDocument;
import org.demarche.source.Documents;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/** Looks up what the page of an event tells: a fixed number of queries, however much the event holds. */
@ApplicationScoped
class EventViews {
    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Events events;
    @Inject
    Threads threads;
    @Inject
    Revisions revisions;

    EventView of(EventRecord record) {
        return of(record, false, null);
    }

    /**
     * @param all whether the whole thread is told, however deep
     * @param known as of when, null being now
     */
    EventView of(EventRecord record, boolean all, AsOf known) {
        long number = known == null ? Revisions.NOW : revisions.lastBefore(known.until());
        long today = known == null ? LocalDate.now(ZoneOffset.UTC).toEpochDay() : known.day();
        var date = EdtfDate.parse(record.date());
        var basis = record.dateBasis() == null ? DateBasis.EXPLICIT : DateBasis.valueOf(record.dateBasis());
        var topicNames = known == null ? topics.named(record.topics()) : topics.ever(record.topics());
        return new EventView(record, EventKind.valueOf(record.kind()).label(), status(record, date, today),
                DateWords.words(date) + (record.time() == null ? "" : ", " + record.time()), DateWords.basis(basis), place(record.place()),
                record.parent() == null ? null : events.named(List.of(record.parent()), number).get(record.parent()), participants(record, known),
                record.topics().stream().map(topicNames::get).filter(Objects::nonNull).toList(),
                CitedDocument.of(record.citations(), documents.named(CitationChecks.documentsOf(record.citations()), number)),
                CodingWords.of(record.codings()), threads.of(record.id(), record.links(), all, known));
    }

    private static String status(EventRecord record, EdtfDate date, long today) {
        var status = record.status() == null ? EventStatus.HELD : EventStatus.valueOf(record.status());
        return switch (status) {
            case HELD -> null;
            case PLANNED -> date.days().e2() < today ? "planned: was it held?" : status.label();
            case POSTPONED, CANCELLED -> status.label();
        };
    }

    private static String place(EventRecord.Place place) {
        if (place == null) {
            return null;
        }
        var countries = place.countries().stream().map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH));
        var words = Stream.concat(Stream.ofNullable(place.name()), countries).collect(Collectors.joining(", "));
        var point = place.latitude() == null || place.longitude() == null ? "" : "%s, %s".formatted(place.latitude(), place.longitude());
        return words.isEmpty() ? point : point.isEmpty() ? words : words + " (" + point + ")";
    }

    private List<EventView.Participant> participants(EventRecord record, AsOf known) {
        var slugs = record.participants().stream().map(EventRecord.Participant::actor).toList();
        var named = known == null ? actors.named(slugs) : actors.ever(slugs);
        return record.participants().stream().filter(participant -> named.containsKey(participant.actor()))
                .map(participant -> new EventView.Participant(named.get(participant.actor()),
                        participant.roles().stream().map(role -> ParticipantRole.valueOf(role).label()).collect(Collectors.joining(", "))))
                .toList();
    }
}
