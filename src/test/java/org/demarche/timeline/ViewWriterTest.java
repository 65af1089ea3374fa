package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.demarche.coding.StanceSign;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.Window;
import org.junit.jupiter.api.Test;

/** What is written of a counted lane is read back as its counts. */
class ViewWriterTest {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Window WINDOW = Window.parse("2023-02", "2023-02");

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Steps steps = Steps.around(WINDOW, 1_200, 4);

    @Test
    void countsAreReadBackWhateverTheirSize() throws IOException {
        for (int round = 0; round < 100; round++) {
            int highest = List.of(1, 10, 62, 63, 100_000).get(round % 5);
            int signs = 1 + random.nextInt(StanceSign.values().length);
            var counted = IntStream.range(0, steps.number()).mapToObj(step -> new Lanes.Step(numbers(highest, signs), numbers(highest, signs))).toList();
            var lane = written(new View.Lane("china", 3, 0, 0, null, counted)).at("/lanes/0/counts");
            var read = new ArrayList<String>();
            for (int step = 0; step < steps.number(); step++) {
                for (var sign : StanceSign.values()) {
                    read.add(sign + " " + number(lane, sign, 0, step) + " " + number(lane, sign, 1, step));
                }
            }
            assertThat(read).as("-Ddemarche.test.seed=" + seed).isEqualTo(counted.stream()
                    .flatMap(step -> List.of(StanceSign.values()).stream().map(sign -> sign + " " + step.surely(sign) + " " + step.possibly(sign))).toList());
        }
    }

    @Test
    void aSignThatDoesNotOccurIsLeftOutAndSoAreZerosAtTheEnd() throws IOException {
        var counted = IntStream.range(0, steps.number()).mapToObj(step -> new Lanes.Step(new int[] {0, 0, step == 2 ? 7 : 0, 0, 0}, new int[5])).toList();
        assertThat(written(new View.Lane("china", 7, 0, 0, null, counted)).at("/lanes/0/counts").toString()).isEqualTo("{\"CRITICAL\":[\"007\",\"\"]}");
    }

    @Test
    void ofWhatIsTooMuchAsMuchIsLeftAroundTheWindowAsFits() {
        var window = Window.parse("2000", "2009");
        var wide = Steps.around(window, 1_200, 4);
        for (int lanes : List.of(3, 12, 25)) {
            var counted = IntStream.range(0, lanes).mapToObj(lane -> new View.Lane("lane-" + lane, 1, 0, 0, null,
                    IntStream.range(0, wide.number()).mapToObj(step -> new Lanes.Step(new int[] {1, 1, 1, 1, 1}, new int[] {step + 1, 1, 1, 1, 1})).toList())).toList();
            var fitting = FittingView.of(wide, new View(new Items.Total(1, 0), List.of(), counted, 0, Map.of()), window);
            int first = wide.bounds().indexOf(fitting.steps().bounds().get(0));

            assertThat(fitting.steps().bounds().get(0)).isLessThanOrEqualTo(window.from());
            assertThat(fitting.steps().bounds().get(fitting.steps().number())).isGreaterThan(window.to());
            assertThat(fitting.steps().bounds()).isEqualTo(wide.bounds().subList(first, first + fitting.steps().number() + 1));
            assertThat(fitting.steps().number() == wide.number() || fitting.steps().number() == 120 || lanes * fitting.steps().number() * 10 <= 26_000).as("%s lanes", lanes).isTrue();
            assertThat(fitting.steps().number()).as("%s lanes", lanes).isEqualTo(lanes == 25 ? 120 : lanes == 12 ? 216 : wide.number());
            fitting.view().lanes().forEach(lane -> assertThat(lane.steps()).hasSize(fitting.steps().number()).first().extracting(step -> step.possibly()[0]).isEqualTo(first + 1));
        }
    }

    private int[] numbers(int highest, int signs) {
        return IntStream.range(0, StanceSign.values().length).map(sign -> sign < signs && random.nextInt(3) > 0 ? random.nextInt(highest + 1) : 0).toArray();
    }

    private static int number(JsonNode lane, StanceSign sign, int which, int step) {
        var text = lane.has(sign.name()) ? lane.get(sign.name()).get(which).asText() : "";
        var parts = Pattern.compile("\\((\\d+)\\)|.").matcher(text).results().toList();
        return step >= parts.size() ? 0 : parts.get(step).group(1) == null ? DIGITS.indexOf(parts.get(step).group()) : Integer.parseInt(parts.get(step).group(1));
    }

    private JsonNode written(View.Lane lane) throws IOException {
        var text = new StringWriter();
        var asked = new TimelineJson.Asked(TimelineQuery.ALL, WINDOW, 1_200, 0, List.of(), 0);
        var view = new View(new Items.Total(lane.total(), 0), List.of(), List.of(lane), 0, Map.of());
        var filled = LaneItems.of(Lanes.By.PRINCIPAL, lane.key(), "China", null, null, ActorsInTime.TIMELESS);
        try (var json = new JsonFactory().createGenerator(text)) {
            new ViewWriter(json, asked, steps, view, new Links(TimelineQuery.ALL, WINDOW)).write(1, new ViewLanes(List.of(filled), ActorsInTime.TIMELESS, Set.of()), List.of(), List.of(), null);
        }
        return new ObjectMapper().readTree(text.toString());
    }
}
