package org.demarche.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.actor.Affiliations;
import org.demarche.coding.Topics;
import org.demarche.item.ActorRef;
import org.demarche.item.Lanes;
import org.demarche.item.TimelineQuery;

/** Looks up what lanes are called and who shares one: in the index, or with a fixed number of queries, however many lanes there are. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class LaneActors {
    @Inject
    ItemIndex index;
    @Inject
    Actors actors;
    @Inject
    Affiliations affiliations;
    @Inject
    Topics topics;

    /** How long these existed, and with whom each shares a lane: with nobody unless the query asks for it. */
    ActorsInTime inTime(TimelineQuery query, Collection<String> slugs) {
        if (!query.joinsPredecessors()) {
            return new ActorsInTime(Predecessors.NOT_JOINED, Map.of(), known(ActorNames.All::lifetimes, slugs));
        }
        var successions = affiliations.successions();
        var refs = actors.refs(successions.stream().flatMap(succession -> Stream.of(succession.successor(), succession.predecessor())).collect(Collectors.toSet()));
        return new ActorsInTime(Predecessors.of(successions), refs,
                known(ActorNames.All::lifetimes, Stream.concat(slugs.stream(), refs.values().stream().map(ActorRef::slug)).toList()));
    }

    /** The actors that have these slugs now. */
    Map<String, ActorRef> of(Collection<String> slugs) {
        return known(ActorNames.All::bySlug, slugs);
    }

    private <T> Map<String, T> known(Function<ActorNames.All, Map<String, T>> all, Collection<String> slugs) {
        return index.search(searcher -> {
            var known = all.apply(index.columns().actors(searcher));
            return slugs.stream().distinct().filter(known::containsKey).collect(Collectors.toMap(Function.identity(), known::get));
        });
    }

    /** The short names of actors, or the labels of topics, by their slugs. */
    Map<String, String> names(Lanes.By by, Collection<Lanes.Lane> lanes) {
        var names = new HashMap<String, String>();
        var slugs = slugs(lanes);
        switch (by) {
            case DYAD, PRINCIPAL, BEHALF, ACTOR, TARGET -> of(slugs).forEach((slug, actor) -> names.put(slug, actor.shortName()));
            case TOPIC -> topics.ever(slugs).forEach((slug, topic) -> names.put(slug, topic.label()));
            case TYPE, COUNTRY, KIND -> { }
        }
        return names;
    }

    /** The labels of topics by their slugs; none where lanes are not by topic. */
    Map<String, String> topics(Lanes.By by, Collection<String> slugs) {
        var labels = new HashMap<String, String>();
        if (by == Lanes.By.TOPIC) {
            topics.ever(slugs).forEach((slug, topic) -> labels.put(slug, topic.label()));
        }
        return labels;
    }

    static List<String> slugs(Collection<Lanes.Lane> lanes) {
        return lanes.stream().flatMap(lane -> Stream.of(lane.key().split(Lanes.TOWARD))).distinct().toList();
    }

    /** Those of the lanes that are of an actor or topic. */
    List<Lanes.Lane> named(Lanes lanes, Map<String, String> names) {
        return lanes.lanes().stream().filter(lane -> names.containsKey(lane.key())).toList();
    }
}
