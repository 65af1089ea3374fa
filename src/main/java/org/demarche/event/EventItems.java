package org.demarche.event;

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
import org.demarche.coding.Topics;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.ItemSource;
import org.demarche.source.CitationRecord;
import org.demarche.source.Documents;

/** Events as rows of a timeline. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class EventItems implements ItemSource {
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
        return ItemKind.EVENT;
    }

    @Override
    public Map<UUID, Item> items(Collection<UUID> ids, long number) {
        var present = revisions.at(number, RecordKind.EVENT, ids);
        var records = present.values().stream().map(revision -> (EventRecord) revision.record()).toList();
        var first = revisions.firstRecorded(present.values());
        var named = records.stream().flatMap(record -> record.participants().stream()).map(EventRecord.Participant::actor).toList();
        var actorNames = number == Revisions.NOW ? actors.named(named) : actors.ever(named);
        var slugs = records.stream().flatMap(record -> record.topics().stream()).toList();
        var topicNames = number == Revisions.NOW ? topics.named(slugs) : topics.ever(slugs);
        var cited = documents.named(records.stream().flatMap(record -> documentsOf(record).stream()).toList(), number);
        var paths = events.withAncestors(records.stream().map(EventRecord::parent).filter(Objects::nonNull).toList(), number);
        var items = new HashMap<UUID, Item>();
        for (var revision : present.values()) {
            var record = (EventRecord) revision.record();
            items.put(record.id(), new Item(record.id(), ItemKind.EVENT, record.version(), record.title(), null, RowParts.when(record.date(), record.dateBasis(), record.time(), documentsOf(record), cited), List.of(), List.of(), List.of(),
                    participants(record, actorNames), List.of(), record.kind(), record.status(), null, place(record.place()), report(record, cited),
                    documentsOf(record), RowParts.sources(documentsOf(record), cited), record.parent(),
                    record.parent() == null ? List.of() : paths.get(record.parent()), RowParts.links(record.links()), RowParts.topics(record.topics(), topicNames),
                    record.codings(), RowParts.recorded(revision, first)));
        }
        return items;
    }

    private static List<Item.Participant> participants(EventRecord record, Map<String, ActorRef> names) {
        return record.participants().stream().filter(participant -> names.containsKey(participant.actor()))
                .map(participant -> new Item.Participant(names.get(participant.actor()), participant.roles())).toList();
    }

    private static Item.Place place(EventRecord.Place place) {
        return place == null ? Item.Place.NONE : new Item.Place(place.name(), place.countries(), place.latitude(), place.longitude());
    }

    private static Item.Report report(EventRecord record, Map<UUID, Documents.DocumentName> cited) {
        if (record.citations().isEmpty()) {
            return null;
        }
        var citation = record.citations().get(0);
        var anchor = citation.anchors().stream().filter(any -> "WHOLE".equals(any.part())).findFirst().or(() -> citation.anchors().stream().findFirst());
        return RowParts.report(cited.get(citation.document()), new RowParts.Printed(null, null, null, null, null, null, null), anchor.orElse(null));
    }

    private static List<UUID> documentsOf(EventRecord record) {
        return record.citations().stream().map(CitationRecord::document).distinct().toList();
    }
}
