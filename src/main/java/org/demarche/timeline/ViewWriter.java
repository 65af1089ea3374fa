package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;

import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceSign;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.Labels;
import org.demarche.item.Lanes;
import org.demarche.item.View;
import org.demarche.text.Texts;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Writes a view down as {@code docs/reference/timeline-json.md} says: columns, and numbers as what they differ from the ones before. */
final class ViewWriter {
    private static final int MOST_LABELS = 300;
    /** What no plot has room for. */
    private static final int LABEL_LENGTH = 120;
    /** Of many steps each has but a line. */
    private static final int WEIGHTIEST_LENGTH = 60;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final JsonGenerator json;
    private final TimelineJson.Asked asked;
    private final Steps steps;
    private final View view;
    private final Links links;
    private final Map<UUID, Integer> places = new HashMap<>();

    ViewWriter(JsonGenerator json, TimelineJson.Asked asked, Steps steps, View view, Links links) {
        this.json = json;
        this.asked = asked;
        this.steps = steps;
        this.view = view;
        this.links = links;
        view.items().forEach(item -> places.put(item.id(), places.size()));
    }

    void write(long revision, ViewLanes lanes, List<org.demarche.event.Links.Kept> linked, List<TimelineJson.Named> names, Integer next) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", TimelineJson.FORMAT);
        json.writeNumberField("revision", revision);
        json.writeStringField("asOf", asked.query().values(org.demarche.item.Parameter.AS_OF).stream().findFirst().orElse(null));
        json.writeFieldName("window");
        json.writeArray(new long[] {asked.window().from(), asked.window().to()}, 0, 2);
        writeSteps();
        json.writeNumberField("statements", view.shown().statements());
        json.writeNumberField("events", view.shown().events());
        json.writeNumberField("top", Counted.top(view.lanes().stream().filter(View.Lane::isCounted).flatMap(lane -> lane.steps().stream())));
        json.writeFieldName("signs");
        json.writeArray(Arrays.stream(StanceSign.values()).map(Enum::name).toArray(String[]::new), 0, StanceSign.values().length);
        writeItems();
        writeLinks(linked);
        json.writeArrayFieldStart("lanes");
        var labelled = labelled();
        for (int number = 0; number < view.lanes().size(); number++) {
            writeLane(number, lanes, labelled.getOrDefault(number, Set.of()));
        }
        json.writeEndArray();
        writeNames(names);
        json.writeFieldName("next");
        if (next == null) {
            json.writeNull();
        } else {
            json.writeNumber(next);
        }
        json.writeEndObject();
    }

    private void writeSteps() throws IOException {
        json.writeObjectFieldStart("step");
        json.writeStringField("unit", steps.unit().name());
        json.writeNumberField("times", steps.times());
        json.writeStringField("words", steps.words());
        json.writeEndObject();
        json.writeArrayFieldStart("bounds");
        long before = 0;
        for (long bound : steps.bounds()) {
            json.writeNumber(bound - before);
            before = bound;
        }
        json.writeEndArray();
    }

    private void writeItems() throws IOException {
        var items = view.items();
        json.writeObjectFieldStart("items");
        json.writeArrayFieldStart("id");
        for (var item : items) {
            json.writeString(item.id().toString());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("from");
        long before = 0;
        for (var item : items) {
            long day = item.when().stands().s1();
            writeDay(day, before);
            before = day == FourDays.MINUS_INFINITY ? before : day;
        }
        json.writeEndArray();
        json.writeArrayFieldStart("days");
        for (var item : items) {
            writeDays(item.when().stands());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("look");
        for (var item : items) {
            json.writeString(Bar.look(item.when()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("event");
        for (var item : items) {
            writeEvent(item);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("at");
        for (var item : items) {
            json.writeNumber(item.isStatement() ? places.getOrDefault(item.event(), -1) : -1);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeDays(FourDays days) throws IOException {
        if (days.s1() == days.e2() && days.s2() == days.s1() && days.e1() == days.s1()) {
            json.writeNumber(0);
            return;
        }
        long from = days.s1() == FourDays.MINUS_INFINITY ? 0 : days.s1();
        json.writeStartArray();
        writeDay(days.s2(), from);
        writeDay(days.e1(), from);
        writeDay(days.e2(), from);
        json.writeEndArray();
    }

    private void writeDay(long day, long from) throws IOException {
        if (day == FourDays.MINUS_INFINITY || day == FourDays.PLUS_INFINITY) {
            json.writeNull();
        } else {
            json.writeNumber(day - from);
        }
    }

    private void writeEvent(Item item) throws IOException {
        if (item.kind() != ItemKind.EVENT) {
            json.writeNumber(0);
            return;
        }
        json.writeStartArray();
        json.writeString(item.eventKind());
        json.writeString(item.status());
        json.writeNumber(places.getOrDefault(item.event(), -1));
        json.writeNumber(view.statementsAt().getOrDefault(item.id(), 0L));
        json.writeEndArray();
    }

    private void writeLinks(List<org.demarche.event.Links.Kept> linked) throws IOException {
        json.writeArrayFieldStart("links");
        for (var link : linked) {
            json.writeStartArray();
            json.writeNumber(places.get(link.from()));
            json.writeNumber(places.get(link.to()));
            json.writeString(link.kind());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Which items of each lane have a label: those in the window before those around it, as far as the number goes. */
    private Map<Integer, Set<Integer>> labelled() {
        var labelled = new HashMap<Integer, Set<Integer>>();
        int left = MOST_LABELS;
        for (boolean inWindow : new boolean[] {true, false}) {
            for (int lane = 0; lane < view.lanes().size() && left > 0; lane++) {
                var standing = view.lanes().get(lane).isCounted() ? List.<Integer>of() : view.lanes().get(lane).items();
                var found = standing.stream().filter(place -> inWindow == view.items().get(place).when().stands().possiblyIn(asked.window().from(), asked.window().to())).limit(left).toList();
                labelled.computeIfAbsent(lane, any -> new HashSet<>()).addAll(found);
                left -= found.size();
            }
        }
        return labelled;
    }

    private void writeLane(int number, ViewLanes lanes, Set<Integer> labelled) throws IOException {
        var lane = view.lanes().get(number);
        var filled = lanes.lanes().get(number);
        json.writeStartObject();
        json.writeStringField("key", lane.key());
        json.writeStringField("name", filled.name());
        json.writeStringField("href", href(filled));
        json.writeStringField("add", links.adding(lane.key()));
        json.writeNumberField("statements", lane.total() - lane.events());
        json.writeNumberField("events", lane.events());
        json.writeNumberField("joint", lane.joint());
        writeTime(lane.key(), lanes.inTime());
        if (!filled.ticks().isEmpty()) {
            writePlaces("ticks", filled.ticks().stream().map(item -> places.get(item.id())).sorted().toList());
        }
        if (lane.isCounted()) {
            writeCounts(lane.steps());
            writeWeightiest(lane, filled, lanes.toward());
        } else {
            writeMarks(lane, filled, lanes.toward(), labelled);
        }
        json.writeEndObject();
    }

    private String href(LaneItems lane) {
        if (lane.actor() != null && lane.target() != null || lane.actor() == null && lane.target() == null) {
            return links.lane(lane.key());
        }
        return "/actors/" + (lane.actor() == null ? lane.target() : lane.actor()).slug();
    }

    private void writeTime(String key, ActorsInTime inTime) throws IOException {
        var absences = inTime.absences(key);
        if (!absences.isEmpty()) {
            json.writeArrayFieldStart("absent");
            for (Window absence : absences) {
                json.writeStartArray();
                writeDay(absence.from(), 0);
                writeDay(absence.to(), 0);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        var sharing = inTime.sharing(key);
        if (!sharing.isEmpty()) {
            json.writeArrayFieldStart("turns");
            for (var lifetime : sharing) {
                json.writeStartArray();
                writeDay(lifetime.first(), 0);
                json.writeString(lifetime.name());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }

    private void writeCounts(List<Lanes.Step> counted) throws IOException {
        json.writeObjectFieldStart("counts");
        for (var sign : StanceSign.values()) {
            var surely = digits(counted.stream().mapToInt(step -> step.surely(sign)).toArray());
            var possibly = digits(counted.stream().mapToInt(step -> step.possibly(sign)).toArray());
            if (!surely.isEmpty() || !possibly.isEmpty()) {
                json.writeArrayFieldStart(sign.name());
                json.writeString(surely);
                json.writeString(possibly);
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void writeWeightiest(View.Lane lane, LaneItems filled, Set<String> toward) throws IOException {
        json.writeArrayFieldStart("weightiest");
        var holder = filled.actor() == null ? null : filled.actor().slug();
        int before = 0;
        for (int step : new TreeSet<>(lane.weightiest().keySet())) {
            var item = lane.weightiest().get(step);
            var label = item.isStatement() ? Labels.of(item, holder, true, filled.toward(toward)) : Labels.ofEvent(item, 0, asked.today());
            json.writeStartArray();
            json.writeNumber(step - before);
            json.writeString(item.id().toString());
            json.writeString(label.lead() + Texts.cut(label.body(), WEIGHTIEST_LENGTH) + label.tail());
            json.writeEndArray();
            before = step;
        }
        json.writeEndArray();
    }

    /** One letter a number as far as there are letters: compressed, that takes a quarter less than numbers with commas between. */
    private static String digits(int[] numbers) {
        int end = numbers.length;
        while (end > 0 && numbers[end - 1] == 0) {
            end--;
        }
        var text = new StringBuilder(end);
        for (int at = 0; at < end; at++) {
            if (numbers[at] < DIGITS.length()) {
                text.append(DIGITS.charAt(numbers[at]));
            } else {
                text.append('(').append(numbers[at]).append(')');
            }
        }
        return text.toString();
    }

    private void writeMarks(View.Lane lane, LaneItems filled, Set<String> toward, Set<Integer> labelled) throws IOException {
        writePlaces("items", lane.items());
        json.writeArrayFieldStart("marks");
        for (int place : lane.items()) {
            var item = view.items().get(place);
            json.writeString(item.isStatement() ? mark(filled.stance(item, toward)) : "e");
        }
        json.writeEndArray();
        var holder = filled.actor() == null ? null : filled.actor().slug();
        boolean several = filled.hasSeveralSpeakers();
        json.writeArrayFieldStart("labels");
        for (int place : lane.items()) {
            var item = view.items().get(place);
            if (!labelled.contains(place)) {
                json.writeNumber(0);
            } else {
                var label = item.isStatement() ? Labels.of(item, holder, several, filled.toward(toward)) : Labels.ofEvent(item, view.statementsAt().getOrDefault(item.id(), 0L), asked.today());
                json.writeString(parts(label));
            }
        }
        json.writeEndArray();
    }

    private void writePlaces(String field, List<Integer> places) throws IOException {
        json.writeArrayFieldStart(field);
        int before = 0;
        for (int place : places) {
            json.writeNumber(place - before);
            before = place;
        }
        json.writeEndArray();
    }

    /** So that it can be cut where it is drawn: lead, body and tail with line ends between them, or the body alone. */
    static String parts(Labels.Label label) {
        var body = Texts.cut(label.body(), LABEL_LENGTH);
        return label.lead().isEmpty() && label.tail().isEmpty() ? body : String.join("\n", label.lead(), body, label.tail());
    }

    private static String mark(StanceMark stance) {
        return switch (stance.sign()) {
            case SUPPORTIVE -> stance.strong() ? "2" : "1";
            case CRITICAL -> stance.strong() ? "-2" : "-1";
            case NEUTRAL -> "0";
            case MIXED -> "x";
            case NONE -> ".";
        };
    }

    private void writeNames(List<TimelineJson.Named> names) throws IOException {
        json.writeArrayFieldStart("names");
        for (var named : names) {
            json.writeStartObject();
            json.writeNumberField("step", named.step());
            json.writeNumberField("lane", named.lane());
            json.writeStringField("id", named.event().id().toString());
            json.writeFieldName("day");
            writeDay(named.event().when().stands().s1(), 0);
            json.writeStringField("label", parts(named.label()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
