package org.demarche.actor;

import java.util.List;
import java.util.UUID;

import org.demarche.item.ActorRef;
import org.demarche.source.CitedDocument;

/**
 * An actor with all that its page tells of it looked up.
 *
 * @param type in words
 * @param existed in words, null where nothing is known of it
 * @param belongsTo its ties to others, in the order of their beginnings
 * @param others ties of others to it, alike
 * @param axis along which the ties are drawn, null where none has a date
 * @param areAll whether no tie was left out
 */
record ActorView(ActorRecord record, String type, String existed, List<Name> names, List<Code> codes, List<Tie> belongsTo, List<Tie> others, TenureAxis axis,
                 boolean areAll) {

    /** @param language and {@code kind} in words; the language null where it is of none */
    record Name(String text, String tag, String language, String kind) {
    }

    /** @param page on the web, null where there is none */
    record Code(String scheme, String code, String page) {
    }

    /**
     * @param other at the other end, null where it was retracted
     * @param what the role or, where there is none, the kind of tie
     * @param level in words, null where it is no post
     * @param basis how the dates are known, in words; null where nobody said
     * @param bar null where there is no axis
     * @param speaks what is to be said of whether the member speaks for the other; null where that goes without saying
     */
    record Tie(UUID id, ActorRef other, String what, String level, String dates, TenureAxis.Bar bar, String basis, String speaks, boolean contested, String note,
               List<CitedDocument> cited) {
    }

    public boolean isPerson() {
        return ActorType.PERSON.name().equals(record.type());
    }
}
