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

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** What comes after what where dates do not tell: the links of kind AFTER. Each question takes as many queries as the longest chain is long. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Sequence {
    private static final String LATER = "select link.from, link.to from Link link where link.kind = 'AFTER' and link.to in :ids";
    private static final String EARLIER = "select link.from, link.to from Link link where link.kind = 'AFTER' and link.from in :ids";
    /** H2 and PostgreSQL take far longer lists, but slowly. */
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entities;

    /** @param from comes after the other */
    private record Edge(UUID from, UUID to) {
    }

    /** For each of these items after how many others, one after the other, it comes: 0 for one that comes after none. */
    public Map<UUID, Integer> ranks(Collection<UUID> ids) {
        var after = new HashMap<UUID, List<UUID>>();
        var before = new HashMap<UUID, List<UUID>>();
        for (var edge : closure(EARLIER, ids, Edge::to)) {
            after.computeIfAbsent(edge.from, any -> new ArrayList<>()).add(edge.to);
            before.computeIfAbsent(edge.to, any -> new ArrayList<>()).add(edge.from);
        }
        var ranks = new HashMap<UUID, Integer>();
        ids.forEach(id -> ranks.put(id, 0));
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
        ranks.keySet().retainAll(Set.copyOf(ids));
        return ranks;
    }

    /** The items that come after any of these, one after the other. */
    public Collection<UUID> following(Collection<UUID> ids) {
        var following = new LinkedHashSet<UUID>();
        closure(LATER, ids, Edge::from).forEach(edge -> following.add(edge.from));
        return following;
    }

    /** How one item comes after another already: the first, what lies between, the second; empty where it does not. */
    public List<UUID> chain(UUID later, UUID earlier) {
        if (later.equals(earlier)) {
            return List.of(later);
        }
        var cameFrom = new LinkedHashMap<UUID, UUID>();
        closure(EARLIER, List.of(later), Edge::to).forEach(edge -> cameFrom.putIfAbsent(edge.to, edge.from));
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

    /** All links that are met on the way from these items on, in the order in which they are met. */
    private List<Edge> closure(String query, Collection<UUID> ids, java.util.function.Function<Edge, UUID> next) {
        var edges = new ArrayList<Edge>();
        var met = new LinkedHashSet<>(ids);
        for (List<UUID> open = List.copyOf(met); !open.isEmpty();) {
            var found = new ArrayList<Edge>();
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                found.addAll(edges(query, open.subList(from, Math.min(open.size(), from + AT_ONCE))));
            }
            edges.addAll(found);
            open = found.stream().map(next).distinct().filter(met::add).toList();
        }
        return edges;
    }

    private List<Edge> edges(String query, List<UUID> ids) {
        return entities.createQuery(query, Object[].class).setParameter("ids", ids).getResultList().stream().map(row -> new Edge((UUID) row[0], (UUID) row[1])).toList();
    }
}
