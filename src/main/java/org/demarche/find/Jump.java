package org.demarche.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.actor.ActorFinder;
import org.demarche.collection.Collections;
import org.demarche.item.Finding;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.FoldedName;
import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Finds anything: a fixed number of questions to the index and the database, whatever is typed. */
@ApplicationScoped
class Jump {
    private static final int ACTORS = 8;
    private static final int OTHERS = 5;
    private static final int STATEMENTS = 3;
    private static final int TITLE = 120;

    @Inject
    ActorFinder actors;
    @Inject
    Collections collections;
    @Inject
    Finding finding;
    @Inject
    Items items;
    @Inject
    Instance<Answers> answers;

    /** @param typed in normal form, on one line; may be empty */
    Found to(String typed) {
        var name = FoldedName.of(typed);
        var groups = new ArrayList<Found.Group>();
        if (!name.isEmpty()) {
            var date = date(typed);
            boolean figures = typed.chars().anyMatch(Character::isDigit);
            if (figures) {
                add(groups, "Date", date.stream().toList());
            }
            add(groups, "Actors", actors.beginning(typed, 0, ACTORS).stream()
                    .map(found -> new Found.Hit(found.actor().shortName(), found.detail(), "/actors/" + found.actor().slug())).toList());
            add(groups, "Questions", answers.stream().flatMap(some -> some.to(typed).stream()).toList());
            add(groups, "Collections", collections.beginning(typed, OTHERS).stream().map(saved -> new Found.Hit(saved.title(), null, saved.href())).toList());
            add(groups, "Events", events(typed));
            if (!figures) {
                add(groups, "Date", date.stream().toList());
            }
        }
        add(groups, "Go to", Command.beginning(name).stream().map(command -> new Found.Hit(command.words, null, command.href)).toList());
        if (!name.isEmpty()) {
            said(groups, typed);
        }
        return new Found(typed, groups);
    }

    private static void add(List<Found.Group> groups, String title, List<Found.Hit> hits) {
        if (!hits.isEmpty()) {
            groups.add(new Found.Group(title, hits));
        }
    }

    /** With the likeliest one comes what is most often asked about an event. */
    private List<Found.Hit> events(String typed) {
        var hits = new ArrayList<>(items.of(finding.events(typed, OTHERS)).stream().map(Jump::hit).toList());
        if (!hits.isEmpty()) {
            var first = hits.get(0);
            hits.add(1, new Found.Hit("Who has reacted, and who is silent?", first.name(), first.href() + "/reactions"));
        }
        return hits;
    }

    /** The timeline at the date, where what was typed is one with a first and a last day. */
    private Optional<Found.Hit> date(String typed) {
        try {
            var date = DateInput.read(typed, EdtfDate.parse(LocalDate.now().toString())).date();
            var days = date.days();
            if (days.s1() == FourDays.MINUS_INFINITY || days.e2() == FourDays.PLUS_INFINITY) {
                return Optional.empty();
            }
            var query = TimelineQuery.ALL.within(new Window(days.s1(), days.e2()));
            return Optional.of(new Found.Hit(DateWords.words(date), "on the timeline, " + number(items.count(query).all()), query.at("/timeline")));
        } catch (EdtfException noDate) {
            return Optional.empty();
        }
    }

    private void said(List<Found.Group> groups, String typed) {
        var query = TimelineQuery.ALL.with(Parameter.Q, typed);
        var slice = items.list(query.with(Parameter.KIND, "statement").with(Parameter.SORT, "relevance").with(Parameter.LIMIT, String.valueOf(STATEMENTS)));
        add(groups, "Statements", slice.items().stream().map(Jump::hit).toList());
        long all = items.count(query).all();
        if (all > 0) {
            var hits = new ArrayList<>(List.of(new Found.Hit("“" + typed + "”", "in words and names, " + number(all), query.at("/timeline"))));
            if (!slice.items().isEmpty()) {
                hits.add(new Found.Hit("How the wording changed", "“" + typed + "”", query.at("/wording")));
            }
            add(groups, "Words", hits);
        }
    }

    private static Found.Hit hit(Item item) {
        var row = ItemRow.of(item);
        var who = ItemWords.listed(row.speakers().stream().map(ItemRow.Speaker::name).toList());
        return new Found.Hit(Texts.cut(item.title(), TITLE), (who.isEmpty() ? "" : who + ", ") + row.date(), row.page());
    }

    private static String number(long items) {
        return ItemWords.number(items) + (items == 1 ? " item" : " items");
    }
}
