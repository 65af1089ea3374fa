package org.demarche.exchange.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.demarche.item.ActorRef;
import org.demarche.item.Item;

/**
 * Who did or said something to or about whom: what formats hold that know two sides of everything.
 *
 * @param who null where only a description is known, or nobody
 * @param described of a speaker without a name, else null
 * @param principal for whom; the same as who for those who speak for themselves
 * @param whom null where nobody is named
 */
record Pair(ActorRef who, String described, ActorRef principal, ActorRef whom) {
    private static final Set<String> ACTING = Set.of("ACTOR", "HOST", "CHAIR", "CONVENER");
    private static final Set<String> RECEIVING = Set.of("RECIPIENT", "VISITOR");

    /**
     * Of a statement each speaker with each target or, where there is none, each addressee. Of an event those who act or host with those who
     * receive or visit; where only one side is known, or roles don't tell sides, each participant with each after it. One at least.
     */
    static List<Pair> of(Item item) {
        var pairs = item.isStatement() ? ofStatement(item) : ofEvent(item);
        return pairs.isEmpty() ? List.of(new Pair(null, null, null, null)) : pairs;
    }

    private static List<Pair> ofStatement(Item item) {
        var whom = item.targets().isEmpty() ? item.addressees() : item.targets();
        var pairs = new ArrayList<Pair>();
        for (var speaker : item.speakers()) {
            var principal = speaker.principal() == null ? speaker.actor() : speaker.principal();
            var others = whom.stream().filter(other -> !other.equals(principal)).toList();
            if (others.isEmpty()) {
                pairs.add(new Pair(speaker.actor(), speaker.described(), principal, null));
            }
            others.forEach(other -> pairs.add(new Pair(speaker.actor(), speaker.described(), principal, other)));
        }
        return pairs;
    }

    private static List<Pair> ofEvent(Item item) {
        var acting = with(item, ACTING);
        var receiving = with(item, RECEIVING).stream().filter(actor -> !acting.contains(actor)).toList();
        if (!acting.isEmpty() && !receiving.isEmpty()) {
            return acting.stream().flatMap(one -> receiving.stream().map(other -> new Pair(one, null, one, other))).toList();
        }
        var all = item.participants().stream().map(Item.Participant::actor).distinct().toList();
        if (all.size() == 1) {
            return List.of(new Pair(all.get(0), null, all.get(0), null));
        }
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < all.size(); one++) {
            for (int other = one + 1; other < all.size(); other++) {
                pairs.add(new Pair(all.get(one), null, all.get(one), all.get(other)));
            }
        }
        return pairs;
    }

    private static List<ActorRef> with(Item item, Set<String> roles) {
        return item.participants().stream().filter(participant -> participant.roles().stream().anyMatch(roles::contains)).map(Item.Participant::actor).distinct().toList();
    }

    Stream<ActorRef> actors() {
        return Stream.of(who, principal, whom).filter(actor -> actor != null).distinct();
    }

    String name() {
        return who == null ? described : who.name();
    }
}
