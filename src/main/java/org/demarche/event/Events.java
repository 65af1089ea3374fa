package org.demarche.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.coding.Codings;
import org.demarche.coding.Topics;
import org.demarche.history.AsRecorded;
import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.history.Roots;
import org.demarche.item.ActorRef;
import org.demarche.item.ItemKind;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationChecks;
import org.demarche.source.Citing;
import org.demarche.source.Documents;
import org.demarche.time.DateBasis;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** All events. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Events extends Roots<Event, EventRecord> implements Citing {
    private static final String NAMED = "event of id";

    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    AsRecorded asRecorded;
    @Inject
    ItemChecks itemChecks;
    @Inject
    Links links;
    @Inject
    Revisions revisions;

    /** An event as others name it. */
    public record EventName(UUID id, String title, String date, UUID parent) {
    }

    /** The events of these ids that are not retracted. One query. */
    public Map<UUID, EventName> named(Collection<UUID> ids) {
        return remembered.answers(NAMED, ids, this::ofIds);
    }

    /** Lets checks take an event to be there that will be kept before what they check: see {@link org.demarche.history.Change#checkAll}. */
    public void presume(EventName event) {
        remembered.note(NAMED, event.id(), event);
        itemChecks.appeared(event.id());
    }

    @Override
    public boolean isPresent(UUID id) {
        return id != null && named(List.of(id)).containsKey(id);
    }

    /** The same as they were once the revision of this number was kept. */
    public Map<UUID, EventName> named(Collection<UUID> ids, long number) {
        var changed = revisions.changedSince(number, ids);
        var named = new HashMap<>(named(ids.stream().filter(id -> !changed.contains(id)).toList()));
        revisions.at(number, kind(), changed).forEach((id, revision) -> {
            var event = (EventRecord) revision.record();
            named.put(id, new EventName(id, event.title(), event.date(), event.parent()));
        });
        return named;
    }

    /** For each of these events itself and all above it, the nearest first. As many queries as the tree is deep. */
    public Map<UUID, List<UUID>> withAncestors(Collection<UUID> ids) {
        return withAncestors(ids, Revisions.NOW);
    }

    /** The same as they were once the revision of this number was kept. */
    public Map<UUID, List<UUID>> withAncestors(Collection<UUID> ids, long number) {
        var parents = new HashMap<UUID, UUID>();
        Collection<UUID> open = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        while (!open.isEmpty()) {
            var found = named(open, number).values();
            found.forEach(event -> parents.put(event.id(), event.parent()));
            open = found.stream().map(EventName::parent).filter(parent -> parent != null && !parents.containsKey(parent)).collect(Collectors.toSet());
        }
        var paths = new HashMap<UUID, List<UUID>>();
        ids.stream().filter(Objects::nonNull).forEach(id -> {
            var path = new LinkedHashSet<UUID>();
            for (var step = id; step != null && path.add(step); step = parents.get(step)) {
                // each step up is in the path once, so that a circle ends
            }
            paths.put(id, List.copyOf(path));
        });
        return paths;
    }

    /** The events that may fall on one of these days, for choosing one; at most so many. */
    public List<EventName> between(long from, long to, int most) {
        return getEntityManager().createQuery("select id, title, edtf, parent from Event where retracted = false and startFirst <= :to and endLast >= :from "
                        + "order by startFirst desc, id", Object[].class).setParameter("from", from).setParameter("to", to).setMaxResults(most).getResultList().stream()
                .map(row -> new EventName((UUID) row[0], (String) row[1], (String) row[2], (UUID) row[3])).toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.EVENT;
    }

    @Override
    public Class<EventRecord> type() {
        return EventRecord.class;
    }

    @Override
    public void ahead(List<EventRecord> records) {
        actors.named(records.stream().flatMap(event -> event.participants().stream()).map(EventRecord.Participant::actor).toList());
        withAncestors(records.stream().map(EventRecord::parent).toList());
        documents.named(records.stream().flatMap(event -> CitationChecks.documentsOf(event.citations()).stream()).toList());
        itemChecks.ahead(records);
    }

    @Override
    public EventRecord checked(EventRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var date = checks.required("date", checks.date("date", given.date()), given.date(), "Say when it was");
        var citations = CitationChecks.citations("citations", given.citations(), documents.citable(CitationChecks.documentsOf(given.citations())), checks);
        var codings = Codings.normalise(given.codings());
        Codings.check(codings, "codings", violations::add);
        return new EventRecord(given.id(), given.version(),
                checks.required("kind", checks.oneOf("kind", given.kind(), EventKind.class, null), given.kind(), "Say what kind of event it is"),
                checks.required("title", checks.line("title", given.title(), RecordLimits.TITLE), given.title(), "Give it a title"),
                date == null ? null : date.toString(), checks.oneOf("dateBasis", given.dateBasis(), DateBasis.class, DateBasis.EXPLICIT.name()),
                itemChecks.time(given.time(), checks), checks.oneOf("status", given.status(), EventStatus.class, EventStatus.HELD.name()),
                place(given.place(), checks), parent(given, checks), participants(given, checks), citations,
                codings,
                itemChecks.links(given.id(), given.links(), checks), itemChecks.topics(given.topics(), checks),
                checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(EventRecord record) {
        var event = row(record, new Event());
        event.clear();
        if (record.version() > 1) {
            flush();
        }
        var topicNames = topics.named(record.topics());
        var actorNames = actors.named(record.participants().stream().map(EventRecord.Participant::actor).toList());
        event.write(record, record.topics().stream().map(slug -> topicNames.get(slug).id()).toList(), slug -> actorNames.get(slug).id());
        persist(event);
        remembered.note(NAMED, record.id(), new EventName(record.id(), record.title(), record.date(), record.parent()));
        itemChecks.appeared(record.id());
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of(
                "%d statements were made at it", "select count(*) from statement join item on item.id = statement.id where event_id = :id and not retracted",
                "%d events are part of it", "select count(*) from event join item on item.id = event.id where parent_id = :id and not retracted",
                "%d negative findings are about it", "select count(*) from negative_finding where event_id = :id and not retracted",
                "%d links lead to it", "select count(*) from link join item on item.id = from_id where to_id = :id and not retracted"));
    }

    @Override
    public Set<UUID> used(Collection<UUID> ids) {
        return used(ids, List.of("select distinct event_id as used from statement join item on item.id = statement.id where event_id in (:ids) and not retracted",
                "select distinct parent_id as used from event join item on item.id = event.id where parent_id in (:ids) and not retracted",
                "select distinct event_id as used from negative_finding where event_id in (:ids) and not retracted",
                "select distinct to_id as used from link join item on item.id = from_id where to_id in (:ids) and not retracted"));
    }

    @Override
    public List<UUID> citing(UUID document, int most) {
        var itself = getEntityManager().createQuery("select distinct e.id from Event e join e.citations c where c.document = :document and e.retracted = false order by e.id", UUID.class)
                .setParameter("document", document).setMaxResults(most).getResultList();
        return Stream.concat(itself.stream(), links.citing(document, ItemKind.EVENT, most).stream()).distinct().sorted().limit(most).toList();
    }

    @Override
    public EventRecord reanchored(RootRecord record, UUID document, UnaryOperator<AnchorRecord> anchor, String reason) {
        var event = (EventRecord) record;
        return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), event.parent(),
                event.participants(), event.citations().stream().map(citation -> citation.reanchored(document, anchor)).toList(), event.codings(),
                event.links().stream().map(link -> link.reanchored(document, anchor)).toList(), event.topics(), reason);
    }

    private Map<UUID, EventName> ofIds(List<UUID> ids) {
        var named = new HashMap<UUID, EventName>();
        getEntityManager().createQuery("select id, title, edtf, parent from Event where id in :ids and retracted = false", Object[].class).setParameter("ids", ids)
                .getResultList().forEach(row -> named.put((UUID) row[0], new EventName((UUID) row[0], (String) row[1], (String) row[2], (UUID) row[3])));
        return named;
    }

    private static EventRecord.Place place(EventRecord.Place given, RecordChecks checks) {
        if (given == null) {
            return null;
        }
        var at = checks.at("place.");
        for (int index = 0; index < given.countries().size(); index++) {
            if (!given.countries().get(index).matches("[A-Z]{2}")) {
                at.add("countries[" + index + "]", "An ISO 3166 code has two capital letters; for example: JP");
            }
        }
        within("latitude", given.latitude(), 90, at);
        within("longitude", given.longitude(), 180, at);
        var place = new EventRecord.Place(at.line("name", given.name(), RecordLimits.NAME), given.countries(), given.latitude(), given.longitude());
        return place.name() == null && place.countries().isEmpty() && place.latitude() == null && place.longitude() == null ? null : place;
    }

    private static void within(String field, Double degrees, int most, RecordChecks checks) {
        if (degrees != null && !(degrees >= -most && degrees <= most)) {
            checks.add(field, "Degrees from −" + most + " to " + most);
        }
    }

    private UUID parent(EventRecord given, RecordChecks checks) {
        if (given.parent() == null) {
            return null;
        }
        var path = withAncestors(List.of(given.parent())).get(given.parent());
        if (!isPresent(given.parent())) {
            checks.add("parent", "There is no event ‘" + given.parent() + "’");
        } else if (path.contains(given.id()) && !asRecorded.isEarlier()) {
            checks.add("parent", "An event can't be part of itself");
        }
        return given.parent();
    }

    private List<EventRecord.Participant> participants(EventRecord given, RecordChecks checks) {
        checks.parts("participants", given.participants());
        Map<String, ActorRef> known = actors.named(given.participants().stream().map(EventRecord.Participant::actor).toList());
        var participants = new ArrayList<EventRecord.Participant>();
        for (int index = 0; index < given.participants().size(); index++) {
            var participant = given.participants().get(index);
            var at = checks.at("participants[" + index + "].");
            var actor = at.named("actor", participant.actor(), known, "an actor");
            if (actor != null && participants.stream().anyMatch(other -> actor.slug().equals(other.actor()))) {
                at.add("actor", "‘" + actor.slug() + "’ is there twice: give it several roles instead");
            }
            if (participant.roles().isEmpty()) {
                at.add("roles", "Give at least one role");
            }
            for (int role = 0; role < participant.roles().size(); role++) {
                at.oneOf("roles[" + role + "]", participant.roles().get(role), ParticipantRole.class, null);
            }
            participants.add(new EventRecord.Participant(actor == null ? null : actor.slug(), participant.roles().stream().distinct().toList()));
        }
        return participants;
    }
}
