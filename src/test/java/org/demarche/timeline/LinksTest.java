package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.item.SampleItems.event;

import java.util.Map;

import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Window WEEK = Window.parse("2023-01-28", "2023-02-03");
    private static final Links LINKS = new Links(TimelineQuery.ALL.with(Parameter.BEHALF, "china").with(Parameter.CURSOR, "x"), WEEK);

    @Test
    void everyLinkKeepsTheQueryAndSaysItsWindow() {
        assertThat(LINKS.here()).isEqualTo("/timeline?from=2023-01-28&to=2023-02-03&behalf=china");
        assertThat(LINKS.with(Parameter.TARGET, "nato")).isEqualTo("/timeline?from=2023-01-28&to=2023-02-03&behalf=china&target=nato");
    }

    @Test
    void zoomGoesToTheCalendarUnitAroundADay() {
        assertThat(LINKS.zoom(WEEK.from())).extracting(Links.Link::words).containsExactly("decade", "year", "quarter", "month", "week", "day");
        assertThat(LINKS.zoom(WEEK.from())).filteredOn(Links.Link::current).extracting(Links.Link::words).containsExactly("week");
        assertThat(LINKS.zoom(WEEK.from()).get(3).href()).isEqualTo("/timeline?from=2023-01-01&to=2023-01-31&behalf=china");
    }

    @Test
    void theWayToAnItemOutsideIsAWindowAsLongAroundIt() {
        assertThat(LINKS.around(event("2022-02-24", "Invasion", "MILITARY", "HELD"))).startsWith("/timeline?from=2022-02-21&to=2022-02-27");
        assertThat(LINKS.around(event("2022-02-01/2022-03-31", "War", "MILITARY", "HELD"))).startsWith("/timeline?from=2022-02-01&to=2022-03-31");
        assertThat(LINKS.around(event("2023-05-19/..", "Process", "PROCESS", "HELD"))).startsWith("/timeline?from=2023-05-16&to=2023-05-22");
    }

    @Test
    void aLaneHeadLeadsToThatLaneAlone() {
        assertThat(LINKS.lane("japan")).endsWith("to=2023-02-03&behalf=japan");
        assertThat(LINKS.lane(Lanes.EVENTS)).contains("kind=event");
        assertThat(LINKS.lane(Lanes.JOINT)).isNull();
    }

    @Test
    void aLaneOfTwoLeadsToWhatTheOneSaysAboutTheOther() {
        var dyads = new Links(TimelineQuery.ALL.with(Parameter.LANES, "dyad"), WEEK);
        assertThat(dyads.lane("china>nato")).endsWith("behalf=china&target=nato&lanes=dyad");
        assertThat(dyads.lane("china>")).isNull();
    }

    @Test
    void aLaneOpensTheFormWithWhatItSays() {
        var all = new Links(TimelineQuery.ALL, WEEK);
        assertThat(all.adding("china")).isEqualTo("/statements/new?speaker=china&behalf=china");
        assertThat(all.adding(Lanes.UNKNOWN)).isEqualTo("/statements/new?");
        assertThat(all.adding(Lanes.EVENTS)).isEqualTo("/events/new?");
        var dyads = new Links(TimelineQuery.ALL.with(Parameter.LANES, "dyad").with(Parameter.TARGET, "japan"), WEEK);
        assertThat(dyads.adding("china>nato")).isEqualTo("/statements/new?speaker=china&behalf=china&target=nato");
        assertThat(dyads.adding("china>")).isEqualTo("/statements/new?speaker=china&behalf=china&target=japan");
        assertThat(new Links(TimelineQuery.ALL.with(Parameter.LANES, "target"), WEEK).adding("nato")).isEqualTo("/statements/new?target=nato");
        assertThat(new Links(TimelineQuery.ALL.with(Parameter.LANES, "topic"), WEEK).adding("security")).isNull();
        assertThat(new Links(TimelineQuery.ALL.with(Parameter.ACTOR, "japan"), WEEK).adding(Lanes.EVENTS)).isEqualTo("/events/new?participant=japan");
    }

    @Test
    void everyOtherLaneLeadsToWhatHasItsValue() {
        var values = Map.of("target", "nato", "type", "ACCUSE", "topic", "security", "country", "JP", "actor", "nato", "kind", "event");
        values.forEach((lanes, value) -> assertThat(new Links(TimelineQuery.ALL.with(Parameter.LANES, lanes), WEEK).lane(value)).contains(lanes + "=" + value));
    }
}
