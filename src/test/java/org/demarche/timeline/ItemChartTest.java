package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.item.SampleItems.CHINA;
import static org.demarche.item.SampleItems.HAYASHI;
import static org.demarche.item.SampleItems.ITALY;
import static org.demarche.item.SampleItems.JAPAN;
import static org.demarche.item.SampleItems.NATO;
import static org.demarche.item.SampleItems.RUSSIA;
import static org.demarche.item.SampleItems.STOLTENBERG;
import static org.demarche.item.SampleItems.at;
import static org.demarche.item.SampleItems.event;
import static org.demarche.item.SampleItems.speaker;
import static org.demarche.item.SampleItems.stance;
import static org.demarche.item.SampleItems.statement;
import static org.demarche.item.SampleItems.statements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceSign;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class ItemChartTest {
    private static final Window WEEK = Window.parse("2023-01-28", "2023-02-03");
    private static final Window YEAR = Window.parse("2023", "2023");

    private static final Item MUTUAL = statement("2023-02-01", "Japan and NATO agree", null, List.of(speaker(HAYASHI, JAPAN), speaker(STOLTENBERG, NATO)),
            stance(JAPAN, NATO, 2), stance(NATO, RUSSIA, -1));

    @Test
    void eventsComeFirstThenTheMostActiveThenByName() {
        var items = new ArrayList<Item>();
        items.add(event("2023-02-01", "Talks", "MEETING", "HELD"));
        items.addAll(statements(NATO, RUSSIA, -1, List.of("2023-02-01")));
        items.addAll(statements(CHINA, NATO, -1, List.of("2023-02-01", "2023-02-02")));
        items.addAll(statements(ITALY, NATO, 1, List.of("2023-02-01")));
        assertThat(draw(items, WEEK).lanes()).extracting(Chart.Lane::name).containsExactly("Events", "China", "Italy", "NATO");
    }

    @Test
    void aJointStatementStandsInEachLaneTiedAndCountsOnceInEach() {
        var chart = draw(List.of(MUTUAL), WEEK);
        assertThat(chart.lanes()).extracting(Chart.Lane::name, Chart.Lane::count)
                .containsExactly(tuple("Japan", "1 statement, 1 joint"), tuple("NATO", "1 statement, 1 joint"));
        var from = chart.lanes().get(0).marks().get(0);
        var to = chart.lanes().get(1).marks().get(0);
        assertThat(from.x()).isEqualTo(to.x());
        assertThat(chart.ties()).containsExactly("M" + from.x() + " " + from.y() + "V" + to.y());
    }

    @Test
    void onlyTheStancesThatItsPrincipalHoldsCountInALane() {
        var lanes = draw(List.of(MUTUAL), WEEK).lanes();
        assertThat(lanes.get(0).marks().get(0).stance()).isEqualTo(new StanceMark(StanceSign.SUPPORTIVE, true));
        assertThat(lanes.get(1).marks().get(0).stance()).isEqualTo(new StanceMark(StanceSign.CRITICAL, false));
    }

    @Test
    void ofWhomTheQueryAsksAboutOnlyStancesTowardThemCount() {
        var lanes = draw(List.of(MUTUAL), WEEK, Set.of("nato"), null).lanes();
        assertThat(lanes.get(1).marks().get(0).stance().sign()).isEqualTo(StanceSign.NONE);
    }

    @Test
    void fourOrMoreStandOnceInALaneOfTheirOwnWithATickInEachOfTheirs() {
        var joint = statement("2023-02-01", "Four agree", null, List.of(speaker(NATO, NATO), speaker(JAPAN, JAPAN), speaker(ITALY, ITALY), speaker(CHINA, CHINA)), stance(null, RUSSIA, -1));
        var chart = draw(List.of(joint), WEEK);
        assertThat(chart.lanes()).extracting(Chart.Lane::name).startsWith("Joint");
        assertThat(chart.lanes()).filteredOn(lane -> !lane.name().equals("Joint")).hasSize(4)
                .allSatisfy(lane -> assertThat(lane.ticks()).hasSize(1)).allSatisfy(lane -> assertThat(lane.marks()).isEmpty());
        assertThat(chart.ties()).isEmpty();
    }

    @Test
    void marksOfOneDayStandBelowOneAnotherAndThoseOfTwoDaysSideBySide() {
        var marks = draw(statements(CHINA, NATO, -1, List.of("2023-01-31", "2023-02-01", "2023-02-01")), WEEK).lanes().get(0).marks();
        assertThat(marks.get(0).y()).isEqualTo(marks.get(1).y());
        assertThat(marks.get(2).y()).isGreaterThan(marks.get(1).y());
    }

    @Test
    void subEventsStandBelowTheirEvent() {
        var tour = event("2023-01-29/2023-02-01", "Tour", "TOUR", "HELD");
        var talks = at(event("2023-02-01", "Talks", "MEETING", "HELD"), tour);
        var marks = draw(List.of(talks, tour), WEEK).lanes().get(0).marks();
        assertThat(marks).filteredOn(mark -> mark.label().equals("Talks")).singleElement()
                .satisfies(mark -> assertThat(mark.y()).isGreaterThan(marks.stream().filter(other -> other.label().equals("Tour")).findFirst().orElseThrow().y()));
    }

    @Test
    void aSelectedEventRingsWhatWasSaidThereAndDimsTheRest() {
        var talks = event("2023-02-01", "Talks", "MEETING", "HELD");
        var there = at(statements(CHINA, NATO, -1, List.of("2023-02-01")).get(0), talks);
        var elsewhere = statements(ITALY, NATO, -1, List.of("2023-02-01")).get(0);
        var chart = draw(List.of(talks, there, elsewhere), WEEK, Set.of(), talks);
        assertThat(chart.lanes()).flatExtracting(Chart.Lane::marks).extracting(Mark::look)
                .containsExactly("event held current", "critical ringed", "critical dimmed");
    }

    @Test
    void whereADayIsNarrowAShapeStandsAloneAtMostSixHigh() {
        var six = draw(statements(CHINA, NATO, -1, Collections.nCopies(6, "2023-02-01")), YEAR).lanes().get(0).marks();
        assertThat(six).hasSize(6).allSatisfy(mark -> assertThat(mark.bar()).isNull()).allSatisfy(mark -> assertThat(mark.label()).isEmpty());
        assertThat(ItemChart.of(statements(CHINA, NATO, -1, Collections.nCopies(7, "2023-02-01")), Lanes.By.PRINCIPAL, scale(YEAR), look(YEAR, Set.of(), null))).isEmpty();
    }

    @Test
    void todayIsMarkedWhileItIsInTheWindow() {
        assertThat(draw(List.of(MUTUAL), WEEK).today()).isNull();
        var look = new ItemChart.Look(Set.of(), null, WEEK.from(), 0, new Links(TimelineQuery.ALL, WEEK), ActorsInTime.TIMELESS, List.of(), LanePage.FIRST);
        assertThat(ItemChart.of(List.of(MUTUAL), Lanes.By.PRINCIPAL, scale(WEEK), look).orElseThrow().today()).isBetween(182.0, 182 + 818 / 7.0);
    }

    @Test
    void aDyadIsALaneOfTheOneAboutTheOtherWithItsOwnStancesAlone() {
        var both = statement("2023-02-01", "They speak", null, List.of(speaker(HAYASHI, JAPAN), speaker(STOLTENBERG, NATO)), stance(JAPAN, CHINA, 2), stance(NATO, CHINA, -1), stance(JAPAN, RUSSIA, -2));
        var chart = draw(List.of(both), Lanes.By.DYAD);
        assertThat(chart.lanes()).extracting(Chart.Lane::name).containsExactly("Japan → China", "Japan → Russia", "NATO → China", "NATO → Russia");
        assertThat(chart.lanes()).extracting(lane -> lane.marks().get(0).stance().sign())
                .containsExactly(StanceSign.SUPPORTIVE, StanceSign.CRITICAL, StanceSign.CRITICAL, StanceSign.NONE);
        assertThat(chart.ties()).as("one line through all lanes of those who spoke jointly").hasSize(1);
    }

    @Test
    void inALaneOfATargetOnlyTheStancesTowardItCount() {
        var item = statement("2023-02-01", "Japan speaks", null, List.of(speaker(HAYASHI, JAPAN)), stance(null, CHINA, 2), stance(null, RUSSIA, -2));
        assertThat(draw(List.of(item), Lanes.By.TARGET).lanes()).extracting(Chart.Lane::name, lane -> lane.marks().get(0).stance().sign())
                .containsExactly(tuple("China", StanceSign.SUPPORTIVE), tuple("Russia", StanceSign.CRITICAL));
    }

    @Test
    void whereEventsHaveTheValueTooTheyStandAmongTheStatements() {
        var items = List.of(MUTUAL, event("2023-02-01", "Talks", "MEETING", "HELD"));
        assertThat(draw(items, Lanes.By.TYPE).lanes()).extracting(Chart.Lane::name, Chart.Lane::count).containsExactly(tuple("Not coded", "1 statement, 1 event"));
        assertThat(draw(items, Lanes.By.TOPIC).lanes()).extracting(Chart.Lane::name).containsExactly("No topic");
        assertThat(draw(items, Lanes.By.COUNTRY).lanes()).extracting(Chart.Lane::name, Chart.Lane::count)
                .containsExactly(tuple("No country", "1 event"), tuple("Statements", "1 statement"));
    }

    @Test
    void aStatementTiedToSeveralLanesOfOneSpeakerIsNoJointOne() {
        var item = statement("2023-02-01", "Japan speaks", null, List.of(speaker(HAYASHI, JAPAN)), stance(null, CHINA, 2), stance(null, RUSSIA, -2));
        assertThat(draw(List.of(item), Lanes.By.DYAD).ties()).isEmpty();
        assertThat(draw(List.of(MUTUAL), Lanes.By.BEHALF).ties()).hasSize(1);
    }

    private static Chart draw(List<Item> items, Lanes.By by) {
        var look = new ItemChart.Look(Set.of(), null, 0, 0, new Links(TimelineQuery.ALL.with(Parameter.LANES, by.word()), WEEK), ActorsInTime.TIMELESS, List.of(), LanePage.FIRST);
        return ItemChart.of(items, by, scale(WEEK), look).orElseThrow();
    }

    private static Chart draw(List<Item> items, Window window) {
        return draw(items, window, Set.of(), null);
    }

    private static Chart draw(List<Item> items, Window window, Set<String> toward, Item selected) {
        return ItemChart.of(items, Lanes.By.PRINCIPAL, scale(window), look(window, toward, selected)).orElseThrow();
    }

    private static Scale scale(Window window) {
        return new Scale(window, Chart.HEADS, Chart.PLOT);
    }

    private static ItemChart.Look look(Window window, Set<String> toward, Item selected) {
        return new ItemChart.Look(toward, selected, 0, 0, new Links(TimelineQuery.ALL, window), ActorsInTime.TIMELESS, List.of(), LanePage.FIRST);
    }
}
