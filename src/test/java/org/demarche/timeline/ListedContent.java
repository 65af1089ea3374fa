package org.demarche.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.demarche.actor.Succession;
import org.demarche.event.Sequence;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.GeneratedItems;
import org.demarche.item.Item;

/** A history in memory: what an index is made from where there is no database. Each revision is recorded a second after the one before. */
final class ListedContent implements IndexContent {
    private final GeneratedItems world;
    private final Map<UUID, TreeMap<Long, Version>> versions = new HashMap<>();
    private final Map<UUID, Named> actors = new HashMap<>();
    private final List<Revisions.Changed> changes = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    /** How many rows were read so far. */
    private final AtomicLong read = new AtomicLong();

    /** @param item null where it was retracted */
    private record Version(Item item, Set<UUID> after) {
    }

    ListedContent(GeneratedItems world) {
        this.world = world;
        world.actors().forEach(actor -> {
            actors.put(actor.id(), new Named(actor, world.names().get(actor.slug()), null, null, false));
            changes.add(new Revisions.Changed(RecordKind.ACTOR, actor.id(), 1));
        });
    }

    void put(Collection<Item> changed) {
        changed.forEach(item -> add(item.id(), item.isStatement(), new Version(item, after(item.id()))));
    }

    void succeed(ActorRef successor, ActorRef predecessor) {
        successions.add(new Succession(successor.id(), predecessor.id()));
    }

    void retract(Item item) {
        add(item.id(), item.isStatement(), new Version(null, Set.of()));
    }

    /** A link of kind AFTER, and with it a change of the item that holds it. */
    void after(Item later, Item earlier) {
        var after = new LinkedHashSet<>(after(later.id()));
        after.add(earlier.id());
        add(later.id(), later.isStatement(), new Version(later, after));
    }

    /** Takes all links of kind AFTER off the item, and with that changes it. */
    void afterNothing(Item later) {
        add(later.id(), later.isStatement(), new Version(later, Set.of()));
    }

    /** Undoes a retraction; nothing where none is retracted. */
    void restoreOne(Random random) {
        var retracted = versions.entrySet().stream().filter(all -> all.getValue().lastEntry().getValue().item == null).sorted(Map.Entry.comparingByKey()).toList();
        if (!retracted.isEmpty()) {
            var before = retracted.get(random.nextInt(retracted.size())).getValue().descendingMap().values().stream().filter(version -> version.item != null).findFirst().orElseThrow();
            put(List.of(before.item));
        }
    }

    int rank(UUID id) {
        return rank(id, Revisions.NOW);
    }

    int rank(UUID id, long number) {
        return version(id, number).map(version -> version.after.stream().filter(earlier -> version(earlier, number).isPresent()).mapToInt(earlier -> rank(earlier, number) + 1).max().orElse(0)).orElse(0);
    }

    /** Goes back to an earlier state, as a database restored from a backup does. */
    void forgetAfter(int number) {
        changes.subList(number, changes.size()).clear();
        versions.values().forEach(all -> all.tailMap((long) number, false).clear());
    }

    Collection<Item> present() {
        return at(Revisions.NOW);
    }

    /** All items as they were after the revision of this number. */
    Collection<Item> at(long number) {
        return versions.keySet().stream().map(id -> version(id, number)).flatMap(Optional::stream).map(Version::item).toList();
    }

    long rowsRead() {
        return read.get();
    }

    private Set<UUID> after(UUID id) {
        return version(id, Revisions.NOW).map(Version::after).orElse(Set.of());
    }

    private void add(UUID id, boolean statement, Version version) {
        var all = versions.computeIfAbsent(id, any -> new TreeMap<>());
        changes.add(new Revisions.Changed(statement ? RecordKind.STATEMENT : RecordKind.EVENT, id, all.size() + 1));
        all.put((long) changes.size(), version);
    }

    private Optional<Version> version(UUID id, long number) {
        return Optional.ofNullable(versions.get(id)).map(all -> all.floorEntry(number)).map(Map.Entry::getValue).filter(version -> version.item != null);
    }

    /** Title, summary and words of an item. */
    List<String> texts(Item item) {
        return Stream.of(item.title(), item.summary(), item.report() == null ? null : item.report().words()).filter(Objects::nonNull).toList();
    }

    @Override
    public Map<UUID, Item> items(Collection<UUID> ids, long number) {
        read.addAndGet(ids.size());
        var found = new HashMap<UUID, Item>();
        ids.forEach(id -> version(id, number).ifPresent(version -> found.put(id, version.item)));
        return found;
    }

    @Override
    public Map<UUID, Named> actors(Collection<UUID> ids) {
        var found = new HashMap<UUID, Named>();
        ids.stream().filter(actors::containsKey).forEach(id -> found.put(id, actors.get(id)));
        return found;
    }

    @Override
    public Map<String, UUID> ids(RecordKind kind, Collection<String> slugs) {
        var all = new HashMap<String, UUID>();
        switch (kind) {
            case ACTOR -> world.actors().forEach(actor -> all.put(actor.slug(), actor.id()));
            case SOURCE -> all.putAll(world.sources());
            case TOPIC -> world.topics().forEach(topic -> all.put(topic.slug(), topic.id()));
            case DOCUMENT, AFFILIATION, EVENT, STATEMENT, COLLECTION -> throw new IllegalArgumentException("Nothing asks for slugs of a " + kind.word());
        }
        all.keySet().retainAll(slugs);
        return all;
    }

    @Override
    public Map<UUID, Called> called(RecordKind kind, Collection<UUID> ids) {
        var all = new HashMap<UUID, Called>();
        if (kind == RecordKind.TOPIC) {
            world.topics().forEach(topic -> all.put(topic.id(), new Called(topic.slug(), topic.label())));
        } else {
            world.sources().forEach((slug, id) -> all.put(id, new Called(slug, slug.replace('-', ' '))));
        }
        all.keySet().retainAll(ids);
        return all;
    }

    @Override
    public Collection<Succession> successions() {
        return successions;
    }

    @Override
    public Map<UUID, Sequence.Place> places(Collection<UUID> ids, long number) {
        var places = new HashMap<UUID, Sequence.Place>();
        ids.forEach(id -> version(id, number).filter(version -> !version.after.isEmpty()).ifPresent(version -> places.put(id, new Sequence.Place(rank(id, number), version.after))));
        return places;
    }

    @Override
    public long lastBefore(Instant instant) {
        return Math.max(0, Math.min(changes.size(), instant.minusNanos(1).getEpochSecond()));
    }

    @Override
    public Map<Long, Revisions.Changed> changedAfter(long number, int most) {
        var after = new LinkedHashMap<Long, Revisions.Changed>();
        for (long next = number + 1; next <= Math.min(changes.size(), number + most); next++) {
            after.put(next, changes.get((int) next - 1));
        }
        return after;
    }

    @Override
    public long last() {
        return changes.size();
    }

    @Override
    public String mark(long number) {
        return number == 0 || number > changes.size() ? "" : changes.get((int) number - 1).toString();
    }
}
