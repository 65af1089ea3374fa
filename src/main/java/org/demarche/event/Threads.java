package org.demarche.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.AsOf;
import org.demarche.item.DateOrder;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;

/** Follows links from one item: to what it reacts to, what that reacts to, and to what reacts to it, and so on. What was retracted is left out. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Threads {
    private static final Extent USUAL = new Extent(4, 40);
    private static final Extent ALL = new Extent(40, 1_000);
    /** Where nothing is to be asked for: no record has this id. */
    private static final List<UUID> NOBODY = List.of(new UUID(0, 0));
    private static final Comparator<Item> BY_DATE = DateOrder.by(id -> 0);

    @Inject
    EntityManager entities;
    @Inject
    Items items;
    @Inject
    Revisions revisions;

    /**
     * What an item hangs together with.
     *
     * @param above what it reacts to, each followed by what that reacts to; {@code below} what reacts to it alike
     * @param more whether there is more than is told
     */
    public record Thread(UUID item, List<Step> above, List<Step> below, boolean more) {
        public boolean isEmpty() {
            return above.isEmpty() && below.isEmpty();
        }
    }

    /**
     * One link, seen from the item or the step before it.
     *
     * @param from the later end, which holds it
     * @param relation in words, from where it is seen
     * @param depth 1 for a link of the item itself
     */
    public record Step(UUID from, UUID to, String kind, String relation, String basis, ItemRow other, int depth) {
        /** How far it is set in: no further than a narrow page has room. */
        public int indent() {
            return Math.min(depth, 5);
        }

        public boolean isDirect() {
            return depth == 1;
        }
    }

    private record Extent(int depth, int number) {
    }

    private record Edge(UUID from, UUID to, LinkKind kind, LinkBasis basis) {
    }

    /** A walk in one direction: from each item the links on which it goes on, each item met once. */
    private record Walk(boolean upward, Map<UUID, List<Edge>> edges, Set<UUID> met, Set<UUID> open) {
        static Walk from(UUID item, boolean upward) {
            return new Walk(upward, new LinkedHashMap<>(), new LinkedHashSet<>(List.of(item)), new LinkedHashSet<>(List.of(item)));
        }

        UUID near(Edge edge) {
            return upward ? edge.from : edge.to;
        }

        UUID far(Edge edge) {
            return upward ? edge.to : edge.from;
        }

        /** @return whether something was left out */
        boolean step(Collection<Edge> found, int most) {
            var before = Set.copyOf(open);
            open.clear();
            boolean left = false;
            for (var edge : found) {
                if (!before.contains(near(edge)) || before.contains(far(edge)) || met.contains(far(edge)) && !open.contains(far(edge))) {
                    continue;
                }
                if (met.size() > most) {
                    left = true;
                } else {
                    met.add(far(edge));
                    open.add(far(edge));
                    edges.computeIfAbsent(near(edge), any -> new ArrayList<>()).add(edge);
                }
            }
            return left;
        }
    }

    /**
     * Two queries for each level, whose number is the same for every item unless all is asked for.
     *
     * @param own the links that the item's record holds: those of an earlier version differ from those of the present one
     * @param known as of when it is told, null being now: links that others made later are left out, one that was taken off since can only be
     *     told from the item that held it
     */
    public Thread of(UUID item, List<LinkRecord> own, boolean all, AsOf known) {
        var extent = all ? ALL : USUAL;
        var above = Walk.from(item, true);
        var below = Walk.from(item, false);
        boolean more = above.step(own.stream().map(link -> new Edge(item, link.to(), LinkKind.valueOf(link.kind()), LinkBasis.valueOf(link.basis()))).toList(), extent.number);
        // One level deeper than is told: whether there is more is known then.
        for (int depth = 0; depth <= extent.depth && !(all && above.open.isEmpty() && below.open.isEmpty()); depth++) {
            var found = known(edges(above.open, below.open, extent.number), known);
            more |= above.step(found, extent.number) | below.step(found, extent.number);
        }
        var ids = Stream.concat(above.met.stream(), below.met.stream()).filter(id -> !id.equals(item)).distinct().toList();
        var rows = items.of(ids, known).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var up = steps(above, item, rows);
        var down = steps(below, item, rows);
        return new Thread(item, told(up, extent), told(down, extent), more || told(up, extent).size() < up.size() || told(down, extent).size() < down.size());
    }

    private static List<Step> told(List<Step> steps, Extent extent) {
        return steps.stream().filter(step -> step.depth <= extent.depth).toList();
    }

    /** Those of which the later end held the link at a moment. */
    private List<Edge> known(List<Edge> edges, AsOf moment) {
        if (moment == null || edges.isEmpty()) {
            return edges;
        }
        long number = revisions.lastBefore(moment.until());
        var later = edges.stream().map(Edge::from).collect(Collectors.toSet());
        var held = Stream.of(RecordKind.STATEMENT, RecordKind.EVENT).flatMap(kind -> revisions.at(number, kind, later).values().stream()).map(revision -> (Linked) revision.record())
                .flatMap(record -> record.links().stream().map(link -> new Edge(record.id(), link.to(), LinkKind.valueOf(link.kind()), LinkBasis.valueOf(link.basis())))).collect(Collectors.toSet());
        return edges.stream().filter(held::contains).toList();
    }

    /** Two queries: each finds its ids by an index of its own, which 'or' would keep H2 from. */
    private List<Edge> edges(Collection<UUID> later, Collection<UUID> earlier, int most) {
        return Stream.concat(edges("from", later, most), edges("to", earlier, most)).toList();
    }

    private Stream<Edge> edges(String end, Collection<UUID> ids, int most) {
        return entities.createQuery("select link.from, link.to, link.kind, link.basis from Link link where link." + end + " in :ids order by link.id", Object[].class)
                .setParameter("ids", ids.isEmpty() ? NOBODY : ids).setMaxResults(most + 1).getResultList().stream()
                .map(row -> new Edge((UUID) row[0], (UUID) row[1], LinkKind.valueOf((String) row[2]), LinkBasis.valueOf((String) row[3])));
    }

    private static List<Step> steps(Walk walk, UUID item, Map<UUID, Item> rows) {
        var steps = new ArrayList<Step>();
        add(walk, item, rows, 1, new LinkedHashSet<>(List.of(item)), steps);
        return steps;
    }

    /** Those after an item by date, each with those after it; an item that two lead to is told whole once. */
    private static void add(Walk walk, UUID item, Map<UUID, Item> rows, int depth, Set<UUID> told, List<Step> steps) {
        walk.edges.getOrDefault(item, List.of()).stream().filter(edge -> rows.containsKey(walk.far(edge)))
                .sorted(Comparator.comparing(edge -> rows.get(walk.far(edge)), BY_DATE)).forEach(edge -> {
                    var relation = walk.upward ? edge.kind.label() : edge.kind.inverse();
                    steps.add(new Step(edge.from, edge.to, edge.kind.name(), relation, edge.basis.label(), ItemRow.of(rows.get(walk.far(edge))), depth));
                    if (told.add(walk.far(edge))) {
                        add(walk, walk.far(edge), rows, depth + 1, told, steps);
                    }
                });
    }
}
