package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.item.SampleItems.CHINA;
import static org.demarche.item.SampleItems.JAPAN;
import static org.demarche.item.SampleItems.NATO;
import static org.demarche.item.SampleItems.event;
import static org.demarche.item.SampleItems.speaker;
import static org.demarche.item.SampleItems.stance;
import static org.demarche.item.SampleItems.statement;

import java.util.List;

import org.demarche.event.LinkKind;
import org.demarche.event.Links.Kept;
import org.demarche.item.Item;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final Item CLAIM = statement("2023-01-31", "China warns", null, List.of(speaker(CHINA, CHINA)), stance(null, NATO, -1));
    private static final Item ANSWER = statement("2023-02-01", "NATO answers", null, List.of(speaker(NATO, NATO)), stance(null, CHINA, -1));
    private static final Item TALKS = event("2023-02-01", "Talks", "MEETING", "HELD");

    private final Connections connections = new Connections();

    @Test
    void everyKindOfLinkIsAnArcThatSaysWhatTheOneIsToTheOther() {
        connections.place(CLAIM, 300, 40, true);
        connections.place(ANSWER, 310, 120, true);
        connections.place(TALKS, 700, 20, false);
        for (var kind : LinkKind.values()) {
            var arcs = connections.arcs(List.of(CLAIM, ANSWER, TALKS), List.of(new Kept(ANSWER.id(), kind.name(), CLAIM.id()), new Kept(TALKS.id(), kind.name(), ANSWER.id())));
            assertThat(arcs).extracting(Chart.Arc::said).containsExactly("NATO answers " + kind.label() + " China warns", "Talks " + kind.label() + " NATO answers");
            assertThat(arcs).allSatisfy(arc -> assertThat(arc.open()).isTrue());
        }
    }

    @Test
    void aLinkToWhatIsNotInTheViewIsNotDrawn() {
        connections.place(CLAIM, 300, 40, true);
        assertThat(connections.arcs(List.of(CLAIM), List.of(new Kept(ANSWER.id(), "REBUTS", CLAIM.id())))).isEmpty();
    }

    @Test
    void ofSeveralPlacesTheNearestAreJoined() {
        connections.place(CLAIM, 300, 40, true);
        connections.place(ANSWER, 310, 400, true);
        connections.place(ANSWER, 310, 60, true);
        assertThat(connections.arcs(List.of(CLAIM, ANSWER), List.of(new Kept(ANSWER.id(), "REBUTS", CLAIM.id())))).singleElement()
                .satisfies(arc -> assertThat(arc.path()).contains("60.0").doesNotContain("400.0"));
    }

    @Test
    void whatWasSaidJointlyIsTiedInTheLanesOfThoseWhoSaidIt() {
        var joint = statement("2023-02-01", "They agree", null, List.of(speaker(JAPAN, JAPAN), speaker(NATO, NATO)), stance(null, CHINA, -1));
        connections.place(joint, 300, 40, true);
        connections.place(joint, 300, 120, true);
        connections.place(joint, 300, 200, false);
        assertThat(connections.ties(List.of(joint))).containsExactly("M300.0 40.0V120.0");
    }
}
