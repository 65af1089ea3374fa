package org.demarche.analysis;

import java.util.List;

import org.demarche.item.ItemRow;
import org.demarche.text.WordDifferences;

/**
 * How a wording changed.
 *
 * @param title what is asked, in words
 * @param earliest 'earliest of 41 recorded; records on behalf of China begin 3 March 2019'
 * @param first null where nothing was found, and so is {@code last}
 * @param speakers for whom it was said, to ask about one alone; empty where the query names somebody
 * @param next the next page, null on the last
 */
record WordingView(String title, String earliest, long total, ItemRow first, ItemRow last, YearCounts years, List<Narrower> speakers, List<Version> versions, String next,
                   QueryLinks links) {

    record Narrower(String name, String number, String href) {
    }

    /**
     * One wording, and everywhere in a row that it was printed so.
     *
     * @param number on its page, from 1
     * @param parts against the version before it in the same language; one part that is kept where there is none, or where the two are too long to compare; empty where
     *     no words are held
     * @param language of the words, null where unknown
     * @param note what is to be said of the comparison; null where nothing is
     * @param again the number of the version on this page that has the same words; null where none has
     */
    record Version(int number, List<WordDifferences.Part> parts, String language, String note, Integer again, List<Printed> printed) {
    }

    /**
     * @param who 'Mao Ning for China'
     * @param page of the statement
     * @param document null where it was retracted since
     * @param outlet with its agency, null likewise
     * @param languages 'translated from Chinese'; null where unknown
     * @param via by whom it was reported, as a translator; null where nobody is named
     */
    record Printed(String date, String who, String page, String document, String outlet, String languages, String via) {
    }
}
