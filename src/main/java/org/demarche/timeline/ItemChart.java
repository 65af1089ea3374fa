package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.demarche.coding.StanceMark;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.item.Labels;
import org.demarche.time.FourDays;

/** Draws each item where and how it stands: lanes, bars and shapes, labels, ties and arcs. */
final class ItemChart {
    private static final double ROW = 26;
    private static final double ROW_OF_SHAPES = 15;
    private static final double PADDING = 8;
    private static final double LEAST_LANE = 56;
    private static final double SHAPE_IN_BAR = 13;
    private static final double SHAPE_WIDTH = 13;
    /** A lane's shapes are at most so many high, its bars so many; beyond, numbers tell more than marks. */
    private static final int MOST_SHAPES_HIGH = 6;
    private static final int MOST_BARS_HIGH = 60;
    private static final int MOST_EVENT_LABELS = 12;
    /** What an event's label may claim of a row before the next event takes it. */
    private static final double LABEL_CLAIM = 260;

    private final Scale scale;
    /** Stances count only for who holds them, and statements are tied, where lanes are those of principals. */
    private final boolean byPrincipal;
    private final Look look;
    private final Map<UUID, Long> statementsAt;
    private final Map<UUID, List<Place>> places = new HashMap<>();
    private final List<Chart.Lane> lanes = new ArrayList<>();

    /**
     * What the drawing depends on beside the items.
     *
     * @param toward slugs of those whom the query asks about
     * @param selected may be null
     * @param today as a day number
     * @param eventsOutside the window
     * @param links where marks and lane heads lead
     */
    record Look(Set<String> toward, Item selected, long today, long eventsOutside, Links links) {
    }

    /** Where a joint statement or a reply is drawn. */
    private record Place(double x, double y) {
    }

    private ItemChart(Scale scale, boolean byPrincipal, Look look, Map<UUID, Long> statementsAt) {
        this.scale = scale;
        this.byPrincipal = byPrincipal;
        this.look = look;
        this.statementsAt = statementsAt;
    }

    /** Empty where a lane would be too high, so that numbers have to be drawn. */
    static Optional<Chart> of(List<Item> items, String lanes, Scale scale, Look look) {
        var chart = new ItemChart(scale, lanes.equals("principal"), look, statementsAt(items));
        double top = 0;
        for (var lane : LaneItems.of(items, lanes)) {
            int rows = lane.isOfEvents() ? chart.drawEvents(lane, top) : chart.drawStatements(lane, top);
            if (rows > (scale.isWide() ? MOST_BARS_HIGH : lane.isOfEvents() ? 2 * MOST_SHAPES_HIGH : MOST_SHAPES_HIGH)) {
                return Optional.empty();
            }
            top = chart.lanes.get(chart.lanes.size() - 1).bottom();
        }
        var today = scale.window().contains(look.today()) ? scale.x(look.today()) + scale.dayWidth() / 2 : null;
        return Optional.of(new Chart(Axis.of(scale), (int) Math.ceil(top), today == null ? null : Scale.rounded(today), List.copyOf(chart.lanes),
                chart.byPrincipal ? chart.ties(items) : List.of(), chart.arcs(items)));
    }

