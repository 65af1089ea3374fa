package org.demarche.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.demarche.actor.Succession;
import org.demarche.event.Sequence;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Clauses;
import org.demarche.item.Item;

/** What the index is made from and follows: the database, or in a test what stands for it. */
interface IndexContent extends Clauses.LookUps {
    /**
     * The rows of these ids as they were known once the revision of this number was kept; one that was unknown or retracted then, or is of
     * no item, is left out.
     *
     * @param number {@link Revisions#NOW} for the present rows
     */
    Map<UUID, Item> items(Collection<UUID> ids, long number);

    /** The same for very many: what several of them name is asked for once. None is there any more once the next is given. */
    default void items(List<UUID> ids, long number, Consumer<Item> each) {
        items(ids, number).values().forEach(each);
    }

    /** The actors of these ids. */
    Map<UUID, Named> actors(Collection<UUID> ids);

    /** Who came after whom. */
    Collection<Succession> successions();

    /** The places of those of these items that links placed after others, once the revision of this number was kept. */
    Map<UUID, Sequence.Place> places(Collection<UUID> ids, long number);

    /** Which record each revision after this number changed, at most so many, in the order of their numbers. */
    Map<Long, Revisions.Changed> changedAfter(long number, int most);

    /** The number of the last revision, 0 where there is none. */
    long last();

    /** What tells the revision of this number from that of the same number in another database; empty where there is none. */
    String mark(long number);

    /** The topics or sources of these ids, retracted ones too: what is asked as of an earlier moment may have them. */
    Map<UUID, Called> called(RecordKind kind, Collection<UUID> ids);

    /**
     * @param names all of them, the first and the short one too
     * @param since when it began to exist, EDTF, null where unknown; {@code until} likewise
     * @param retracted it is named by what was known earlier alone
     */
    record Named(ActorRef actor, List<String> names, String since, String until, boolean retracted) {
    }

    /** What something is called, in addresses and by people. */
    record Called(String slug, String name) {
    }
}
