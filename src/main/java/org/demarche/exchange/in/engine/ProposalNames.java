package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.demarche.event.EventRecord;
import org.demarche.event.Linked;
import org.demarche.history.RecordKind;
import org.demarche.source.CitationRecord;
import org.demarche.statement.StatementRecord;

/** The names that stand in a record in the places of slugs, and the record with slugs in their places. */
final class ProposalNames {
    private ProposalNames() {
    }

    /** All names of actors, but for those of stances that may be topics. */
    static Set<String> actors(Linked record) {
        var names = new LinkedHashSet<String>();
        if (record instanceof StatementRecord said) {
            said.speakers().forEach(speaker -> {
                names.add(speaker.actor());
                names.addAll(speaker.behalf() == null ? List.of() : speaker.behalf());
            });
            names.addAll(said.addressees());
            names.addAll(said.targets());
            said.stances().forEach(stance -> names.add(stance.holder()));
            said.renderings().forEach(rendering -> names.add(rendering.via()));
        } else {
            ((EventRecord) record).participants().forEach(participant -> names.add(participant.actor()));
        }
        names.removeIf(name -> name == null || name.isBlank());
        return names;
    }

    static Set<String> speakers(Linked record) {
        var names = new LinkedHashSet<String>();
        if (record instanceof StatementRecord said) {
            said.speakers().stream().map(StatementRecord.Speaker::actor).filter(Objects::nonNull).forEach(names::add);
        }
        return names;
    }

    /** Names of actors or topics toward which somebody takes a stance. */
    static Set<String> toward(Linked record) {
        var names = new LinkedHashSet<String>();
        if (record instanceof StatementRecord said) {
            said.stances().stream().map(StatementRecord.Stance::toward).filter(Objects::nonNull).forEach(names::add);
        }
        return names;
    }

    /**
     * The record with slugs.
     *
     * @param meant what a name of a kind means
     * @param isTopic whether that toward which a stance is, is a topic
     */
    static Linked named(Linked record, BiFunction<RecordKind, String, ImportName> meant, Function<String, Boolean> isTopic) {
        Function<String, String> actor = name -> name == null || name.isBlank() ? null : meant.apply(RecordKind.ACTOR, name).slugOrProposed();
        Function<List<String>, List<String>> actors = names -> distinct(names, actor);
        Function<List<String>, List<String>> topics = names -> distinct(names, name -> meant.apply(RecordKind.TOPIC, name).slugOrProposed());
        if (record instanceof EventRecord event) {
            var participants = new ArrayList<EventRecord.Participant>();
            event.participants().forEach(participant -> {
                var slug = actor.apply(participant.actor());
                if (slug != null) {
                    participants.add(new EventRecord.Participant(slug, participant.roles()));
                }
            });
            return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), event.parent(),
                    participants, event.citations(), event.codings(), event.links(), topics.apply(event.topics()), event.reason());
        }
        var said = (StatementRecord) record;
        var stances = new ArrayList<StatementRecord.Stance>();
        said.stances().forEach(stance -> {
            var toward = stance.toward() == null ? null
                    : isTopic.apply(stance.toward()) ? meant.apply(RecordKind.TOPIC, stance.toward()).slugOrProposed() : actor.apply(stance.toward());
            var holder = actor.apply(stance.holder());
            if (toward != null && (stance.holder() == null || holder != null)) {
                stances.add(new StatementRecord.Stance(holder, toward, stance.value()));
            }
        });
        return new StatementRecord(said.id(), said.version(), said.date(), said.dateBasis(), said.time(), said.summary(), said.event(), said.instrument(), topics.apply(said.topics()),
                said.speakers().stream().map(speaker -> speaker(speaker, actor)).toList(), actors.apply(said.addressees()), actors.apply(said.targets()), stances,
                said.renderings().stream().map(rendering -> new StatementRecord.Rendering(rendering.document(), rendering.preferred(), rendering.mode(), rendering.words(),
                        rendering.language(), rendering.originalLanguage(), actor.apply(rendering.via()), rendering.credibility(), rendering.anchors())).toList(),
                said.codings(), said.links(), said.reason());
    }

    /** The record that cites other documents in the places of these; null takes the citation away. */
    static Linked citing(Linked record, Function<java.util.UUID, java.util.UUID> document) {
        if (record instanceof EventRecord event) {
            return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), event.parent(),
                    event.participants(), event.citations().stream().map(citation -> new CitationRecord(document.apply(citation.document()), citation.date(), citation.anchors()))
                            .filter(citation -> citation.document() != null).toList(), event.codings(), event.links(), event.topics(), event.reason());
        }
        var said = (StatementRecord) record;
        return new StatementRecord(said.id(), said.version(), said.date(), said.dateBasis(), said.time(), said.summary(), said.event(), said.instrument(), said.topics(), said.speakers(),
                said.addressees(), said.targets(), said.stances(), said.renderings().stream().map(rendering -> new StatementRecord.Rendering(document.apply(rendering.document()),
                        rendering.preferred(), rendering.mode(), rendering.words(), rendering.language(), rendering.originalLanguage(), rendering.via(), rendering.credibility(),
                        rendering.anchors())).filter(rendering -> rendering.document() != null).toList(), said.codings(), said.links(), said.reason());
    }

    /** The statement with other speakers. */
    static StatementRecord spoken(StatementRecord said, List<StatementRecord.Speaker> speakers) {
        return new StatementRecord(said.id(), said.version(), said.date(), said.dateBasis(), said.time(), said.summary(), said.event(), said.instrument(), said.topics(), speakers,
                said.addressees(), said.targets(), said.stances(), said.renderings(), said.codings(), said.links(), said.reason());
    }

    /** Without the item at which or as part of which it stands. */
    static Linked alone(Linked record) {
        if (record instanceof EventRecord event) {
            return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), null,
                    event.participants(), event.citations(), event.codings(), event.links(), event.topics(), event.reason());
        }
        var said = (StatementRecord) record;
        return new StatementRecord(said.id(), said.version(), said.date(), said.dateBasis(), said.time(), said.summary(), null, said.instrument(), said.topics(), said.speakers(),
                said.addressees(), said.targets(), said.stances(), said.renderings(), said.codings(), said.links(), said.reason());
    }

    /** The event at which a statement was made, or of which an event is part; null where there is none. */
    static java.util.UUID above(Linked record) {
        return record instanceof EventRecord event ? event.parent() : ((StatementRecord) record).event();
    }

    /** A speaker whose name is left out stays as a description. */
    private static StatementRecord.Speaker speaker(StatementRecord.Speaker speaker, Function<String, String> actor) {
        var chain = speaker.behalf() == null ? null : speaker.behalf().stream().map(actor).filter(Objects::nonNull).toList();
        var slug = actor.apply(speaker.actor());
        boolean leftOut = slug == null && speaker.actor() != null && !speaker.actor().isBlank();
        return new StatementRecord.Speaker(slug, leftOut && speaker.described() == null ? speaker.actor() : speaker.described(), speaker.role(),
                chain == null || chain.isEmpty() ? null : chain, speaker.affiliation(), speaker.override());
    }

    private static List<String> distinct(List<String> names, Function<String, String> slug) {
        return names.stream().map(slug).filter(Objects::nonNull).distinct().toList();
    }
}
