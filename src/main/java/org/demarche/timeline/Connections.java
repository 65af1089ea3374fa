package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.demarche.event.LinkKind;
import org.demarche.event.Links;
import org.demarche.item.Item;
import org.demarche.text.Texts;

/** The lines between items of a drawing: of what was said jointly, and of what is linked. */
final class Connections {
    private static final int TITLE_LENGTH = 60;
    private static final String RESPONDS = LinkKind.RESPONDS_TO.label();
    /** Ends that are no farther from each other than this, in pixels along time, are joined beside the marks and not over them. */
    private static final double NEAR = 60;
    private static final double HIGHEST_VAULT = 40;

    private final Map<UUID, List<Place>> places = new HashMap<>();

    /**
     * Where an item is drawn.
     *
     * @param principals in the lane of one of those for whom it was said
     */
    private record Place(double x, double y, boolean principals) {
    }

    void place(Item item, double x, double y, boolean principals) {
        places.computeIfAbsent(item.id(), any -> new ArrayList<>()).add(new Place(x, y, principals));
    }

    /** Lines of statements of the same day stand side by side, so that each can be followed. */
    List<String> ties(List<Item> items) {
        var ties = new ArrayList<String>();
        var taken = new HashMap<Double, Integer>();
        for (var item : items) {
            var at = places.getOrDefault(item.id(), List.of()).stream().filter(Place::principals).toList();
            if (item.isStatement() && item.principals().size() > 1 && at.size() > 1) {
                double x = at.get(0).x();
                int number = taken.merge(x, 1, Integer::sum) - 1;
                double aside = x + (number % 2 == 0 ? 1 : -1) * (number + 1) / 2 * 3;
                double from = at.stream().mapToDouble(Place::y).min().orElseThrow();
                double to = at.stream().mapToDouble(Place::y).max().orElseThrow();
                ties.add("M" + Scale.rounded(aside) + " " + from + "V" + to);
            }
        }
        return List.copyOf(ties);
    }

    /**
     * From each reply to what it replies to, and the links of one item.
     *
     * @param linked the links of the item that is open
     */
    List<Chart.Arc> arcs(List<Item> items, List<Links.Kept> linked) {
        var titles = items.stream().collect(Collectors.toMap(Item::id, item -> Texts.cut(item.title(), TITLE_LENGTH)));
        var arcs = new ArrayList<Chart.Arc>();
        for (var link : linked) {
            arc(link.from(), link.to()).ifPresent(path -> arcs.add(new Chart.Arc(path, titles.get(link.from()) + " " + link.words() + " " + titles.get(link.to()), true)));
        }
        for (var reply : items) {
            for (var answered : reply.respondsTo()) {
                if (linked.stream().noneMatch(link -> link.from().equals(reply.id()) && link.to().equals(answered))) {
                    arc(reply.id(), answered).ifPresent(path -> arcs.add(new Chart.Arc(path, titles.get(reply.id()) + " " + RESPONDS + " " + titles.get(answered), false)));
                }
            }
        }
        return List.copyOf(arcs);
    }

    /** Between the places of the two that are nearest to each other; empty where one of them is not drawn. */
    private Optional<String> arc(UUID one, UUID other) {
        return places.getOrDefault(one, List.of()).stream().flatMap(from -> places.getOrDefault(other, List.of()).stream().map(to -> new Place[] {from, to}))
                .min(Comparator.comparingDouble(ends -> Math.abs(ends[0].y() - ends[1].y()) + Math.abs(ends[0].x() - ends[1].x())))
                .map(ends -> Math.abs(ends[0].x() - ends[1].x()) > NEAR ? vault(ends[0], ends[1]) : arc(ends[0], ends[1]));
    }

    /** Over what stands between the two. */
    private static String vault(Place one, Place other) {
        var from = one.x() < other.x() ? one : other;
        var to = from == one ? other : one;
        double across = (to.x() - from.x()) / 3;
        double lift = Math.min(HIGHEST_VAULT, across / 3);
        return "M" + Scale.rounded(from.x() + 6) + " " + Scale.rounded(from.y() - 5) + "C" + Scale.rounded(from.x() + across) + " " + Scale.rounded(Math.max(2, from.y() - lift)) + " "
                + Scale.rounded(to.x() - across) + " " + Scale.rounded(Math.max(2, to.y() - lift)) + " " + Scale.rounded(to.x() - 6) + " " + Scale.rounded(to.y() - 5);
    }

    /** Bulging to the left, so that it is no tie and crosses no label. */
    private static String arc(Place from, Place to) {
        double aside = Math.min(from.x(), to.x()) - 30;
        return "M" + Scale.rounded(from.x() - 7) + " " + from.y() + "C" + Scale.rounded(aside) + " " + from.y() + " " + Scale.rounded(aside) + " " + to.y() + " " + Scale.rounded(to.x() - 7) + " " + to.y();
    }
}
