package org.demarche.analysis;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.FourDays;
import org.demarche.time.Window;
import org.demarche.timeline.QueryNames;

/** Finds what was recorded since a moment, and which planned events come this week or should have been held. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class WhatIsNew {
    static final String PATH = "/new";

    @Inject
    Items items;
    @Inject
    QueryNames names;

    /**
     * @param asked filters alone: no window, no status, and nothing on when it was recorded
     * @param cursors by the name of the list
     */
    NewView view(TimelineQuery asked, Since since, ZonedDateTime now, Function<String, String> cursors) {
        var address = asked.at(PATH);
        var lists = new ListedItems.Page(items, address + (address.contains("?") ? "&" : "?") + Since.PARAMETER + "=" + since.canonical(), cursors);
        var recorded = asked.with(Parameter.RECORDED, since.canonical() + "/..").with(Parameter.SORT, "recorded");
        var came = lists.list("came", recorded.within(new Window(since.day(), FourDays.PLUS_INFINITY)), item -> "recorded " + Since.moment(item.recorded().first(), now));
        // Possibly in both windows means in both lists: nothing that is new may be in neither.
        var late = lists.list("late", recorded.within(new Window(FourDays.MINUS_INFINITY, since.day() - 1)), item -> late(item, now));
        long today = now.toLocalDate().toEpochDay();
        var week = CalendarUnit.WEEK.containing(today);
        boolean events = !asked.values(Parameter.KIND).equals(List.of(ItemKind.STATEMENT.word()));
        var plans = asked.without(Parameter.KIND).with(Parameter.KIND, ItemKind.EVENT.word());
        var planned = !events ? null : lists.list("planned", plans.with(Parameter.STATUS, "PLANNED").with(Parameter.STATUS, "POSTPONED").within(week),
                item -> DateWords.words(item.when().date()));
        var overdue = !events ? null : lists.list("overdue", plans.with(Parameter.STATUS, "PLANNED").within(new Window(FourDays.MINUS_INFINITY, today - 1)), item -> overdue(item, today));
        return new NewView(since.words(), since.zone(), KeptField.of(asked), asked.isUnfiltered() ? null : names.title(asked), items.count(recorded), came, late, planned, overdue,
                week.words(), QueryLinks.of(recorded));
    }

    /** 'said 24 January 2026, recorded today, 09:05'. */
    private static String late(Item item, ZonedDateTime now) {
        var date = DateWords.shortWords(item.when().date());
        return (item.isStatement() ? "said " + date : date) + ", recorded " + Since.moment(item.recorded().first(), now);
    }

    private static String overdue(Item item, long today) {
        var planned = "planned for " + DateWords.words(item.when().date());
        return item.when().stands().e2() < today ? planned + ", was it held?" : planned + ", may still come";
    }
}
