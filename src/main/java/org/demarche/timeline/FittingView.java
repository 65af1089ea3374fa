package org.demarche.timeline;

import java.util.Map;
import java.util.stream.Collectors;

import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.View;
import org.demarche.time.Window;

/** A view with as much around its window as an answer has room for. */
record FittingView(Steps steps, View view) {
    /** Numbers that are not 0: compressed they are about 17 kilobytes. */
    private static final int MOST_NUMBERS = 26_000;

    static FittingView of(Steps steps, View view, Window window) {
        var numbers = new int[steps.number()];
        view.lanes().stream().filter(View.Lane::isCounted).forEach(lane -> {
            for (int step = 0; step < numbers.length; step++) {
                numbers[step] += numbers(lane.steps().get(step));
            }
        });
        int first = steps.at(window.from());
        int last = steps.at(window.to());
        long sum = 0;
        for (int step = first; step <= last; step++) {
            sum += numbers[step];
        }
        while (first > 0 || last < numbers.length - 1) {
            int before = Math.max(0, first - 1);
            int after = Math.min(numbers.length - 1, last + 1);
            sum += (before < first ? numbers[before] : 0) + (after > last ? numbers[after] : 0);
            if (sum > MOST_NUMBERS) {
                break;
            }
            first = before;
            last = after;
        }
        return first == 0 && last == numbers.length - 1 ? new FittingView(steps, view) : cut(steps, view, first, last + 1);
    }

    private static FittingView cut(Steps steps, View view, int first, int end) {
        var lanes = view.lanes().stream().map(lane -> lane.isCounted() ? new View.Lane(lane.key(), lane.total(), lane.events(), lane.joint(), null, lane.steps().subList(first, end), moved(lane.weightiest(), first)) : lane).toList();
        return new FittingView(new Steps(steps.unit(), steps.times(), steps.bounds().subList(first, end + 1)), new View(view.shown(), view.items(), lanes, view.more(), view.statementsAt()));
    }

    private static Map<Integer, Item> moved(Map<Integer, Item> weightiest, int first) {
        return weightiest.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey() - first, Map.Entry::getValue));
    }

    private static int numbers(Lanes.Step step) {
        int numbers = 0;
        for (int sign = 0; sign < step.surely().length; sign++) {
            numbers += (step.surely()[sign] > 0 ? 1 : 0) + (step.possibly()[sign] > 0 ? 1 : 0);
        }
        return numbers;
    }
}
