package org.demarche.event;

import java.util.List;
import java.util.UUID;

import org.demarche.coding.CodingRecord;
import org.demarche.source.CitationRecord;

/**
 * What happened or is planned.
 *
 * @param date EDTF
 * @param dateBasis a {@link org.demarche.time.DateBasis}; null is EXPLICIT
 * @param time {@code 15:00} or {@code 15:00+08:00}
 * @param status PLANNED, HELD, POSTPONED or CANCELLED; null is HELD
 * @param parent the event that it is part of
 * @param topics slugs
 */
public record EventRecord(UUID id, Integer version, String kind, String title, String date, String dateBasis, String time, String status, Place place,
                          UUID parent, List<Participant> participants, List<CitationRecord> citations, List<CodingRecord> codings,
                          List<LinkRecord> links, List<String> topics, String reason) implements Linked {

    /**
     * @param countries ISO 3166 codes
     * @param latitude degrees
     */
    public record Place(String name, List<String> countries, Double latitude, Double longitude) {
        public Place {
            countries = countries == null ? List.of() : List.copyOf(countries);
        }
    }

    /**
     * @param actor slug
     * @param roles of ACTOR, RECIPIENT, HOST, VISITOR, CHAIR, CONVENER and MEMBER, at least one
     */
    public record Participant(String actor, List<String> roles) {
        public Participant {
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    public EventRecord {
        participants = participants == null ? List.of() : List.copyOf(participants);
        citations = citations == null ? List.of() : List.copyOf(citations);
        codings = codings == null ? List.of() : List.copyOf(codings);
        links = links == null ? List.of() : List.copyOf(links);
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    @Override
    public EventRecord identified(UUID id, Integer version) {
        return new EventRecord(id, version, kind, title, date, dateBasis, time, status, place, parent, participants, citations, codings, links, topics, reason);
    }

    /** The same, with another topic in the place of one. */
    public EventRecord retopiced(String from, String to, String reason) {
        return new EventRecord(id, version, kind, title, date, dateBasis, time, status, place, parent, participants, citations, codings, links,
                topics.stream().map(topic -> topic.equals(from) ? to : topic).distinct().toList(), reason);
    }

    @Override
    public EventRecord linked(List<LinkRecord> links, String reason) {
        return new EventRecord(id, version, kind, title, date, dateBasis, time, status, place, parent, participants, citations, codings, links, topics, reason);
    }

    @Override
    public String heading() {
        return title;
    }

    @Override
    public String page() {
        return "/events/" + id;
    }
}
