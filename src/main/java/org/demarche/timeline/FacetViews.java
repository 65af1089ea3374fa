package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.item.ActorRef;
import org.demarche.item.Facet;
import org.demarche.item.Facets;
import org.demarche.item.Finding;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.FoldedName;

/** Puts the facets of a query into words, each value with the way to take it or to take it off again. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class FacetViews {
    static final String PATH = "/timeline/facets";
    private static final int SHOWN = 12;
    private static final int MOST_CALLED = 50;

    @Inject
    Items items;
    @Inject
    QueryNames names;
    @Inject
    Finding finding;
    @Inject
    Actors actors;

    /** All facets that have any value, of each the most frequent ones. */
    List<FacetView> of(TimelineQuery query) {
        var counts = items.facets(query, EnumSet.allOf(Facet.class));
        var known = names.of(query);
        var views = new ArrayList<FacetView>();
        for (var facet : Facet.values()) {
            var all = lines(facet, query, counts.of(facet), new QueryWords(query, known));
            if (!all.isEmpty()) {
                boolean more = all.size() > SHOWN;
                var shown = all.stream().limit(SHOWN).toList();
                views.add(new FacetView(facet, title(facet), facet == Facet.YEAR ? byYear(shown) : shown, all.size(), more ? query.at(PATH + "/" + facet.word()) : null, kept(query)));
            }
        }
        return views;
    }

    /**
     * One facet with a page of its values.
     *
     * @param typed only those of which a word begins so; the empty text for all
     * @param most at most so many; where there are more, {@link FacetView#all} is not null
     */
    FacetView of(Facet facet, TimelineQuery query, String typed, int from, int most) {
        var all = lines(facet, query, items.facets(query, Set.of(facet)).of(facet), new QueryWords(query, names.of(query)));
        var found = typed.isEmpty() ? all : named(facet, all, typed);
        return new FacetView(facet, title(facet), found.stream().skip(from).limit(most).toList(), found.size(), found.size() > from + most ? query.at(PATH + "/" + facet.word()) : null, kept(query));
    }

    /** Actors by any of their names, everything else by the words that are shown. */
    private List<FacetView.Line> named(Facet facet, List<FacetView.Line> all, String typed) {
        var looked = FoldedName.of(typed);
        var others = switch (facet) {
            case BEHALF, ACTOR, TARGET -> actors.refs(finding.actors(typed, 0, MOST_CALLED)).values().stream().map(ActorRef::shortName).collect(Collectors.toSet());
            case LEVEL, TYPE, STANCE, TOPIC, PLACE, SOURCE, MODE, YEAR -> Set.<String>of();
        };
        return all.stream().filter(line -> others.contains(line.words()) || FoldedName.of(line.words()).beginsWith(looked)).toList();
    }

    /** What the query asks about, in words. */
    String title(TimelineQuery query) {
        return new QueryWords(query, names.of(query)).title();
    }

    private static String title(Facet facet) {
        return switch (facet) {
            case BEHALF -> "On behalf of";
            case ACTOR -> "Involving";
            case TARGET -> "About";
            case LEVEL -> "Post";
            case TYPE -> "Event code";
            case STANCE -> "Stance";
            case TOPIC -> "Topic";
            case PLACE -> "Place";
            case SOURCE -> "Source";
            case MODE -> "Reported";
            case YEAR -> "Year";
        };
    }

    private static List<FacetView.Line> lines(Facet facet, TimelineQuery query, List<Facets.Count> counts, QueryWords known) {
        var lines = new ArrayList<FacetView.Line>();
        var numbers = new HashMap<String, Long>();
        counts.forEach(count -> numbers.put(count.value(), count.items()));
        for (var value : facet.taken(query)) {
            lines.add(new FacetView.Line(words(facet, value, null, known), ItemWords.number(numbers.getOrDefault(value, 0L)), facet.removing(query, value).at(Links.PATH), true));
        }
        counts.stream().filter(count -> !facet.taken(query).contains(count.value())).forEach(count -> lines.add(
                new FacetView.Line(words(facet, count.value(), count.name(), known), ItemWords.number(count.items()), facet.adding(query, count.value()).at(Links.PATH), false)));
        return lines;
    }

    private static String words(Facet facet, String value, String name, QueryWords known) {
        return name != null ? name : facet.parameter() == null ? value : known.words(facet.parameter(), value);
    }

    private static List<FacetView.Line> byYear(List<FacetView.Line> years) {
        return years.stream().sorted(Comparator.comparing((FacetView.Line year) -> !year.taken()).thenComparingInt(year -> Integer.parseInt(year.words()))).toList();
    }

    private static List<TimelineView.Field> kept(TimelineQuery query) {
        return query.parameters().stream().filter(parameter -> parameter != Parameter.CURSOR)
                .flatMap(parameter -> query.values(parameter).stream().map(value -> new TimelineView.Field(parameter.word(), value))).toList();
    }
}
