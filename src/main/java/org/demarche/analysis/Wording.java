package org.demarche.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.DateWords;
import org.demarche.time.Window;
import org.demarche.timeline.QueryNames;

/** Finds when something was said first and last, how often, and in which words each time. A fixed number of questions and of database queries. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Wording {
    static final String PATH = "/wording";
    private static final int STATEMENTS = 20;
    private static final int SPEAKERS = 6;
    private static final List<Parameter> WHO = List.of(Parameter.BEHALF, Parameter.SPEAKER, Parameter.ACTOR);

    @Inject
    Items items;
    @Inject
    Actors actors;
    @Inject
    QueryNames names;
    @Inject
    PrintedVersions printed;

    /**
     * @param query of statements, in the order of their dates
     * @param before the last statement of the page before, to which the first of this one is compared; null on the first page
     */
    WordingView view(TimelineQuery query, UUID before) {
        var all = query.without(Parameter.CURSOR);
        var slice = items.list(query.with(Parameter.LIMIT, String.valueOf(STATEMENTS)));
        var first = one(all);
        var last = one(all.with(Parameter.SORT, "-date"));
        var named = names.of(query);
        var earlier = before == null ? Optional.<Item>empty() : items.of(List.of(before)).stream().filter(Item::isStatement).findFirst();
        return new WordingView(names.title(all), earliest(all, slice.total(), named), slice.total(), first.map(ItemRow::of).orElse(null), last.map(ItemRow::of).orElse(null),
                YearCounts.of(items, all, year -> year.at(PATH)), speakers(all), printed.of(slice.items(), earlier, query.words()), next(query, slice), QueryLinks.of(all));
    }

    private Optional<Item> one(TimelineQuery query) {
        return items.list(query.with(Parameter.LIMIT, "1")).items().stream().findFirst();
    }

    /** That something is the earliest means little before it is known since when anything was recorded. */
    private String earliest(TimelineQuery all, long total, Map<String, String> named) {
        var whose = WHO.stream().filter(all::has).toList();
        var records = TimelineQuery.ALL.with(Parameter.KIND, "statement");
        for (var parameter : whose) {
            for (var slug : all.values(parameter)) {
                records = records.with(parameter, slug);
            }
        }
        var who = whose.stream().flatMap(parameter -> all.values(parameter).stream()).distinct().map(slug -> named.getOrDefault(slug, slug)).toList();
        var begin = one(records).map(item -> "; records " + (who.isEmpty() ? "" : "of " + ItemWords.listed(who) + " ") + "begin " + DateWords.words(item.when().date())).orElse("");
        return "earliest of " + ItemWords.number(total) + " recorded" + begin;
    }

    private List<WordingView.Narrower> speakers(TimelineQuery all) {
        var extent = items.extent(all);
        if (extent.isEmpty() || WHO.stream().anyMatch(all::has)) {
            return List.of();
        }
        var lanes = items.lanes(all.with(Parameter.LANES, "principal"), bounds(extent.get()), SPEAKERS).lanes();
        var found = actors.named(lanes.stream().map(Lanes.Lane::key).toList());
        return lanes.stream().filter(lane -> found.containsKey(lane.key()))
                .map(lane -> new WordingView.Narrower(found.get(lane.key()).shortName(), ItemWords.number(lane.total()), all.with(Parameter.BEHALF, lane.key()).at(PATH))).toList();
    }

    private static List<Long> bounds(Window window) {
        return List.of(window.from(), window.to() + 1);
    }

    private static String next(TimelineQuery query, Items.Slice slice) {
        if (slice.next() == null) {
            return null;
        }
        var last = slice.items().get(slice.items().size() - 1);
        return query.with(Parameter.CURSOR, slice.next()).at(PATH) + "&" + WordingPages.BEFORE + "=" + last.id();
    }
}
