package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.actor.Succession;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.GeneratedItems;
import org.demarche.item.Item;

/** A history in memory: what an index is made from where there is no database. */
final class ListedContent implements IndexContent {
    private final GeneratedItems world;
    private final Map<UUID, Item> items = new HashMap<>();
    private final Map<UUID, Named> actors = new HashMap<>();
    private final List<Revisions.Changed> changes = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final Map<UUID, Set<UUID>> after = new HashMap<>();

    ListedContent(GeneratedItems world) {
        this.world = world;
        world.actors().forEach(actor -> {
            actors.put(actor.id(), new Named(actor.slug(), actor.shortName(), world.names().get(actor.slug())));
            changes.add(new Revisions.Changed(RecordKind.ACTOR, actor.id()));
        });
    }

    void put(Collection<Item> changed) {
        changed.forEach(item -> {
            items.put(item.id(), item);
            changes.add(new Revisions.Changed(item.isStatement() ? RecordKind.STATEMENT : RecordKind.EVENT, item.id()));
        });
    }

    void succeed(ActorRef successor, ActorRef predecessor) {
        successions.add(new Succession(successor.id(), predecessor.id()));
    }

    void retract(Item item) {
        items.remove(item.id());
        changes.add(new Revisions.Changed(item.isStatement() ? RecordKind.STATEMENT : RecordKind.EVENT, item.id()));
    }

    /** A link of kind AFTER, and with it a change of the item that holds it. */
    void after(Item later, Item earlier) {
        after.computeIfAbsent(later.id(), any -> new LinkedHashSet<>()).add(earlier.id());
        put(List.of(later));
    }

    int rank(UUID id) {
        return after.getOrDefault(id, Set.of()).stream().filter(items::containsKey).mapToInt(earlier -> rank(earlier) + 1).max().orElse(0);
    }

    /** Goes back to an earlier state, as a database restored from a backup does. */
    void forgetAfter(int number) {
        changes.subList(number, changes.size()).clear();
    }

    Collection<Item> present() {
        return items.values();
    }

    /** Title, summary and words of an item. */
    List<String> texts(Item item) {
        return Stream.of(item.title(), item.summary(), item.report() == null ? null : item.report().words()).filter(Objects::nonNull).toList();
    }

    @Override
    public Map<UUID, Item> items(Collection<UUID> ids) {
        var found = new HashMap<UUID, Item>();
        ids.stream().filter(items::containsKey).forEach(id -> found.put(id, items.get(id)));
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
    public Collection<UUID> resolvedBy(Collection<UUID> affiliations) {
        return List.of();
    }

    @Override
    public Map<UUID, Integer> ranks(Collection<UUID> ids) {
        var ranks = new HashMap<UUID, Integer>();
        ids.forEach(id -> ranks.put(id, rank(id)));
        return ranks;
    }

    @Override
    public Collection<UUID> following(Collection<UUID> ids) {
        var following = new LinkedHashSet<UUID>();
        for (var open = Set.copyOf(ids); !open.isEmpty();) {
            var earlier = open;
            open = after.entrySet().stream().filter(links -> links.getValue().stream().anyMatch(earlier::contains)).map(Map.Entry::getKey).filter(following::add).collect(Collectors.toSet());
        }
        return following;
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
