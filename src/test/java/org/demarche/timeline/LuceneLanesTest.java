package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.demarche.coding.StanceSign;
import org.demarche.item.ActorRef;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted for lanes and steps is what plain counting gives. */
class LuceneLanesTest {
    private static final int ITEMS = 500;
    private static final int QUERIES = 300;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final GeneratedItems world = new GeneratedItems(seed);
    private final Random random = new Random(seed);
    private final ListedContent content = new ListedContent(world);
    private ItemIndex index;
    private LuceneItems items;
    private GeneratedQueries queries;

    @BeforeEach
    void build() {
        content.put(world.items(ITEMS / 2));
        index = new ItemIndex(folder, content);
        index.open();
        content.put(world.items(ITEMS / 2));
        index.follow(content.last());
        items = new LuceneItems(index);
        queries = new GeneratedQueries(world, List.copyOf(content.present()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void everyLaneAndStepIsCountedAsPlainCountingDoes() {
        for (int time = 0; time < QUERIES; time++) {
            var lanes = List.of("principal", "actor", "kind").get(time % 3);
            var asked = time % 2 == 0 ? queries.next() : time % 4 == 1 ? queries.stances().without(Parameter.STANCE) : TimelineQuery.ALL;
            var query = asked.with(Parameter.LANES, lanes);
            var bounds = bounds();
            int most = random.nextInt(4) == 0 ? 3 : 100;

            assertThat(said(items.lanes(query, bounds, most))).as("-Ddemarche.test.seed=" + seed + " ?" + query + " " + bounds).isEqualTo(said(counted(query, bounds, most)));
        }
    }

    @Test
    void aJointStatementOfThreeStandsInThreeLanesAndOneOfFourInTheJointLaneAlone() {
        var query = TimelineQuery.ALL.with(Parameter.KIND, "statement");
        var all = items.lanes(query, List.of(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay()), 1_000);
        var statements = content.present().stream().filter(Item::isStatement).filter(item -> item.when().stands().possiblyIn(all.bounds().get(0), all.bounds().get(1) - 1)).toList();

        assertThat(lane(all, Lanes.JOINT).total()).isEqualTo(statements.stream().filter(item -> item.principals().size() >= 4).count());
        for (var actor : world.actors()) {
            assertThat(lane(all, actor.slug()).total()).isEqualTo(statements.stream().filter(item -> item.principals().size() < 4 && item.principals().contains(actor)).count());
        }
    }

    @Test
    void lanesThatCannotBeCountedYetAreRefused() {
        for (var lanes : List.of("dyad", "behalf", "target", "type", "topic", "country")) {
            assertThatThrownBy(() -> items.lanes(TimelineQuery.ALL.with(Parameter.LANES, lanes), List.of(0L, 1L), 10)).isInstanceOfSatisfying(BadParameterException.class,
                    refused -> assertThat(refused.parameter()).isEqualTo("lanes"));
        }
    }

    private static Lanes.Lane lane(Lanes lanes, String key) {
        return lanes.lanes().stream().filter(lane -> lane.key().equals(key)).findFirst().orElseGet(() -> new Lanes.Lane(key, 0, 0, List.of()));
    }

    private List<Long> bounds() {
        var bounds = new TreeSet<Long>();
        long start = LocalDate.of(2022, 10, 1).toEpochDay() + random.nextInt(200);
        bounds.add(start);
        for (int step = random.nextInt(9); step >= 0; step--) {
            bounds.add(bounds.last() + 1 + random.nextInt(30));
        }
        return List.copyOf(bounds);
    }

    private Lanes counted(TimelineQuery query, List<Long> bounds, int most) {
        var found = content.present().stream().filter(item -> query.matches(item, world.names()::get))
                .filter(item -> item.when().stands().possiblyIn(bounds.get(0), bounds.get(bounds.size() - 1) - 1)).toList();
        var byKey = new HashMap<String, List<Item>>();
        found.forEach(item -> keys(query.lanes(), item).forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(item)));
        var order = Comparator.comparingLong((Lanes.Lane lane) -> -lane.total()).thenComparing(Lanes.Lane::key);
        var all = byKey.entrySet().stream().map(entry -> lane(entry, query, bounds)).sorted(order).toList();
        var kept = all.stream().filter(lane -> world.names().containsKey(lane.key())).limit(most).toList();
        return new Lanes(bounds, all.stream().filter(lane -> !world.names().containsKey(lane.key()) || kept.contains(lane)).toList(),
                all.stream().filter(lane -> world.names().containsKey(lane.key())).count() - kept.size());
    }

    private static List<String> keys(String lanes, Item item) {
        if (lanes.equals("kind")) {
            return List.of(item.kind().word());
        }
        if (!item.isStatement()) {
            return List.of(Lanes.EVENTS);
        }
        var actors = lanes.equals("actor") ? item.actors().stream().toList() : item.principals();
        if (lanes.equals("principal") && actors.size() >= 4) {
            return List.of(Lanes.JOINT);
        }
        return actors.isEmpty() ? List.of(Lanes.UNKNOWN) : actors.stream().map(ActorRef::slug).toList();
    }

    private static Lanes.Lane lane(Map.Entry<String, List<Item>> entry, TimelineQuery query, List<Long> bounds) {
        var steps = new ArrayList<Lanes.Step>();
        for (int step = 0; step + 1 < bounds.size(); step++) {
            var surely = new int[StanceSign.values().length];
            var possibly = new int[StanceSign.values().length];
            for (var item : entry.getValue()) {
                var sign = sign(item, entry.getKey(), query).ordinal();
                long last = bounds.get(step + 1) - 1;
                if (!item.when().unplaced() && item.when().days().definitelyIn(bounds.get(step), last)) {
                    surely[sign]++;
                } else if (item.when().stands().possiblyIn(bounds.get(step), last)) {
                    possibly[sign]++;
                }
            }
            steps.add(new Lanes.Step(surely, possibly));
        }
        return new Lanes.Lane(entry.getKey(), entry.getValue().size(), entry.getValue().stream().filter(item -> item.principals().size() > 1).count(), steps);
    }

    private static StanceSign sign(Item item, String lane, TimelineQuery query) {
        var targets = query.values(Parameter.TARGET);
        var isPrincipals = query.lanes().equals("principal") && !lane.equals(Lanes.JOINT) && !lane.equals(Lanes.UNKNOWN);
        return StanceSign.of(item.stances().stream()
                .filter(stance -> targets.isEmpty() || stance.toward() != null && targets.contains(stance.toward().slug()))
                .filter(stance -> !isPrincipals || stance.holder() == null || stance.holder().slug().equals(lane))
                .map(Item.Stance::value).toList());
    }

    private static String said(Lanes lanes) {
        var text = new StringBuilder(lanes.bounds().toString());
        lanes.lanes().forEach(lane -> {
            text.append('\n').append(lane.key()).append(' ').append(lane.total()).append(' ').append(lane.joint());
            lane.steps().forEach(step -> text.append(' ').append(Arrays.toString(step.surely())).append(Arrays.toString(step.possibly())));
        });
        return text.toString();
    }
}
