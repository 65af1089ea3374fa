package org.demarche.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;

/** What comes after what where dates do not tell: the links of kind AFTER. Each question takes as many queries as the longest chain is long. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Sequence {
    private static final String EARLIER = "select link.from, link.to from Link link where link.kind = 'AFTER' and link.from in :ids";
    /** H2 and PostgreSQL take far longer lists, but slowly. */
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entities;
    @Inject
    Revisions revisions;

    /**
     * Where an item comes among others of its days.
     *
     * @param rank after how many others, one after the other: 0 for one that comes after none
     * @param after those that it comes after directly
     */
    public record Place(int rank, Set<UUID> after) {
        /** Of an item that comes after none. */
        public static final Place FIRST = new Place(0, Set.of());
    }

    /** @param from comes after the other */
    private record Edge(UUID from, UUID to) {
    }

    /** The places of those of these items that come after any other, once the revision of this number was kept. */
    public Map<UUID, Place> places(Collection<UUID> ids, long number) {
        var after = new HashMap<UUID, Set<UUID>>();
        var before = new HashMap<UUID, List<UUID>>();
        for (var edge : closure(ids, number)) {
            after.computeIfAbsent(edge.from, any -> new LinkedHashSet<>()).add(edge.to);
            before.computeIfAbsent(edge.to, any -> new ArrayList<>()).add(edge.from);
        }
        var ranks = new HashMap<UUID, Integer>();
        var open = new HashMap<UUID, Integer>();
        after.forEach((id, earlier) -> open.put(id, earlier.size()));
        var ready = new ArrayDeque<>(before.keySet().stream().filter(id -> !after.containsKey(id)).toList());
        // Those of a circle, which two who linked at once may have made, are never ready: they stay at 0.
        while (!ready.isEmpty()) {
            var id = ready.remove();
            for (var later : before.getOrDefault(id, List.of())) {
                ranks.merge(later, ranks.getOrDefault(id, 0) + 1, Math::max);
                if (open.merge(later, -1, Integer::sum) == 0) {
                    ready.add(later);
                }
            }
        }
        var places = new HashMap<UUID, Place>();
        ids.stream().filter(after::containsKey).forEach(id -> places.put(id, new Place(ranks.getOrDefault(id, 0), after.get(id))));
        return places;
    }

    /** How one item comes after another already: the first, what lies between, the second; empty where it does not. */
    public List<UUID> chain(UUID later, UUID earlier) {
        if (later.equals(earlier)) {
            return List.of(later);
        }
        var cameFrom = new LinkedHashMap<UUID, UUID>();
        closure(List.of(later), Revisions.NOW).forEach(edge -> cameFrom.putIfAbsent(edge.to, edge.from));
        var chain = new ArrayList<UUID>();
        for (var step = earlier; cameFrom.containsKey(step) && !chain.contains(step); step = cameFrom.get(step)) {
            chain.add(step);
        }
        if (!chain.isEmpty()) {
            chain.add(later);
            Collections.reverse(chain);
        }
        return chain;
    }

    /** All links that are met on the way back from these items, in the order in which they are met. */
    private List<Edge> closure(Collection<UUID> ids, long number) {
        var edges = new ArrayList<Edge>();
        var met = new LinkedHashSet<>(ids);
        for (List<UUID> open = List.copyOf(met); !open.isEmpty();) {
            var found = new ArrayList<Edge>();
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                found.addAll(edges(open.subList(from, Math.min(open.size(), from + AT_ONCE)), number));
            }
            edges.addAll(found);
            open = found.stream().map(Edge::to).distinct().filter(met::add).toList();
        }
        return edges;
    }

    private List<Edge> edges(List<UUID> ids, long number) {
        var changed = revisions.changedSince(number, ids);
        var unchanged = changed.isEmpty() ? ids : ids.stream().filter(id -> !changed.contains(id)).toList();
        var edges = new ArrayList<Edge>();
        if (!unchanged.isEmpty()) {
            entities.createQuery(EARLIER, Object[].class).setParameter("ids", unchanged).getResultList().forEach(row -> edges.add(new Edge((UUID) row[0], (UUID) row[1])));
        }
        Stream.of(RecordKind.STATEMENT, RecordKind.EVENT).flatMap(kind -> revisions.at(number, kind, changed).values().stream()).forEach(revision ->
                ((Linked) revision.record()).links().stream().filter(link -> link.kind().equals(LinkKind.AFTER.name())).forEach(link -> edges.add(new Edge(revision.id(), link.to()))));
        return edges;
    }
}
