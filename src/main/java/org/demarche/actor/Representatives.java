package org.demarche.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.item.ActorRef;
import org.demarche.time.FourDays;

/** Who acts for an actor, and when: the other way round of {@link Speaking}. A minister who meets another makes two states meet. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Representatives {
    /** Parts within parts: beyond this depth the ties are taken to be wrong. */
    private static final int DEEPEST = 5;
    private static final FourDays ALWAYS = new FourDays(FourDays.MINUS_INFINITY, FourDays.MINUS_INFINITY, FourDays.PLUS_INFINITY, FourDays.PLUS_INFINITY);

    @Inject
    Affiliations affiliations;
    @Inject
    Actors actors;

    /** @param days on which the tie that makes it act for the other holds */
    public record Representative(ActorRef actor, FourDays days) {
        /** Whether it possibly acts for the other on some day of a date. */
        public boolean actsOn(FourDays date) {
            return days.possiblyIn(date.s1(), date.e2());
        }
    }

    /**
     * The actor itself at all times, then who holds an office in it, and its parts with theirs: the latest first, each tie for itself. As
     * many queries as parts lie in parts.
     *
     * @param most more ties of one depth are left out
     */
    public List<Representative> of(ActorRef actor, int most) {
        var found = new ArrayList<Representative>();
        found.add(new Representative(actor, ALWAYS));
        if (actor.type().equals(ActorType.PERSON.name())) {
            return found;
        }
        var ties = new ArrayList<Affiliation>();
        var open = List.of(actor.id());
        var seen = new HashSet<UUID>(open);
        for (int depth = 0; depth < DEEPEST && !open.isEmpty(); depth++) {
            var tied = affiliations.speakingFor(open, most);
            ties.addAll(tied);
            open = tied.stream().filter(tie -> tie.kind.equals(AffiliationKind.PART_OF.name())).map(tie -> tie.member).filter(seen::add).toList();
        }
        var named = actors.refs(ties.stream().map(tie -> tie.member).distinct().toList());
        ties.stream().filter(tie -> named.containsKey(tie.member) && !tie.member.equals(actor.id())).forEach(tie -> found.add(new Representative(named.get(tie.member), days(tie))));
        return List.copyOf(found);
    }

    private static FourDays days(Affiliation tie) {
        return new FourDays(tie.startFirst, tie.startLast, tie.endFirst, tie.endLast);
    }
}
