package org.demarche.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

import org.demarche.event.DatedRow;
import org.demarche.source.Citation;
import org.demarche.source.CitationRecord;
import org.hibernate.annotations.SecondaryRow;

/** One utterance. */
@Entity
@Table(name = "item")
@SecondaryTable(name = "statement", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
@SecondaryRow(table = "statement", optional = false)
class Statement extends DatedRow {
    @Column(table = "statement")
    String summary;
    @Column(table = "statement", name = "event_id")
    UUID event;
    @Column(table = "statement")
    String instrument;
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "statement_id", nullable = false, updatable = false)
    List<Speaker> speakers = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "addressee", joinColumns = @JoinColumn(name = "statement_id"))
    @OrderColumn(name = "position")
    @Column(name = "actor_id")
    List<UUID> addressees = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "target", joinColumns = @JoinColumn(name = "statement_id"))
    @OrderColumn(name = "position")
    @Column(name = "actor_id")
    List<UUID> targets = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "stance", joinColumns = @JoinColumn(name = "statement_id"))
    @OrderColumn(name = "position")
    List<Stance> stances = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "statement_id", nullable = false, updatable = false)
    List<Rendering> renderings = new ArrayList<>();

    @Embeddable
    record Stance(@Column(name = "holder_id") UUID holder, @Column(name = "toward_actor_id") UUID towardActor, @Column(name = "toward_topic_id") UUID towardTopic,
                  @Column(name = "stance_value") int value) {
    }

    Statement() {
        itemKind = "STATEMENT";
    }

    @Override
    public void clear() {
        super.clear();
        speakers.clear();
        addressees.clear();
        targets.clear();
        stances.clear();
        renderings.clear();
    }

    /**
     * @param actor the id of an actor's slug, null for null and where no actor has it
     * @param topic the id of a topic's slug
     */
    void write(StatementRecord record, Function<String, UUID> actor, Function<String, UUID> topic) {
        date(record.date(), record.dateBasis(), record.time());
        summary = record.summary();
        event = record.event();
        instrument = record.instrument();
        record.speakers().forEach(speaker -> speakers.add(row(speaker, speakers.size(), actor)));
        record.addressees().forEach(slug -> addressees.add(actor.apply(slug)));
        record.targets().forEach(slug -> targets.add(actor.apply(slug)));
        record.stances().forEach(stance -> {
            var toward = actor.apply(stance.toward());
            stances.add(new Stance(actor.apply(stance.holder()), toward, toward == null ? topic.apply(stance.toward()) : null, stance.value()));
        });
        record.renderings().forEach(rendering -> renderings.add(row(rendering, renderings.size(), actor)));
        parts(record.topics().stream().map(topic).toList(), record.codings(), record.links());
    }

    private static Speaker row(StatementRecord.Speaker record, int position, Function<String, UUID> actor) {
        var speaker = new Speaker();
        speaker.position = position;
        speaker.actor = actor.apply(record.actor());
        speaker.description = record.described();
        speaker.role = record.role();
        speaker.affiliation = record.affiliation();
        speaker.overridden = record.override();
        record.behalf().forEach(slug -> speaker.behalf.add(actor.apply(slug)));
        return speaker;
    }

    private static Rendering row(StatementRecord.Rendering record, int position, Function<String, UUID> actor) {
        var rendering = new Rendering();
        rendering.position = position;
        rendering.citation = new Citation(new CitationRecord(record.document(), null, record.anchors()));
        rendering.mode = record.mode();
        rendering.words = record.words();
        rendering.language = record.language();
        rendering.originalLanguage = record.originalLanguage();
        rendering.preferred = record.preferred();
        rendering.via = actor.apply(record.via());
        rendering.credibility = record.credibility();
        return rendering;
    }
}
