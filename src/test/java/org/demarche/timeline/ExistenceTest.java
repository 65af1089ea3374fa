package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;

import org.demarche.actor.Lifetime;
import org.demarche.actor.Succession;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class ExistenceTest {
    /** Ten pixels a year, near enough. */
    private static final Scale SCALE = new Scale(Window.parse("1985", "1996"), 0, 120);
    private static final Lifetime UNION = new Lifetime("USSR", "1922-12-30", "1991-12-26");
    private static final Lifetime RUSSIA = new Lifetime("Russia", "1991-12-27", null);

    @Test
    void whoIsThereAllTheTimeLeavesNoGap() {
        assertThat(Existence.of(List.of(), SCALE)).isEqualTo(Existence.ALWAYS);
        assertThat(Existence.of(List.of(new Lifetime("Japan", "0660", null)), SCALE)).isEqualTo(Existence.ALWAYS);
    }

    @Test
    void beforeItsBeginningAndAfterItsEndNobodyIsThere() {
        assertThat(Existence.of(List.of(UNION), SCALE).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.x()).isBetween(69.0, 70.0);
            assertThat(gap.right()).isEqualTo(120);
            assertThat(gap.ends()).isTrue();
            assertThat(gap.begins()).isFalse();
        });
        assertThat(Existence.of(List.of(RUSSIA), SCALE).gaps()).extracting(Existence.Gap::x, Existence.Gap::begins, Existence.Gap::ends).containsExactly(tuple(0.0, true, false));
        assertThat(Existence.of(List.of(new Lifetime("Somebody", "1990", "1992")), SCALE).gaps()).hasSize(2);
        assertThat(Existence.of(List.of(new Lifetime("Somebody", null, "1980")), SCALE).gaps()).singleElement().satisfies(gap -> assertThat(gap.width()).isEqualTo(120));
    }

    @Test
    void whoComesAfterSomebodyFillsTheGapAndIsNamedWhereItBegins() {
        var existence = Existence.of(List.of(UNION, RUSSIA), SCALE);
        assertThat(existence.gaps()).isEmpty();
        assertThat(existence.turns()).extracting(Existence.Turn::name, Existence.Turn::begins).containsExactly(tuple("USSR", false), tuple("Russia", true));
    }

    @Test
    void theLastSuccessorHasTheLaneAndNothingGoesRound() {
        var ids = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), new UUID(0, 5));
        var joined = Predecessors.of(List.of(new Succession(ids.get(1), ids.get(0)), new Succession(ids.get(2), ids.get(1)),
                new Succession(ids.get(3), ids.get(4)), new Succession(ids.get(4), ids.get(3))));
        assertThat(joined.head(ids.get(0))).isEqualTo(ids.get(2));
        assertThat(joined.members(ids.get(2))).containsExactlyInAnyOrder(ids.get(0), ids.get(1), ids.get(2));
        assertThat(joined.head(ids.get(3))).isEqualTo(ids.get(3));
        assertThat(joined.head(ids.get(4))).isEqualTo(ids.get(4));
    }
}
