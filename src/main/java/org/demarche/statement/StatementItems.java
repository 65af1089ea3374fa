package org.demarche.statement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.actor.AffiliationRecord;
import org.demarche.coding.Topics;
import org.demarche.event.Events;
import org.demarche.event.RowParts;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.ItemSource;
import org.demarche.source.AnchorRecord;
import org.demarche.source.Documents;
import org.demarche.text.Quotations;
import org.demarche.text.ReportingMode;

/** Statements as rows of a timeline. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class StatementItems implements ItemSource {
    @Inject
    Revisions revisions;
    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Events events;

    @Override
    public ItemKind kind() {
        return ItemKind.STATEMENT;
    }

    @Override
    public Map<UUID, Item> items(Collection<UUID> ids, long number) {
        var present = revisions.at(number, RecordKind.STATEMENT, ids);
        var records = present.values().stream().map(revision -> (StatementRecord) revision.record()).toList();
        var first = revisions.firstRecorded(present.values());
        var slugs = records.stream().flatMap(Statements::actorsOf).toList();
        var topicSlugs = records.stream().flatMap(record -> java.util.stream.Stream.concat(record.topics().stream(), record.stances().stream().map(StatementRecord.Stance::toward))).toList();
        var named = new Named(number == Revisions.NOW ? actors.named(slugs) : actors.ever(slugs), number == Revisions.NOW ? topics.named(topicSlugs) : topics.ever(topicSlugs),
                documents.named(records.stream().flatMap(record -> documentsOf(record).stream()).toList(), number), levels(records, number));
        var paths = events.withAncestors(records.stream().map(StatementRecord::event).filter(Objects::nonNull).toList(), number);
        var items = new HashMap<UUID, Item>();
        for (var revision : present.values()) {
            var record = (StatementRecord) revision.record();
            var report = report(record, named);
            items.put(record.id(), new Item(record.id(), ItemKind.STATEMENT, record.version(), record.heading(), record.summary(),
                    RowParts.when(record.date(), record.dateBasis(), record.time(), documentsOf(record), named.documents), speakers(record, named),
                    named.actors(record.addressees()), named.actors(record.targets()), List.of(), stances(record, named), null, null, record.instrument(), Item.Place.NONE,
                    report, documentsOf(record), RowParts.sources(documentsOf(record), named.documents), record.event(),
                    record.event() == null ? List.of() : paths.get(record.event()), RowParts.links(record.links()), RowParts.topics(record.topics(), named.topics),
                    record.codings(), RowParts.recorded(revision, first)));
        }
        return items;
    }

    private record Named(Map<String, ActorRef> actors, Map<String, Topics.TopicName> topics, Map<UUID, Documents.DocumentName> documents, Map<UUID, String> levels) {
        List<ActorRef> actors(List<String> slugs) {
            return slugs.stream().map(actors::get).filter(Objects::nonNull).toList();
        }
    }

    private Map<UUID, String> levels(List<StatementRecord> records, long number) {
        var ids = records.stream().flatMap(record -> record.speakers().stream()).map(StatementRecord.Speaker::affiliation).filter(Objects::nonNull).distinct().toList();
        var levels = new HashMap<UUID, String>();
        revisions.at(number, RecordKind.AFFILIATION, ids).values().forEach(revision -> levels.put(revision.id(), ((AffiliationRecord) revision.record()).level()));
        return levels;
    }

    private static List<Item.Speaker> speakers(StatementRecord record, Named named) {
        return record.speakers().stream().map(speaker -> new Item.Speaker(named.actors.get(speaker.actor()), speaker.described(), speaker.role(),
                speaker.affiliation() == null ? null : named.levels.get(speaker.affiliation()), named.actors(speaker.behalf()), speaker.affiliation())).toList();
    }

    private static List<Item.Stance> stances(StatementRecord record, Named named) {
        return record.stances().stream().map(stance -> {
            var toward = named.actors.get(stance.toward());
            var topic = toward == null ? named.topics.get(stance.toward()) : null;
            return toward == null && topic == null ? null : new Item.Stance(stance.holder() == null ? null : named.actors.get(stance.holder()), toward,
                    topic == null ? null : new Item.Topic(topic.id(), topic.slug(), topic.label()), stance.value());
        }).filter(Objects::nonNull).toList();
    }

    private static Item.Report report(StatementRecord record, Named named) {
        var rendering = record.preferred();
        var whole = rendering.anchors().stream().filter(anchor -> "WHOLE".equals(anchor.part())).findFirst().or(() -> rendering.anchors().stream().findFirst());
        return RowParts.report(named.documents.get(rendering.document()), new RowParts.Printed(rendering.mode(), rendering.words(), quote(rendering), rendering.language(),
                rendering.originalLanguage(), named.actors.get(rendering.via()), rendering.credibility()), whole.orElse(null));
    }

    /** What stands in quotation marks: where no anchor says it, the words themselves do. Null for what is reported indirectly. */
    private static String quote(StatementRecord.Rendering rendering) {
        if (ReportingMode.INDIRECT.name().equals(rendering.mode())) {
            return null;
        }
        var anchored = rendering.anchors().stream().filter(anchor -> "QUOTE".equals(anchor.part())).map(AnchorRecord::exact).filter(Objects::nonNull).toList();
        var passages = !anchored.isEmpty() || rendering.words() == null ? anchored : Quotations.find(rendering.words()).stream().map(Quotations.Passage::text).toList();
        return passages.isEmpty() ? null : String.join(" … ", passages);
    }

    private static List<UUID> documentsOf(StatementRecord record) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(record.preferred()), record.renderings().stream()).map(StatementRecord.Rendering::document).distinct().toList();
    }
}
