package org.demarche.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.demarche.coding.Topics;
import org.demarche.history.AsRecorded;
import org.demarche.history.RecordChecks;
import org.demarche.history.Remembered;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.source.CitationChecks;
import org.demarche.source.Documents;
import org.demarche.time.TimeOfDay;

/** The checks that statements and events have in common. */
@ApplicationScoped
public class ItemChecks {
    private static final String PRESENT = "item of id";

    @Inject
    Remembered remembered;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Sequence sequence;
    @Inject
    Items items;
    @Inject
    EntityManager entities;
    @Inject
    AsRecorded asRecorded;

    /** Looks up ahead what the links and topics of these will be checked against. */
    public void ahead(Collection<? extends Linked> records) {
        topics.named(records.stream().flatMap(record -> record.topics().stream()).toList());
        present(records.stream().flatMap(record -> record.links().stream()).map(LinkRecord::to).toList());
    }

    /** An item was stored, and may be linked to from now on. */
    public void appeared(UUID id) {
        remembered.note(PRESENT, id, id);
    }

    public String time(String given, RecordChecks checks) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return TimeOfDay.parse(given.strip()).toString();
        } catch (IllegalArgumentException unread) {
            checks.add("time", unread.getMessage());
            return null;
        }
    }

    /** The present slugs of the topics, each once. */
    public List<String> topics(List<String> given, RecordChecks checks) {
        checks.parts("topics", given);
        var known = topics.named(given);
        var slugs = new ArrayList<String>();
        for (int index = 0; index < given.size(); index++) {
            var topic = checks.named("topics[" + index + "]", given.get(index), known, "a topic");
            if (topic != null && !slugs.contains(topic.slug())) {
                slugs.add(topic.slug());
            }
        }
        return slugs;
    }

    public List<LinkRecord> links(UUID from, List<LinkRecord> given, RecordChecks checks) {
        checks.parts("links", given);
        var known = present(given.stream().map(LinkRecord::to).toList());
        var cited = documents.citable(given.stream().flatMap(link -> CitationChecks.documentsOf(link.citations()).stream()).toList());
        var seen = new HashSet<String>();
        var links = new ArrayList<LinkRecord>();
        for (int index = 0; index < given.size(); index++) {
            var link = given.get(index);
            var at = checks.at("links[" + index + "].");
            var kind = at.required("kind", at.oneOf("kind", link.kind(), LinkKind.class, null), link.kind(), "Say what kind of link it is");
            if (link.to() == null || !known.contains(link.to())) {
                at.add("to", link.to() == null ? "Name the statement or event" : "There is no statement or event ‘" + link.to() + "’");
            } else if (link.to().equals(from)) {
                at.add("to", "It can't be linked to itself");
            } else if (!seen.add(kind + " " + link.to())) {
                at.add("to", "This link is there twice");
            } else if (LinkKind.AFTER.name().equals(kind) && from != null && !asRecorded.isEarlier()) {
                refuseCircle(from, link.to(), at);
            }
            links.add(new LinkRecord(kind, link.to(), at.oneOf("basis", link.basis(), LinkBasis.class, LinkBasis.INFERRED.name()),
                    CitationChecks.citations("citations", link.citations(), cited, at)));
        }
        return links;
    }

    private void refuseCircle(UUID from, UUID to, RecordChecks at) {
        var chain = sequence.chain(to, from);
        if (!chain.isEmpty()) {
            var titles = items.of(chain).stream().collect(Collectors.toMap(Item::id, Item::title));
            at.add("to", "That would be a circle: " + chain.stream().map(id -> "‘" + titles.getOrDefault(id, id.toString()) + "’").collect(Collectors.joining(" comes after ")));
        }
    }

    private Set<UUID> present(Collection<UUID> ids) {
        return remembered.answers(PRESENT, ids, asked -> ((List<?>) entities.createNativeQuery("select id from item where id in :ids and not retracted", UUID.class).setParameter("ids", asked)
                .getResultList()).stream().map(UUID.class::cast).collect(Collectors.toMap(id -> id, id -> id))).keySet();
    }
}
