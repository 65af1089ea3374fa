package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.demarche.actor.Lifetime;
import org.demarche.item.ActorRef;
import org.demarche.item.Lanes;
import org.demarche.time.Window;

/**
 * What time did to the actors of lanes: who came after whom, and how long each existed.
 *
 * @param actors all that came after another or before one, by id
 * @param lifetimes by slug, of those whose beginning or end is known
 */
record ActorsInTime(Predecessors predecessors, Map<UUID, ActorRef> actors, Map<String, Lifetime> lifetimes) {
    static final ActorsInTime TIMELESS = new ActorsInTime(Predecessors.NOT_JOINED, Map.of(), Map.of());

    /** In whose lane an actor stands: in its own, or in that of its last successor. */
    ActorRef head(ActorRef actor) {
        return actor == null ? null : actors.getOrDefault(predecessors.head(actor.id()), actor);
    }

    /** All that stand in this actor's lane, itself first. */
    List<ActorRef> members(ActorRef head) {
        return predecessors.members(head.id()).stream().map(id -> id.equals(head.id()) ? head : actors.get(id)).filter(Objects::nonNull).toList();
    }

    /** When the actors of a lane existed. A lane of two is there while both are. */
    Existence existence(String key, Scale scale) {
        var gaps = new ArrayList<Existence.Gap>();
        var turns = new ArrayList<Existence.Turn>();
        for (var slug : key.split(Lanes.TOWARD)) {
            var existence = Existence.of(lifetimes(slug), scale);
            gaps.addAll(existence.gaps());
            if (turns.isEmpty()) {
                turns.addAll(existence.turns());
            }
        }
        return new Existence(List.copyOf(gaps), List.copyOf(turns));
    }

    /** When there was nobody for a lane. */
    List<Window> absences(String key) {
        return Stream.of(key.split(Lanes.TOWARD)).flatMap(slug -> Existence.absences(lifetimes(slug)).stream()).toList();
    }

    /** Those who share a lane, the earliest first; none where nobody shares it. */
    List<Lifetime> sharing(String key) {
        return Stream.of(key.split(Lanes.TOWARD)).map(this::lifetimes).filter(lifetimes -> lifetimes.size() > 1).findFirst().orElse(List.of());
    }

    /** The earliest first. */
    private List<Lifetime> lifetimes(String slug) {
        var head = actors.values().stream().filter(actor -> actor.slug().equals(slug)).findFirst();
        var slugs = head.map(actor -> members(actor).stream().map(ActorRef::slug)).orElseGet(() -> Stream.of(slug)).toList();
        if (slugs.size() == 1) {
            return Stream.ofNullable(lifetimes.get(slug)).toList();
        }
        var names = head.map(this::members).orElse(List.of()).stream();
        return names.map(actor -> lifetimes.getOrDefault(actor.slug(), Lifetime.unknown(actor.shortName())))
                .sorted(Comparator.comparingLong(Lifetime::first)).toList();
    }
}
