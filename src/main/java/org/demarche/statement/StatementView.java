package org.demarche.statement;

import java.util.List;
import java.util.Locale;

import org.demarche.coding.CodingWords;
import org.demarche.coding.StanceMark;
import org.demarche.coding.Topics;
import org.demarche.event.Events;
import org.demarche.event.Threads;
import org.demarche.item.ActorRef;
import org.demarche.source.Documents;
import org.demarche.source.Passage;
import org.demarche.text.WordDifferences;

/**
 * A statement with all that its page tells of it looked up: the present record as well as an earlier one.
 *
 * @param date in words; {@code basis} alike
 * @param form in words, null where unknown
 * @param event null where it was said at none, or that was retracted
 * @param reports the preferred one first
 */
record StatementView(StatementRecord record, List<Speaker> speakers, List<ActorRef> addressees, List<About> about, String date, String basis, String form,
                     Events.EventName event, List<Topics.TopicName> topics, List<Report> reports, List<CodingWords> codings, Threads.Thread thread) {

    /**
     * @param actor null where only a description is known, or it was retracted since
     * @param described the slug of one that was retracted since
     * @param through who stands in the chain before the principal
     * @param principal null where it is not known, or it speaks for itself
     * @param decided how it is known on whose behalf, null where nothing is to be said
     * @param tie where the tie that decided is shown, null where none did
     * @param possible whether that holds only possibly
     */
    record Speaker(ActorRef actor, String described, String role, List<ActorRef> through, ActorRef principal, String decided, String tie, boolean possible, boolean override) {
        public String name() {
            return actor == null ? described : actor.name();
        }
    }

    /**
     * Whom it is about, or toward whom or what a stance is.
     *
     * @param holder null where every principal holds the stance
     */
    record About(String name, String page, ActorRef holder, StanceMark mark) {
    }

    /**
     * One document's report of it.
     *
     * @param number among those of the record, from 1
     * @param beside its words and those of the preferred one, with what differs marked; null where either has none, and for the preferred one itself
     * @param document null where it was retracted since
     * @param language in words, as 'translated from Chinese'; null where unknown
     * @param via by whom it was reported, null where nobody is named
     * @param credibility in words, null where not rated
     */
    record Report(int number, StatementRecord.Rendering rendering, WordDifferences.Sides beside, Documents.DocumentName document, String mode, String language, ActorRef via, String credibility,
                  List<Passage> passages) {
        /** Who printed it, for a label. */
        public String outlet() {
            return document == null ? "a document that was retracted since" : document.source().name();
        }
    }

    /** Words of two languages are not compared. */
    static boolean sameLanguage(StatementRecord.Rendering one, StatementRecord.Rendering other) {
        return language(one).equals(language(other));
    }

    private static String language(StatementRecord.Rendering rendering) {
        return rendering.language() == null ? "" : Locale.forLanguageTag(rendering.language()).getLanguage();
    }

    /** The report that stands on top. */
    public Report first() {
        return reports.get(0);
    }

    public List<Report> others() {
        return reports.subList(1, reports.size());
    }
}
