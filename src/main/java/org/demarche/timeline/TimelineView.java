package org.demarche.timeline;

import java.util.List;
import java.util.stream.Stream;

import org.demarche.coding.StanceMark;
import org.demarche.item.ActorRef;
import org.demarche.item.AsOf;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.Window;

/**
 * All that the timeline page shows: the template only writes it down.
 *
 * @param count '16 of 18 in view'
 * @param onPaper what a printed page says beside that, since it has no chips: the window, and the day that it was known on
 * @param predecessors the switch that joins lanes; null where there is nothing to join
 * @param chart null where numbers are drawn, {@code counted} then holds them; both are null where nothing is in the window
 * @param selected the item that is open; null where none is
 * @param summary null where an item is open
 * @param meant actors whose name was looked for
 */
record TimelineView(TimelineQuery query, Window window, String title, List<QueryWords.Chip> chips, String count, String onPaper,
                    Overview overview, Overview density, Navigation navigation, List<Choice> lanes, Choice predecessors, Filters filters, List<Export> exports,
                    Chart chart, Counted counted, Key key, DayList list, Empty empty, Item selected, String closing, Summary summary, List<QueryOffers.Meant> meant) {

    /** Whether anything is in the window. */
    public boolean isDrawn() {
        return chart != null || counted != null;
    }

    /** Whether anything is found, be it outside the window: a script draws that too, so that one can go there. */
    public boolean isFound() {
        return empty == null || empty.go() != null;
    }

    /** How many lanes come after those that are drawn. */
    public long moreLanes() {
        return chart != null ? chart.moreLanes() : counted != null ? counted.moreLanes() : 0;
    }

    /** Where it is told how the words that are asked for changed; null where none are. */
    public String wording() {
        return query.has(Parameter.Q) && !query.values(Parameter.KIND).equals(List.of("event"))
                ? Stream.of(Parameter.LANES, Parameter.SORT, Parameter.CURSOR, Parameter.LIMIT, Parameter.FROM, Parameter.TO, Parameter.WHEN, Parameter.BOM, Parameter.WIDTH)
                        .reduce(query, TimelineQuery::without, (one, other) -> one).at("/wording") : null;
    }

    /** As of when it is shown, null where it is as known now. */
    public AsOf known() {
        return query.asOf().orElse(null);
    }

    /** The same view as known now. */
    public String knownNow() {
        return query.without(Parameter.CURSOR).without(Parameter.AS_OF).within(window).at(Links.PATH);
    }

    /** What a collection keeps of the view; null where it is one already, or part of one: collections don't name collections. */
    public String saved() {
        return query.has(Parameter.COLLECTION) ? null : query.without(Parameter.CURSOR).without(Parameter.LIMIT).toString();
    }

    /** Where the view's facets are counted. */
    public String facets() {
        return query.without(Parameter.CURSOR).without(Parameter.LIMIT).within(window).at(FacetViews.PATH);
    }

    /** Where it is told what passed between the two that are asked about; null where it is not two. */
    public String pair() {
        return query.values(Parameter.ACTOR).size() == 1 && query.values(Parameter.WITH).size() == 1
                ? "/pairs/" + query.values(Parameter.ACTOR).get(0) + "/" + query.values(Parameter.WITH).get(0) : null;
    }

    /** @param before null where nothing lies before the window; likewise after */
    record Navigation(Edge before, Edge after, List<Links.Link> zoom, String previous, String next, String all) {
    }

    record Edge(String words, String href) {
    }

    /** One of several ways to see the same. */
    record Choice(String words, String href, boolean current) {
    }

    record Export(String words, String href) {
    }

    /**
     * @param kept what the form for one more filter hands on
     * @param actors that a name may be chosen from
     */
    record Filters(List<Field> kept, List<ActorRef> actors, String from, String to, boolean definitely) {
    }

    record Field(String name, String value) {
    }

    /**
     * What the shapes and colours mean, as far as they occur.
     *
     * @param toward whom the query asks about; the empty text where the stance is toward whoever an item is about
     * @param targets of the view, to ask about one of them alone
     * @param notes what else the drawing needs to have said
     */
    record Key(List<StanceMark> marks, String toward, List<Choice> targets, List<String> notes) {
    }

    /**
     * @param go to the nearest item outside; null where there is none
     * @param near spellings that find something, where nothing at all is found
     * @param without how many items would be in the window without each filter
     */
    record Empty(String words, Edge go, List<QueryOffers.Offer> near, List<Without> without) {
    }

    record Without(QueryWords.Chip chip, String number) {
    }
}
