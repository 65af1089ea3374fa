package org.demarche.timeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceSign;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.item.Parameter;

/**
 * What a view comes to, beside it while no item is open: each line leads to its own part of the view.
 *
 * @param behalf the most active, first
 * @param about those most spoken about; may be empty
 */
record Summary(List<Stance> stances, List<Line> behalf, List<Line> about) {
    private static final int MOST = 5;

    record Stance(StanceMark mark, String number, String href) {
    }

    record Line(String words, String number, String href) {
    }

    /** Counted in the items themselves; with somebody asked about, only stances toward them. */
    static Summary of(List<Item> items, Set<String> toward, Links links) {
        var statements = items.stream().filter(Item::isStatement).toList();
        var signs = statements.stream().collect(Collectors.groupingBy(
                item -> StanceSign.of(item.stances().stream().filter(stance -> toward.isEmpty() || stance.toward() != null && toward.contains(stance.toward().slug()))
                        .map(Item.Stance::value).toList()), Collectors.counting()));
        return new Summary(stances(signs, links), lines(statements.stream().flatMap(item -> item.principals().stream()), Parameter.BEHALF, links),
                lines(statements.stream().flatMap(item -> item.targets().stream()), Parameter.TARGET, links));
    }

    static List<Stance> stances(Map<StanceSign, Long> numbers, Links links) {
        return Stream.of(StanceSign.CRITICAL, StanceSign.SUPPORTIVE, StanceSign.NEUTRAL, StanceSign.MIXED, StanceSign.NONE)
                .filter(sign -> numbers.getOrDefault(sign, 0L) > 0)
                .map(sign -> new Stance(new StanceMark(sign, sign == StanceSign.CRITICAL || sign == StanceSign.SUPPORTIVE), ItemWords.number(numbers.get(sign)),
                        links.with(Parameter.STANCE, sign.query()))).toList();
    }

    private static List<Line> lines(Stream<ActorRef> actors, Parameter parameter, Links links) {
        Map<ActorRef, Long> numbers = actors.collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return numbers.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ActorRef, Long> entry) -> -entry.getValue()).thenComparing(entry -> entry.getKey().shortName())).limit(MOST)
                .map(entry -> new Line(entry.getKey().shortName(), ItemWords.number(entry.getValue()), links.with(parameter, entry.getKey().slug()))).toList();
    }
}
