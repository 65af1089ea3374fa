package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.demarche.coding.StanceSign;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.SampleItems;
import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

class CountedTest {
    private static final Window YEARS = Window.parse("2000", "2009");
    private static final Steps STEPS = Steps.cut(YEARS, CalendarUnit.YEAR, 1);
    private static final Scale SCALE = new Scale(YEARS, 182, 818);

    @Test
    void eventsComeFirstThenJointOnesThenTheMostActive() {
        var counted = draw(lane("japan", 5, 1), lane(Lanes.UNKNOWN, 9, 1), lane(Lanes.EVENTS, 3, 1), lane(Lanes.JOINT, 1, 1));
        assertThat(counted.lanes()).extracting(Counted.Lane::name).containsExactly("Events", "Joint", "JAPAN", "Not known for whom");
    }

    @Test
    void oneScaleHoldsForAllLanesAndEndsOnARoundNumber() {
        assertThat(draw(lane("japan", 5, 17), lane("china", 5, 4)).top()).isEqualTo(20);
        assertThat(draw(lane("japan", 5, 3)).top()).isEqualTo(3);
        assertThat(draw().top()).isEqualTo(1);
    }

    @Test
    void whatGoesFarBeyondTheOthersIsTornAndTellsItsNumber() {
        var lanes = new ArrayList<Lanes.Lane>();
        for (int number = 0; number < 20; number++) {
            lanes.add(lane("state-" + number, 1, 10));
        }
        var steps = new ArrayList<>(lane("burst", 1, 10).steps());
        steps.set(4, step(StanceSign.SUPPORTIVE, 1234, 0));
        lanes.add(new Lanes.Lane("burst", 1, 0, 0, steps));
        var counted = draw(lanes.toArray(Lanes.Lane[]::new));
        assertThat(counted.top()).isEqualTo(10);
        assertThat(counted.lanes()).filteredOn(lane -> lane.name().equals("BURST")).singleElement()
                .satisfies(lane -> assertThat(lane.torn()).extracting(Counted.Torn::number).containsExactly("1,234"));
    }

    @Test
    void supportiveGoesUpAndCriticalDownWhatIsOnlyPossibleIsHollow() {
        var up = draw(lane("japan", List.of(step(StanceSign.SUPPORTIVE, 1, 0)))).lanes().get(0);
        var down = draw(lane("japan", List.of(step(StanceSign.CRITICAL, 1, 0)))).lanes().get(0);
        assertThat(up.supportive()).isEqualTo("M182 6h81v22h-81z");
        assertThat(up.critical()).isEmpty();
        assertThat(down.critical()).isEqualTo("M182 28h81v22h-81z");
        var possible = draw(lane("japan", List.of(step(StanceSign.CRITICAL, 0, 1)))).lanes().get(0);
        assertThat(possible.critical()).isEmpty();
        assertThat(possible.possibly()).isEqualTo(down.critical());
    }

    @Test
    void theFootIsDarkerTheMoreIsNotCoded() {
        var half = new Lanes.Step(new int[StanceSign.values().length], new int[StanceSign.values().length]);
        half.surely()[StanceSign.NONE.ordinal()] = 1;
        half.surely()[StanceSign.CRITICAL.ordinal()] = 3;
        assertThat(draw(lane("japan", List.of(half))).lanes().get(0).feet()).satisfiesExactly(any -> assertThat(any).isEmpty(), any -> assertThat(any).isNotEmpty(),
                any -> assertThat(any).isEmpty(), any -> assertThat(any).isEmpty());
        assertThat(draw(lane("japan", List.of(step(StanceSign.NONE, 2, 0)))).lanes().get(0).feet().get(3)).isNotEmpty();
    }

    @Test
    void eachStepLeadsToItself() {
        assertThat(draw(lane("japan", 1, 1)).columns()).hasSize(10).first().satisfies(column -> assertThat(column.href()).isEqualTo("step 0"));
    }

    @Test
    void atMostTwelveEventsAreNamedAndNoneOnAnother() {
        var events = new ArrayList<Item>();
        for (int month = 1; month <= 12; month++) {
            events.add(SampleItems.event("2001-" + (month < 10 ? "0" : "") + month, "An event of this month", "MEETING", "HELD"));
            events.add(SampleItems.event("2007-" + (month < 10 ? "0" : "") + month, "An event of that month", "MEETING", "HELD"));
        }
        var names = Counted.of(new Lanes(STEPS.bounds(), List.of(lane(Lanes.EVENTS, 24, 2)), 0), STEPS, SCALE, NAMED, events, LanePage.FIRST).names();
        assertThat(names).hasSizeBetween(2, 12);
        for (var one : names) {
            assertThat(names).filteredOn(other -> other != one && other.y() == one.y()).allSatisfy(other -> assertThat(Math.abs(other.x() - one.x())).isGreaterThan(100));
        }
    }

    private static Counted draw(Lanes.Lane... lanes) {
        return Counted.of(new Lanes(STEPS.bounds(), List.of(lanes), 0), STEPS, SCALE, NAMED, List.of(), LanePage.FIRST);
    }

    private static Lanes.Lane lane(String key, long total, int supportive) {
        return new Lanes.Lane(key, total, key.equals(Lanes.EVENTS) ? total : 0, 0, Collections.nCopies(STEPS.number(), step(StanceSign.SUPPORTIVE, supportive, 0)));
    }

    private static Lanes.Lane lane(String key, List<Lanes.Step> first) {
        var steps = new ArrayList<>(first);
        while (steps.size() < STEPS.number()) {
            steps.add(step(StanceSign.SUPPORTIVE, 0, 0));
        }
        return new Lanes.Lane(key, 1, 0, 0, steps);
    }

    private static Lanes.Step step(StanceSign sign, int surely, int possibly) {
        var step = new Lanes.Step(new int[StanceSign.values().length], new int[StanceSign.values().length]);
        step.surely()[sign.ordinal()] = surely;
        step.possibly()[sign.ordinal()] = possibly;
        return step;
    }

    private static final Counted.Naming NAMED = new Counted.Naming() {
        @Override
        public String name(String key) {
            return key.equals("japan") || key.equals("burst") || key.startsWith("state") || key.equals("china") ? key.toUpperCase(Locale.ROOT) : LaneNames.of(Lanes.By.PRINCIPAL, key, Map.of());
        }

        @Override
        public String href(String key) {
            return "lane " + key;
        }

        @Override
        public String adding(String key) {
            return "add " + key;
        }

        @Override
        public Existence existence(String key) {
            return Existence.ALWAYS;
        }

        @Override
        public String step(int number) {
            return "step " + number;
        }

        @Override
        public String selecting(Item item) {
            return "item " + item.id();
        }
    };
}
