package org.demarche.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.item.SampleItems.HAYASHI;
import static org.demarche.item.SampleItems.ITALY;
import static org.demarche.item.SampleItems.JAPAN;
import static org.demarche.item.SampleItems.MAO;
import static org.demarche.item.SampleItems.CHINA;
import static org.demarche.item.SampleItems.NATO;
import static org.demarche.item.SampleItems.RUSSIA;
import static org.demarche.item.SampleItems.STOLTENBERG;
import static org.demarche.item.SampleItems.event;
import static org.demarche.item.SampleItems.speaker;
import static org.demarche.item.SampleItems.stance;
import static org.demarche.item.SampleItems.statement;

import java.util.List;
import java.util.Set;

import org.demarche.time.EdtfDate;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final double ENOUGH = 2000;

    private static final Item PLEDGE = statement("2023-02-01", "Japan and NATO pledge to go on with sanctions", null,
            List.of(speaker(HAYASHI, JAPAN), speaker(STOLTENBERG, NATO)), stance(null, RUSSIA, -2));
    private static final Item CAMPS = statement("[2023-01-31..2023-02-01]", "China rejects camps",
            "said that \"camps\" and \"the Cold War mentality are not welcome,\" she said", List.of(speaker(MAO, CHINA)), stance(null, NATO, -1));

    @Test
    void aLabelBeginsWithItsTargetAndNeedNotSayWhoseLaneItIs() {
        assertThat(Labels.of(PLEDGE, "japan", false, Set.of()).within(ENOUGH)).isEqualTo("Russia: pledge to go on with sanctions, with NATO");
        assertThat(Labels.of(PLEDGE, "nato", false, Set.of()).within(ENOUGH)).isEqualTo("Russia: pledge to go on with sanctions, with Japan");
    }

    @Test
    void theLongestQuotedWordsComeBeforeTheSummary() {
        assertThat(Labels.of(CAMPS, "china", false, Set.of()).within(ENOUGH)).isEqualTo("NATO: \"the Cold War mentality are not welcome,\"");
    }

    @Test
    void aLaneWithSeveralSpeakersTellsWhoSpoke() {
        assertThat(Labels.of(PLEDGE, "japan", true, Set.of()).within(ENOUGH)).isEqualTo("Hayashi on Russia: pledge to go on with sanctions, with NATO");
    }

    @Test
    void whomTheQueryAsksAboutIsNotRepeated() {
        assertThat(Labels.of(PLEDGE, "japan", false, Set.of("russia")).within(ENOUGH)).isEqualTo("pledge to go on with sanctions, with NATO");
    }

    @Test
    void aNameThatOnlyBeginsLikeTheLaneIsKept() {
        var item = statement("2023", "Japanese rice is good", null, List.of(speaker(HAYASHI, JAPAN)), stance(null, ITALY, 1));
        assertThat(Labels.of(item, "japan", false, Set.of()).within(ENOUGH)).isEqualTo("Italy: Japanese rice is good");
    }

    @Test
    void whatDoesNotFitIsCutAtAWordInsideItsQuotationMarks() {
        var label = Labels.of(CAMPS, "china", false, Set.of());
        assertThat(label.within(180)).isEqualTo("NATO: \"the Cold War …\"");
        assertThat(TextWidth.of(label.within(180))).isLessThanOrEqualTo(180);
    }

    @Test
    void theLessRoomTheLessIsSaidAndTheTargetLast() {
        var label = Labels.of(PLEDGE, "japan", false, Set.of());
        assertThat(label.within(90)).isEqualTo("Russia: joint");
        assertThat(label.within(48)).isEqualTo("Russia");
        assertThat(label.within(20)).isEmpty();
    }

    @Test
    void noLabelIsEverWiderThanItsRoom() {
        for (var item : List.of(PLEDGE, CAMPS, event("2023-05", "G-7 Hiroshima summit", "SUMMIT", "PLANNED"))) {
            for (double room = 0; room < 500; room += 3) {
                assertThat(TextWidth.of(Labels.of(item, "china", true, Set.of()).within(room))).as("%s in %s", item.title(), room).isLessThanOrEqualTo(room);
            }
        }
    }

    @Test
    void anEventTellsHowManyStatementsWereMadeThereAndWhenItMayHaveBeen() {
        assertThat(Labels.ofEvent(event("2023-02-01", "Talks", "MEETING", "HELD"), 5, 0).whole()).isEqualTo("Talks (5)");
        assertThat(Labels.ofEvent(event("[2023-01-29..2023-01-31]", "Meeting", "MEETING", "HELD"), 0, 0).whole()).isEqualTo("Meeting: 29, 30 or 31 Jan");
        assertThat(Labels.ofEvent(event("2022-02~/..", "Sanctions", "SANCTION", "HELD"), 0, 0).whole()).isEqualTo("Sanctions, since about February 2022");
    }

    @Test
    void whatIsStillPlannedAfterItsDateIsAskedAbout() {
        var summit = event("2023-05-19/2023-05-21", "Summit", "SUMMIT", "PLANNED");
        assertThat(Labels.ofEvent(summit, 0, day("2023-05-01")).whole()).isEqualTo("Summit, planned");
        assertThat(Labels.ofEvent(summit, 0, day("2023-06-01")).whole()).isEqualTo("Summit: planned for 19–21 May, was it held?");
        assertThat(Labels.ofEvent(event("2023-06-01", "Visit", "VISIT", "POSTPONED"), 0, 0).whole()).isEqualTo("Visit, postponed → 1 Jun");
    }

    private static long day(String text) {
        return EdtfDate.parse(text).days().s1();
    }
}
