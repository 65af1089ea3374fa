package org.demarche.timeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.Topics;
import org.demarche.actor.Affiliations;
import org.demarche.actor.Succession;
import org.demarche.event.Sequence;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.Remembered;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemSource;
import org.demarche.source.Sources;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * What the index is made from, out of the database. Each call reads in a transaction of its own, so that it sees what others committed
 * and needs no request around it.
 */
@ApplicationScoped
class IndexedRecords implements IndexContent {
    private static final int MOMENTS_KEPT = 1_000;
    private static final int ITEMS_AT_ONCE = 500;

    @Inject
    Instance<ItemSource> sources;
    @Inject
    Revisions revisions;
    @Inject
    Identities identities;
    @Inject
    Affiliations affiliations;
    @Inject
    Sequence sequence;
    @Inject
    Topics topics;
    @Inject
    Sources publishers;
    @Inject
    Remembered remembered;
    @Inject
    EntityManager entities;
    @Inject
    DataSource database;

    private final Map<Instant, Long> lastBefore = new ConcurrentHashMap<>();

    @Override
    public Map<UUID, Item> items(Collection<UUID> ids, long number) {
        return fresh(() -> items(sources, ids, number));
    }

    private static Map<UUID, Item> items(Iterable<ItemSource> sources, Collection<UUID> ids, long number) {
        var items = new HashMap<UUID, Item>();
        for (var source : sources) {
            items.putAll(source.items(ids, number));
        }
        return items;
    }

    @Override
    public void items(List<UUID> ids, long number, Consumer<Item> each) {
        fresh(() -> {
            var session = entities.unwrap(Session.class);
            // Nothing is written here, so nothing has to be compared with what was read.
            session.setHibernateFlushMode(FlushMode.MANUAL);
            remembered.during(() -> {
                for (int from = 0; from < ids.size(); from += ITEMS_AT_ONCE) {
                    items(sources, ids.subList(from, Math.min(ids.size(), from + ITEMS_AT_ONCE)), number).values().forEach(each);
                    session.clear();
                }
            });
            return null;
        });
    }

    @Override
    public Map<UUID, Named> actors(Collection<UUID> ids) {
        return fresh(() -> {
            var named = new HashMap<UUID, Named>();
            revisions.present(RecordKind.ACTOR, ids).forEach((id, revision) -> named.put(id, named((ActorRecord) revision.record(), false)));
            revisions.lastRecords(ids.stream().filter(id -> !named.containsKey(id)).toList()).forEach((id, record) -> named.put(id, named((ActorRecord) record, true)));
            return named;
        });
    }

    @Override
    public Collection<Succession> successions() {
        return fresh(affiliations::successions);
    }

    @Override
    public Map<UUID, Sequence.Place> places(Collection<UUID> ids, long number) {
        return fresh(() -> sequence.places(ids, number));
    }

    @Override
    public Map<Long, Revisions.Changed> changedAfter(long number, int most) {
        return fresh(() -> revisions.changedAfter(number, most));
    }

    @Override
    public long last() {
        // Asked twice a second: without a transaction and the little that Hibernate does for each.
        try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery("select last_number from revision_counter")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("The number of the last change can't be read", failed);
        }
    }

    @Override
    public String mark(long number) {
        return fresh(() -> revisions.after(number - 1, 1).stream().filter(revision -> revision.number() == number).findFirst()
                .map(IndexedRecords::mark).orElse(""));
    }

    @Override
    public long lastBefore(Instant instant) {
        var known = lastBefore.get(instant);
        if (known != null) {
            return known;
        }
        return fresh(() -> {
            long last = revisions.last();
            long before = revisions.lastBefore(instant);
            if (before < last) {
                // None of what is still to come can be recorded before one that is there.
                remember(instant, before);
            }
            return before;
        });
    }

    @Override
    public Map<String, UUID> ids(RecordKind kind, Collection<String> slugs) {
        // the slug of a topic that was merged means the other
        return fresh(() -> kind == RecordKind.TOPIC ? topics.named(slugs).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, named -> named.getValue().id()))
                : identities.ids(kind, slugs));
    }

    @Override
    public Map<String, UUID> ever(RecordKind kind, Collection<String> slugs) {
        return fresh(() -> identities.ids(kind, slugs));
    }

    @Override
    public Map<UUID, Called> called(RecordKind kind, Collection<UUID> ids) {
        return fresh(() -> {
            var called = new HashMap<UUID, Called>();
            if (kind == RecordKind.TOPIC) {
                topics.ofIds(ids).forEach(topic -> called.put(topic.id(), new Called(topic.slug(), topic.label())));
            } else {
                publishers.ofIds(ids).forEach(source -> called.put(source.id(), new Called(source.slug(), source.name())));
            }
            return called;
        });
    }

    private void remember(Instant instant, long number) {
        if (lastBefore.size() >= MOMENTS_KEPT) {
            lastBefore.clear();
        }
        lastBefore.put(instant, number);
    }

    private static Named named(ActorRecord actor, boolean retracted) {
        var names = new LinkedHashSet<String>();
        names.add(actor.name());
        if (actor.shortName() != null) {
            names.add(actor.shortName());
        }
        actor.names().forEach(name -> names.add(name.text()));
        boolean familyNameFirst = actor.names().stream().map(ActorRecord.Name::language).anyMatch(language -> language != null && (language.startsWith("zh") || language.startsWith("ko")));
        return new Named(new ActorRef(actor.id(), actor.slug(), actor.name(), actor.shortName() == null ? actor.name() : actor.shortName(), actor.type(), familyNameFirst), List.copyOf(names),
                actor.existedSince(), actor.existedUntil(), retracted);
    }

    private static String mark(RevisionView revision) {
        return String.join(" ", List.of(revision.kind().word(), revision.id().toString(), String.valueOf(revision.version()), revision.at().toString()));
    }

    private static <T> T fresh(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading::get);
    }
}
