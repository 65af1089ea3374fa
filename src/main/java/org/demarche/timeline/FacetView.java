package org.demarche.timeline;

import java.util.List;

import org.demarche.item.Facet;

/**
 * One facet of a view as people see it.
 *
 * @param title 'On behalf of'
 * @param lines those that are taken first
 * @param values how many there are in all
 * @param all where all of them are listed, null where these are all
 * @param kept what the form that looks for one of them hands on
 */
record FacetView(Facet facet, String title, List<Line> lines, int values, String all, List<TimelineView.Field> kept) {

    /** @param href the view with it, or where it is taken without it */
    record Line(String words, String number, String href, boolean taken) {
    }

    /** Where the list of all values stands, and where the form asks. */
    public String path() {
        return FacetViews.PATH + "/" + facet.word();
    }
}
