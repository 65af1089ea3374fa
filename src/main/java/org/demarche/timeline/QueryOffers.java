package org.demarche.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorFinder;
import org.demarche.item.ActorRef;
import org.demarche.item.Finding;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.SearchWords;

/** What somebody who looks for words may have meant by them: an actor of that name, or words that are spelt a little differently. */
@ApplicationScoped
class QueryOffers {
    private static final int ACTORS = 3;
    private static final int NEAR_EACH = 3;
    private static final int NEAR_IN_ALL = 3;
    /** So many words of a search are looked at. */
    private static final int WORDS = 8;
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}-])[\\p{L}\\p{M}\\p{N}]+");

    @Inject
    Items items;
    @Inject
    ActorFinder finder;
    @Inject
    Finding finding;

    /** An actor of whom the words are a whole name. */
    record Meant(String name, List<Offer> offers) {
    }

    record Offer(String words, long items, String href) {
        boolean finds() {
            return items > 0;
        }

        public String number() {
            return ItemWords.number(items);
        }
    }

    /** What the actors say that are called so, and what is said about them; none where the query has no words, or more than a name. */
    List<Meant> meant(TimelineQuery query) {
        var name = name(query);
        if (name == null) {
            return List.of();
        }
        var others = query.without(Parameter.Q).without(Parameter.CURSOR).without(Parameter.LIMIT);
        return finder.called(name, ACTORS).stream().map(found -> meant(found.actor(), others)).filter(meant -> meant.offers.stream().anyMatch(Offer::finds)).toList();
    }

    /** Near spellings of the words, those with most items first; each finds something. For a query that finds nothing. */
    List<Offer> near(TimelineQuery query) {
        var typed = query.values(Parameter.Q).size() == 1 ? query.values(Parameter.Q).get(0) : "";
        var near = new TreeMap<Integer, List<String>>();
        var places = WORD.matcher(typed).results().limit(WORDS).toList();
        for (int place = 0; place < places.size(); place++) {
            var words = finding.nearWords(places.get(place).group(), NEAR_EACH);
            if (!words.isEmpty()) {
                near.put(place, words);
            }
        }
        return spellings(typed, places, near).stream().map(spelling -> offer(query, spelling)).filter(Offer::finds).limit(NEAR_IN_ALL).toList();
    }

    private static String name(TimelineQuery query) {
        if (query.values(Parameter.Q).size() != 1) {
            return null;
        }
        var typed = query.values(Parameter.Q).get(0);
        var words = SearchWords.parse(typed);
        if (!words.withoutWords().isEmpty() || !words.withoutPhrases().isEmpty()) {
            return null;
        }
        return words.phrases().isEmpty() ? typed : words.words().isEmpty() && words.phrases().size() == 1 ? words.phrases().get(0) : null;
    }

    private Meant meant(ActorRef actor, TimelineQuery others) {
        var speaks = others.with("PERSON".equals(actor.type()) ? Parameter.SPEAKER : Parameter.BEHALF, actor.slug());
        return new Meant(actor.shortName(), List.of(offer(actor.shortName() + " speaks", speaks), offer("about " + actor.shortName(), others.with(Parameter.TARGET, actor.slug()))));
    }

    /** All near words in place of those that nothing has, the nearest of each first, then each with the next one. */
    private static List<String> spellings(String typed, List<MatchResult> places, Map<Integer, List<String>> near) {
        var spellings = new LinkedHashSet<String>();
        if (!near.isEmpty()) {
            spellings.add(spelling(typed, places, near, -1, 0));
            near.forEach((place, words) -> {
                for (int other = 1; other < words.size(); other++) {
                    spellings.add(spelling(typed, places, near, place, other));
                }
            });
        }
        return new ArrayList<>(spellings);
    }

    private static String spelling(String typed, List<MatchResult> places, Map<Integer, List<String>> near, int changed, int other) {
        var spelling = new StringBuilder();
        int at = 0;
        for (var word : near.entrySet()) {
            var place = places.get(word.getKey());
            spelling.append(typed, at, place.start()).append(word.getValue().get(word.getKey() == changed ? other : 0));
            at = place.end();
        }
        return spelling.append(typed.substring(at)).toString();
    }

    private Offer offer(TimelineQuery query, String spelling) {
        return offer(spelling, query.without(Parameter.Q).with(Parameter.Q, spelling));
    }

    private Offer offer(String words, TimelineQuery query) {
        return new Offer(words, items.count(query).all(), query.at(Links.PATH));
    }
}
