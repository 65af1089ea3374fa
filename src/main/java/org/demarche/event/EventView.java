package org.demarche.event;

import java.util.List;

import org.demarche.coding.CodingWords;
import org.demarche.coding.Topics;
import org.demarche.item.ActorRef;
import org.demarche.source.CitedDocument;

/**
 * An event with all that its page tells of it looked up: the present record as well as an earlier one.
 *
 * @param kind in words; {@code date} and {@code basis} alike
 * @param status in words, null where it was held
 * @param place in words, null where unknown
 * @param parent null where it is part of none, or that was retracted
 */
record EventView(EventRecord record, String kind, String status, String date, String basis, String place, Events.EventName parent, List<Participant> participants,
                 List<Topics.TopicName> topics, List<CitedDocument> cited, List<CodingWords> codings, Threads.Thread thread) {

    /** @param roles in words */
    record Participant(ActorRef actor, String roles) {
    }
}
