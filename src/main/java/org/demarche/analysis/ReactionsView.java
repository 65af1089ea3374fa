package org.demarche.analysis;

import java.util.List;
import java.util.UUID;

import org.demarche.item.ActorRef;
import org.demarche.item.ItemRow;
import org.demarche.web.FormFields;
import org.demarche.web.Violation;

/**
 * Who has reacted to an event, and who is silent.
 *
 * @param date in words
 * @param chosen whom the list is of; empty where it is of all who have reacted
 * @param lists what else the list may be of
 * @param all what all of them said since the event began
 * @param more actors that are left out of the list
 * @param typed what was sent in a form that comes back, and {@code violations} what is wrong with it
 */
record ReactionsView(UUID event, String title, String date, List<Choice> chosen, List<Choice> lists, List<Row> rows, int reacted, int more, QueryLinks all,
                     String csv, FormFields typed, List<Violation> violations) {

    /** @param href the page with it, or without one that is chosen */
    record Choice(String slug, String name, String href) {
    }

    /**
     * @param note 'as a whole', 'possibly a member then'; null where nothing is to be said
     * @param reaction the first; null where none is recorded
     * @param findings that it was looked for in vain, the newest first
     * @param said 'said 12 statements in the two weeks after'
     */
    record Row(ActorRef actor, String note, Reaction reaction, List<Finding> findings, String said, String saidHref) {
    }

    /**
     * @param after 'the same day', '2 days after'
     * @param how 'responds to'
     * @param to title of the event or statement, and {@code toPage} where it is
     */
    record Reaction(ItemRow row, String after, String how, String to, String toPage) {
    }

    /** @param change number of the revision */
    record Finding(String looked, String note, String by, String at, long change) {
    }

    /** Whether the form of this actor is the one that comes back. */
    public boolean isTyped(String slug) {
        return slug.equals(typed.text("actor"));
    }
}
