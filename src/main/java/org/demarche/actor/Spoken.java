package org.demarche.actor;

import java.util.List;
import java.util.UUID;

import org.demarche.history.Change;
import org.demarche.item.ActorRef;

/** What was said on the strength of ties, for whoever changes one. Statements stand below actors in the line of packages and supply this. */
public interface Spoken {
    /**
     * Somebody in a statement who would now be found to speak otherwise than is recorded.
     *
     * @param speaker the place among the speakers, from 0
     * @param title of the statement
     * @param date in words
     * @param behalf on whose behalf, as it is recorded; the principal last
     * @param role as it is recorded, null where there is none
     * @param would all answers that there are now, one at least
     */
    record Case(UUID statement, int speaker, String title, String date, ActorRef who, List<ActorRef> behalf, String role, List<Speaking.Candidate> would) {
    }

    /** @param chosen of the answers; null leaves it as it is recorded, by hand where resolution does not give that any more */
    record Settled(Case of, Speaking.Candidate chosen) {
    }

    /**
     * The cases in which a tie's change, which was made already in this transaction, gives another answer than is recorded; those that an
     * analyst set by hand are left out. The number of queries does not depend on how many there are.
     *
     * @param before null where nobody spoke by it
     * @param after alike
     * @param most where there may be more, one more than that is given
     */
    List<Case> changed(SpeakingTie before, SpeakingTie after, int most);

    /** Whether there may be any, at the cost of one query: before the change is made. */
    boolean mayChange(SpeakingTie before, SpeakingTie after);

    /** Changes the statements, each with a revision of its own. */
    void settle(List<Settled> settled, SpeakingTie before, String reason, Change change);
}
