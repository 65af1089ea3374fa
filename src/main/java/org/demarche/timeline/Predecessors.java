package org.demarche.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.demarche.actor.Succession;

/**
 * Which actors share a lane because one came after the other.
 *
 * <p>An actor that several came after keeps a lane of its own: it is none of them.
 *
 * @param heads the last successor of each actor that has one
 */
record Predecessors(Map<UUID, UUID> heads) {
    static final Predecessors NOT_JOINED = new Predecessors(Map.of());

    static Predecessors of(Collection<Succession> successions) {
        var successors = successions.stream().collect(Collectors.groupingBy(Succession::predecessor, Collectors.mapping(Succession::successor, Collectors.toSet())));
        var heads = new HashMap<UUID, UUID>();
        for (var predecessor : successors.keySet()) {
            var head = head(predecessor, successors);
            if (!head.equals(predecessor)) {
                heads.put(predecessor, head);
            }
        }
        return new Predecessors(Map.copyOf(heads));
    }

    /** Where two are said to have come after each other, the way ends before it goes round. */
    private static UUID head(UUID actor, Map<UUID, Set<UUID>> successors) {
        var passed = new HashSet<UUID>();
        var at = actor;
        while (passed.add(at) && successors.getOrDefault(at, Set.of()).size() == 1) {
            at = successors.get(at).iterator().next();
        }
        return successors.getOrDefault(at, Set.of()).size() == 1 ? actor : at;
    }

    UUID head(UUID actor) {
        return heads.getOrDefault(actor, actor);
    }

    /** All that share the lane of this actor, itself first. */
    Set<UUID> members(UUID head) {
        var members = new LinkedHashSet<UUID>();
        members.add(head);
        heads.forEach((actor, other) -> {
            if (other.equals(head)) {
                members.add(actor);
            }
        });
        return members;
    }
}