    /** How many of these statements were made at each event or at one within it. */
    static Map<UUID, Long> statementsAt(List<Item> items) {
        return items.stream().filter(Item::isStatement).flatMap(item -> item.within().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private int drawStatements(LaneItems lane, double top) {
        var rows = new Rows();
        boolean wide = scale.isWide();
        boolean several = lane.hasSeveralSpeakers();
        var holder = lane.actor() == null ? null : lane.actor().slug();
        var bars = new LinkedHashMap<Item, Bar>();
        var rowOf = new HashMap<Item, Integer>();
        double rowHeight = wide ? ROW : ROW_OF_SHAPES;
        for (var item : lane.items()) {
            double x = shapeX(item, wide);
            var bar = wide ? Bar.of(item, scale, 0) : null;
            int row = wide ? rows.take(bar.x(), bar.right(), 0) : rows.take(x - SHAPE_WIDTH / 2, x + SHAPE_WIDTH / 2, 0);
            bars.put(item, bar);
            rowOf.put(item, row);
        }
        var marks = new ArrayList<Mark>();
        bars.forEach((item, flat) -> {
            int row = rowOf.get(item);
            double y = top + PADDING + row * rowHeight + (wide ? Bar.HEIGHT / 2 : ROW_OF_SHAPES / 2);
            double x = shapeX(item, wide);
            var bar = wide ? Bar.of(item, scale, y - Bar.HEIGHT / 2) : null;
            var stance = stance(item, byPrincipal ? holder : null);
            double labelX = x + SHAPE_WIDTH / 2 + 5;
            var label = wide ? Labels.of(item, holder, several, look.toward()).within(rows.freeUntil(row, bar.x(), scale.right() - 2) - labelX - 4) : "";
            marks.add(new Mark(item.id(), look.links().selecting(item), ItemWords.sentence(item), bar, stance, Scale.rounded(x), y, label, Scale.rounded(labelX),
                    tone(stance) + emphasis(item), isSelected(item)));
            places.computeIfAbsent(item.id(), any -> new ArrayList<>()).add(new Place(x, y));
        });
        add(lane, top, rows.number() * rowHeight, marks);
        return rows.number();
    }

    private int drawEvents(LaneItems lane, double top) {
        var rows = new Rows();
        var marks = new ArrayList<Mark>();
        var named = scale.isWide() || lane.items().size() <= MOST_EVENT_LABELS ? Set.copyOf(lane.items())
                : lane.items().stream().sorted(Comparator.comparingLong(event -> -statementsAt.getOrDefault(event.id(), 0L))).limit(MOST_EVENT_LABELS).collect(Collectors.toSet());
        var rowOf = new HashMap<UUID, Integer>();
        var order = EventOrder.of(lane.items());
        var drawn = new LinkedHashMap<Item, Double>();
        for (var event : order) {
            var bar = Bar.of(event, scale, 0);
            var label = Labels.ofEvent(event, statementsAt.getOrDefault(event.id(), 0L), look.today());
            double claim = named.contains(event) ? Math.min(LABEL_CLAIM, label.width() + 16) : 0;
            double visible = Math.max(bar.x(), scale.left());
            int parent = event.event() == null ? -1 : rowOf.getOrDefault(event.event(), -1);
            int row = rows.take(bar.x(), Math.max(bar.right(), Math.min(scale.right(), visible + claim)), parent + 1);
            rowOf.put(event.id(), row);
            drawn.put(event, visible);
        }
        drawn.forEach((event, visible) -> {
            int row = rowOf.get(event.id());
            double y = top + PADDING + row * ROW + Bar.HEIGHT / 2;
            var bar = Bar.of(event, scale, y - Bar.HEIGHT / 2);
            var label = Labels.ofEvent(event, statementsAt.getOrDefault(event.id(), 0L), look.today());
            boolean ink = isInk(event);
            double inside = visible + (event.when().unplaced() ? 28 : bar.unknownStart() ? 22 : 10);
            double labelX = bar.width() < inside - bar.x() + 8 ? bar.right() + 4 : inside;
            double free = rows.freeUntil(row, bar.x(), scale.right() - 2) - labelX - 4;
            marks.add(new Mark(event.id(), look.links().selecting(event), ItemWords.sentence(event), bar, null, Scale.rounded(inside), y,
                    named.contains(event) ? label.within(free) : "", Scale.rounded(labelX),
                    "event" + (ink ? " ink" : "") + " " + event.status().toLowerCase(Locale.ROOT) + emphasis(event), isSelected(event)));
        });
        add(lane, top, rows.number() * ROW, marks);
        return rows.number();
    }

    private void add(LaneItems lane, double top, double rows, List<Mark> marks) {
        double height = Math.max(LEAST_LANE, rows + 2 * PADDING);
        var ticks = lane.ticks().stream().map(item -> Scale.rounded(shapeX(item, scale.isWide()))).toList();
        lanes.add(new Chart.Lane(lane.name(), look.links().lane(lane.key()), count(lane), top, height, List.copyOf(marks), ticks));
    }

    private String count(LaneItems lane) {
        if (!lane.isOfEvents()) {
            return lane.count();
        }
        return ItemWords.number(lane.items().size()) + " in view" + (look.eventsOutside() == 0 ? "" : " · " + ItemWords.number(look.eventsOutside()) + " outside");
    }

    /** The shape stands at the earliest day: at its start where there is a bar, in its middle where there is none. */
    private double shapeX(Item item, boolean wide) {
        long day = Math.max(item.when().stands().s1() == FourDays.MINUS_INFINITY ? scale.window().from() : item.when().stands().s1(), scale.window().from());
        return scale.x(day) + (wide ? SHAPE_IN_BAR : Math.max(SHAPE_WIDTH / 2, scale.dayWidth() / 2));
    }

    private StanceMark stance(Item item, String holder) {
        return StanceMark.of(item.stances().stream()
                .filter(stance -> holder == null || stance.holder() == null || stance.holder().slug().equals(holder))
                .filter(stance -> look.toward().isEmpty() || stance.toward() != null && look.toward().contains(stance.toward().slug()))
                .map(Item.Stance::value).toList());
    }

    private static String tone(StanceMark stance) {
        return switch (stance.sign()) {
            case SUPPORTIVE -> "supportive";
            case CRITICAL -> "critical";
            case NEUTRAL, MIXED, NONE -> "neutral";
        };
    }

    /** An invasion must not look like a visit. */
    private static boolean isInk(Item event) {
        return event.eventKind().equals("MILITARY") || event.eventKind().equals("SANCTION");
    }

    /** With an event selected, what was said at it is ringed and the rest recedes. */
    private String emphasis(Item item) {
        if (isSelected(item)) {
            return " current";
        }
        if (look.selected() == null || look.selected().isStatement() || !statementsAt.containsKey(look.selected().id())) {
            return "";
        }
        return item.within().contains(look.selected().id()) ? " ringed" : " dimmed";
    }

    private boolean isSelected(Item item) {
        return look.selected() != null && look.selected().id().equals(item.id());
    }

    /** Lines of statements of the same day stand side by side, so that each can be followed. */
    private List<String> ties(List<Item> items) {
        var ties = new ArrayList<String>();
        var taken = new HashMap<Double, Integer>();
        for (var item : items) {
            var at = places.getOrDefault(item.id(), List.of());
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

    private List<String> arcs(List<Item> items) {
        var arcs = new ArrayList<String>();
        for (var reply : items) {
            for (var answered : reply.respondsTo()) {
                for (var from : places.getOrDefault(reply.id(), List.of()).stream().limit(1).toList()) {
                    places.getOrDefault(answered, List.of()).stream().min(Comparator.comparingDouble(to -> Math.abs(to.y() - from.y())))
                            .ifPresent(to -> arcs.add(arc(from, to)));
                }
            }
        }
        return List.copyOf(arcs);
    }

    /** Bulging to the left, so that it is no tie and crosses no label. */
    private static String arc(Place from, Place to) {
        double aside = Math.min(from.x(), to.x()) - 30;
        return "M" + Scale.rounded(from.x() - 7) + " " + from.y() + "C" + Scale.rounded(aside) + " " + from.y() + " " + Scale.rounded(aside) + " " + to.y() + " " + Scale.rounded(to.x() - 7) + " " + to.y();
    }
}
