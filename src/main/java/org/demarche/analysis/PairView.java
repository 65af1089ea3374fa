package org.demarche.analysis;

import java.util.List;

import org.demarche.item.ActorRef;
import org.demarche.item.ItemRow;

/**
 * What passed between two actors.
 *
 * @param last their last meeting, null where none is recorded; {@code next} likewise
 * @param windows what the lists of what was said may look at
 * @param shown the window that they look at, in words
 * @param countsAsPromised types of event codes in words
 * @param notCoded statements between them without an event code, which may promise too
 * @param all everything in which both take part
 */
record PairView(ActorRef one, ActorRef other, Meeting last, Meeting next, List<Window> windows, String shown, ListedItems oneOfOther, ListedItems otherOfOne,
                ListedItems promised, List<String> countsAsPromised, long notCoded, String notCodedHref, ListedItems meetings, QueryLinks all) {

    /** @param who 'Yoshimasa Hayashi for Japan, Jens Stoltenberg for NATO' */
    record Meeting(ItemRow row, String date, String who) {
    }

    record Window(String words, String href, boolean current) {
    }
}
