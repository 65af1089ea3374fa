package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

import org.demarche.source.Citation;
import org.hibernate.annotations.SecondaryRow;

/** What happened or is planned. */
@Entity
@Table(name = "item")
@SecondaryTable(name = "event", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
@SecondaryRow(table = "event", optional = false)
class Event extends DatedRow {
    @Column(table = "event", name = "kind")
    String eventKind;
    @Column(table = "event")
    String title;
    @Column(table = "event")
    String status;
    @Column(table = "event", name = "place_name")
    String placeName;
    @Column(table = "event")
    Double latitude;
    @Column(table = "event")
    Double longitude;
    @Column(table = "event", name = "parent_id")
    UUID parent;
    @ElementCollection
    @CollectionTable(name = "event_country", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    @Column(name = "country")
    List<String> countries = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "event_id", nullable = false, updatable = false)
    List<Participant> participants = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinTable(name = "event_citation", joinColumns = @JoinColumn(name = "event_id"), inverseJoinColumns = @JoinColumn(name = "citation_id"))
    @OrderColumn(name = "position")
    List<Citation> citations = new ArrayList<>();

    Event() {
        itemKind = "EVENT";
    }

    @Override
    public void clear() {
        super.clear();
        countries.clear();
        participants.clear();
        citations.clear();
    }

    /** @param topicIds of the record's topics, in its order */
    void write(EventRecord record, List<UUID> topicIds, java.util.function.Function<String, UUID> actorIds) {
        date(record.date(), record.dateBasis(), record.time());
        eventKind = record.kind();
        title = record.title();
        status = record.status();
        placeName = record.place() == null ? null : record.place().name();
        latitude = record.place() == null ? null : record.place().latitude();
        longitude = record.place() == null ? null : record.place().longitude();
        parent = record.parent();
        if (record.place() != null) {
            countries.addAll(record.place().countries());
        }
        for (int index = 0; index < record.participants().size(); index++) {
            var participant = new Participant();
            participant.position = index;
            participant.actor = actorIds.apply(record.participants().get(index).actor());
            participant.roles.addAll(record.participants().get(index).roles());
            participants.add(participant);
        }
        record.citations().forEach(citation -> citations.add(new Citation(citation)));
        parts(topicIds, record.codings(), record.links());
    }
}
