package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.item.ActorRef;
import org.demarche.item.AsOf;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.time.DateWords;

/** What can be chosen around the drawing, and how much of everything it shows. */
final class Controls {
    private Controls() {
    }

    /** '16 of 18 in view'; '9 statements · 9 events' where that is all. */
    static String count(Asked asked) {
        return asked.inView().all() < asked.inAll().all() ? ItemWords.number(asked.inView().all()) + " of " + ItemWords.number(asked.inAll().all()) + " in view"
                : Stream.of(asked.inAll().statements() > 0 || asked.inAll().all() == 0 ? ItemWords.statements(asked.inAll().statements()) : "", asked.inAll().events() > 0 ? ItemWords.events(asked.inAll().events()) : "")
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** What a printed page says in place of chips: the query, the window, and the day that all of it was known on. */
    static String onPaper(Asked asked, List<QueryWords.Chip> chips) {
        var query = chips.isEmpty() ? "All that is recorded" : chips.stream().map(chip -> chip.about() + " " + chip.words()).collect(Collectors.joining(" · "));
        return query + " · " + asked.window().words() + " · as known on " + asked.query().asOf().map(AsOf::words).orElseGet(() -> DateWords.day(asked.today()));
    }

    static List<TimelineView.Choice> lanes(Asked asked) {
        return Stream.of(Lanes.By.values()).map(by -> new TimelineView.Choice(by.label(), asked.links().with(Parameter.LANES, by.word()), by == asked.query().lanes())).toList();
    }

    /** Joins lanes or parts them again; null where lanes are not of actors. */
    static TimelineView.Choice predecessors(Asked asked) {
        boolean joined = asked.query().joinsPredecessors();
        return asked.query().lanes().setsEventsApart()
                ? new TimelineView.Choice("with predecessors", asked.links().with(Parameter.PREDECESSORS, String.valueOf(!joined)), joined) : null;
    }

    static TimelineView.Filters filters(Asked asked, List<Item> listed) {
        var kept = new ArrayList<TimelineView.Field>();
        var query = asked.query().without(Parameter.CURSOR).without(Parameter.FROM).without(Parameter.TO).without(Parameter.WHEN);
        query.parameters().forEach(parameter -> query.values(parameter).forEach(value -> kept.add(new TimelineView.Field(parameter.word(), value))));
        var known = listed.stream().flatMap(item -> item.actors().stream()).distinct().sorted(Comparator.comparing(ActorRef::name)).toList();
        return new TimelineView.Filters(List.copyOf(kept), known, asked.window().fromText(), asked.window().toText(), asked.query().definitely());
    }

    static List<TimelineView.Export> exports(Asked asked) {
        var all = asked.all().filtersOnly();
        var shown = all.within(asked.window());
        var inView = "this window (" + ItemWords.number(asked.inView().all()) + ")";
        var inAll = "all " + ItemWords.number(asked.inAll().all());
        return List.of(new TimelineView.Export("CSV, " + inView, shown.at("/timeline.csv")), new TimelineView.Export("CSV, " + inAll, all.at("/timeline.csv")),
                new TimelineView.Export("JSON, " + inView, shown.at("/api/v1/items")), new TimelineView.Export("JSON, " + inAll, all.at("/api/v1/items")),
                new TimelineView.Export("all formats", shown.at("/exchange/export")));
    }
}
