package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.demarche.coding.CodingRecord;
import org.demarche.coding.Plover;
import org.demarche.coding.StanceSign;
import org.demarche.item.ActorRef;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted for lanes and steps is what plain counting gives. */
class LuceneLanesTest {
    private static final int ITEMS = 500;
    private static final int QUERIES = 300;
    private static final Set<String> BESIDE = Set.of(Lanes.EVENTS, Lanes.JOINT, Lanes.UNKNOWN, "statement", "event");

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
        var actors = world.actors();
        content.succeed(actors.get(0), actors.get(1));
        content.succeed(actors.get(1), actors.get(2));
        content.succeed(actors.get(3), actors.get(5));
        content.succeed(actors.get(4), actors.get(5));
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
            var lanes = Lanes.By.values()[time % Lanes.By.values().length].word();
            var asked = time % 2 == 0 ? queries.next() : time % 4 == 1 ? queries.stances().without(Parameter.STANCE) : TimelineQuery.ALL;
            var query = asked.with(Parameter.LANES, lanes).with(Parameter.PREDECESSORS, String.valueOf(random.nextInt(3) == 0));
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

    private static Lanes.Lane lane(Lanes lanes, String key) {
        return lanes.lanes().stream().filter(lane -> lane.key().equals(key)).findFirst().orElseGet(() -> new Lanes.Lane(key, 0, 0, 0, List.of()));
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
        found.forEach(item -> keys(query, item).stream().distinct().forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(item)));
        var order = Comparator.comparingLong((Lanes.Lane lane) -> -lane.total()).thenComparing(Lanes.Lane::key);
        var all = byKey.entrySet().stream().map(entry -> lane(entry, query, bounds)).sorted(order).toList();
        var kept = all.stream().filter(lane -> !BESIDE.contains(lane.key())).limit(most).toList();
        return new Lanes(bounds, all.stream().filter(lane -> BESIDE.contains(lane.key()) || kept.contains(lane)).toList(),
                all.stream().filter(lane -> !BESIDE.contains(lane.key())).count() - kept.size());
    }

    private List<String> keys(TimelineQuery query, Item item) {
        var lanes = query.lanes();
        boolean ofActors = List.of(Lanes.By.PRINCIPAL, Lanes.By.DYAD, Lanes.By.BEHALF, Lanes.By.ACTOR, Lanes.By.TARGET).contains(lanes);
        if (ofActors && !item.isStatement()) {
            return List.of(Lanes.EVENTS);
        }
        if ((lanes == Lanes.By.PRINCIPAL || lanes == Lanes.By.DYAD) && item.principals().size() >= 4) {
            return List.of(Lanes.JOINT);
        }
        var keys = switch (lanes) {
            case PRINCIPAL -> slugs(query, item.principals().stream());
            case DYAD -> item.principals().stream().flatMap(principal -> {
                var others = item.targets().stream().filter(target -> !target.equals(principal)).toList();
                return others.isEmpty() ? Stream.of(slug(query, principal) + ">") : others.stream().map(target -> slug(query, principal) + ">" + slug(query, target));
            }).toList();
            case BEHALF -> slugs(query, item.speakers().stream().flatMap(speaker -> speaker.behalf().stream()));
            case ACTOR -> slugs(query, item.actors().stream());
            case TARGET -> slugs(query, item.targets().stream());
            case TYPE -> List.of(item.codings().stream().filter(coding -> coding.scheme().equals(Plover.SCHEME)).findFirst().map(CodingRecord::type).orElse("none"));
            case TOPIC -> item.topics().stream().map(Item.Topic::slug).toList();
            case COUNTRY -> item.isStatement() ? List.of("statement") : item.place().countries();
            case KIND -> List.of(item.kind().word());
        };
        return keys.isEmpty() ? List.of(Lanes.UNKNOWN) : keys;
    }

    private List<String> slugs(TimelineQuery query, Stream<ActorRef> actors) {
        return actors.map(actor -> slug(query, actor)).toList();
    }

    /** The first actor came after the second and that after the third; the fourth and the fifth both came after the sixth. */
    private String slug(TimelineQuery query, ActorRef actor) {
        int number = world.actors().indexOf(actor);
        return world.actors().get(query.joinsPredecessors() && (number == 1 || number == 2) ? 0 : number).slug();
    }

    private Lanes.Lane lane(Map.Entry<String, List<Item>> entry, TimelineQuery query, List<Long> bounds) {
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
        return new Lanes.Lane(entry.getKey(), entry.getValue().size(), entry.getValue().stream().filter(item -> !item.isStatement()).count(),
                entry.getValue().stream().filter(item -> item.principals().size() > 1).count(), steps);
    }

    private StanceSign sign(Item item, String lane, TimelineQuery query) {
        var by = query.lanes();
        var asked = query.values(Parameter.TARGET);
        boolean beside = BESIDE.contains(lane);
        var holder = beside || by != Lanes.By.PRINCIPAL && by != Lanes.By.DYAD ? "" : lane.split(">")[0];
        var target = beside ? "" : by == Lanes.By.TARGET ? lane : by == Lanes.By.DYAD && !lane.endsWith(">") ? lane.split(">")[1] : "";
        boolean byTargets = by == Lanes.By.TARGET || by == Lanes.By.DYAD;
        return StanceSign.of(item.stances().stream()
                .filter(stance -> byTargets || asked.isEmpty() || stance.toward() != null && asked.contains(stance.toward().slug()))
                .filter(stance -> holder.isEmpty() || stance.holder() == null || slug(query, stance.holder()).equals(holder))
                .filter(stance -> target.isEmpty() || stance.toward() != null && slug(query, stance.toward()).equals(target))
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
