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
import org.demarche.item.Lanes;
import org.demarche.time.FourDays;

/** Draws each item where and how it stands: lanes, bars and shapes, labels, ties and arcs. */
final class ItemChart {
    private static final double ROW = 26;
    private static final double ROW_OF_SHAPES = 15;
    private static final double PADDING = 8;
    private static final double LEAST_LANE = 56;
    /** Above the marks, in a lane that several actors share. */
    private static final double ROOM_FOR_NAMES = 14;
    private static final double SHAPE_IN_BAR = 13;
    private static final double SHAPE_WIDTH = 13;
    /** A lane's shapes are at most so many high, its bars so many; beyond, numbers tell more than marks. */
    private static final int MOST_SHAPES_HIGH = 6;
    private static final int MOST_BARS_HIGH = 60;
    private static final int MOST_EVENT_LABELS = 12;
    /** What an event's label may claim of a row before the next event takes it. */
    private static final double LABEL_CLAIM = 260;

    private final Scale scale;
    private final Look look;
    private final Map<UUID, Long> statementsAt;
    private final Connections connections = new Connections();
    private final List<Chart.Lane> lanes = new ArrayList<>();

    /**
     * What the drawing depends on beside the items.
     *
     * @param toward slugs of those whom the query asks about
     * @param selected may be null
     * @param today as a day number
     * @param eventsOutside the window
     * @param links where marks and lane heads lead
     * @param inTime which actors share a lane, and when they existed
     * @param linked the links of the selected item
     * @param page which lanes
     */
    record Look(Set<String> toward, Item selected, long today, long eventsOutside, Links links, ActorsInTime inTime, List<org.demarche.event.Links.Kept> linked, LanePage page) {
    }

    /** The marks of a lane. */
    private record Drawn(int rows, double rowHeight, List<Mark> marks) {
    }

    private ItemChart(Scale scale, Look look, Map<UUID, Long> statementsAt) {
        this.scale = scale;
        this.look = look;
        this.statementsAt = statementsAt;
    }

    /** Empty where a lane would be too high, so that numbers have to be drawn. */
    static Optional<Chart> of(List<Item> items, Lanes.By by, Scale scale, Look look) {
        var chart = new ItemChart(scale, look, statementsAt(items));
        double top = 0;
        var all = LaneItems.of(items, by, look.inTime());
        for (var lane : look.page().of(all, LaneItems::key)) {
            var existence = look.inTime().existence(lane.key(), scale);
            double from = top + (existence.isNamed() ? ROOM_FOR_NAMES : 0);
            var drawn = lane.isOfEvents() ? chart.drawEvents(lane, from) : chart.drawItems(lane, from);
            chart.add(lane, top, from, drawn, existence);
            if (drawn.rows() > (scale.isWide() ? MOST_BARS_HIGH : lane.isOfEvents() ? 2 * MOST_SHAPES_HIGH : MOST_SHAPES_HIGH)) {
                return Optional.empty();
            }
            top = chart.lanes.get(chart.lanes.size() - 1).bottom();
        }
        var today = scale.window().contains(look.today()) ? scale.x(look.today()) + scale.dayWidth() / 2 : null;
        return Optional.of(new Chart(Axis.of(scale), Cells.of(scale), (int) Math.ceil(top), today == null ? null : Scale.rounded(today), List.copyOf(chart.lanes),
                chart.connections.ties(items), chart.connections.arcs(items, look.linked()), look.page().after(all.size())));
    }

    /** How many of these statements were made at each event or at one within it. */
    static Map<UUID, Long> statementsAt(List<Item> items) {
        return items.stream().filter(Item::isStatement).flatMap(item -> item.within().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private Drawn drawItems(LaneItems lane, double top) {
        var rows = new Rows();
        boolean wide = scale.isWide();
        boolean several = lane.hasSeveralSpeakers();
        var holder = lane.actor() == null ? null : lane.actor().slug();
        var bars = new LinkedHashMap<Item, Bar>();
        var rowOf = new HashMap<Item, Integer>();
        double rowHeight = wide || lane.hasEvents() ? ROW : ROW_OF_SHAPES;
        for (var item : lane.items()) {
            double x = shapeX(item, wide);
            var bar = wide || !item.isStatement() ? Bar.of(item, scale, 0) : null;
            int row = bar != null ? rows.take(bar.x(), bar.right(), 0) : rows.take(x - SHAPE_WIDTH / 2, x + SHAPE_WIDTH / 2, 0);
            bars.put(item, bar);
            rowOf.put(item, row);
        }
        var marks = new ArrayList<Mark>();
        bars.forEach((item, flat) -> {
            int row = rowOf.get(item);
            double y = top + PADDING + row * rowHeight + (rowHeight == ROW ? Bar.HEIGHT / 2 : ROW_OF_SHAPES / 2);
            if (!item.isStatement()) {
                marks.add(event(item, rows, row, y, wide));
                return;
            }
            double x = shapeX(item, wide);
            var bar = wide ? Bar.of(item, scale, y - Bar.HEIGHT / 2) : null;
            var stance = lane.stance(item, look.toward());
            double labelX = x + SHAPE_WIDTH / 2 + 5;
            var label = wide ? Labels.of(item, holder, several, lane.toward(look.toward())).within(rows.freeUntil(row, bar.x(), scale.right() - 2) - labelX - 4) : "";
            marks.add(new Mark(item.id(), look.links().selecting(item), ItemWords.sentence(item), bar, stance, Scale.rounded(x), y, label, Scale.rounded(labelX),
                    tone(stance) + emphasis(item), isSelected(item)));
            connections.place(item, x, y, lane.actor() != null && item.principals().stream().map(look.inTime()::head).anyMatch(lane.actor()::equals));
        });
        return new Drawn(rows.number(), rowHeight, marks);
    }

    private Drawn drawEvents(LaneItems lane, double top) {
        var rows = new Rows();
        var marks = new ArrayList<Mark>();
        var named = scale.isWide() || lane.items().size() <= MOST_EVENT_LABELS ? Set.copyOf(lane.items())
                : lane.items().stream().sorted(Comparator.comparingLong(event -> -statementsAt.getOrDefault(event.id(), 0L))).limit(MOST_EVENT_LABELS).collect(Collectors.toSet());
        var rowOf = new HashMap<UUID, Integer>();
        var order = EventOrder.of(lane.items());
        for (var event : order) {
            var bar = Bar.of(event, scale, 0);
            var label = Labels.ofEvent(event, statementsAt.getOrDefault(event.id(), 0L), look.today());
            double claim = named.contains(event) ? Math.min(LABEL_CLAIM, label.width() + 16) : 0;
            double visible = Math.max(bar.x(), scale.left());
            int parent = event.event() == null ? -1 : rowOf.getOrDefault(event.event(), -1);
            int row = rows.take(bar.x(), Math.max(bar.right(), Math.min(scale.right(), visible + claim)), parent + 1);
            rowOf.put(event.id(), row);
        }
        order.forEach(event -> {
            int row = rowOf.get(event.id());
            marks.add(event(event, rows, row, top + PADDING + row * ROW + Bar.HEIGHT / 2, named.contains(event)));
        });
        return new Drawn(rows.number(), ROW, marks);
    }

    private Mark event(Item event, Rows rows, int row, double y, boolean named) {
        var bar = Bar.of(event, scale, y - Bar.HEIGHT / 2);
        var label = Labels.ofEvent(event, statementsAt.getOrDefault(event.id(), 0L), look.today());
        double inside = Math.max(bar.x(), scale.left()) + (event.when().unplaced() ? 28 : bar.unknownStart() ? 22 : 10);
        double labelX = bar.width() < inside - bar.x() + 8 ? bar.right() + 4 : inside;
        double free = rows.freeUntil(row, bar.x(), scale.right() - 2) - labelX - 4;
        connections.place(event, inside, y, false);
        return new Mark(event.id(), look.links().selecting(event), ItemWords.sentence(event), bar, null, Scale.rounded(inside), y,
                named ? label.within(free) : "", Scale.rounded(labelX),
                "event" + (isInk(event) ? " ink" : "") + " " + event.status().toLowerCase(Locale.ROOT) + emphasis(event), isSelected(event));
    }

    private void add(LaneItems lane, double top, double from, Drawn drawn, Existence existence) {
        double height = Math.max(LEAST_LANE, drawn.rows() * drawn.rowHeight() + 2 * PADDING);
        var ticks = lane.ticks().stream().map(item -> Scale.rounded(shapeX(item, scale.isWide()))).toList();
        lanes.add(new Chart.Lane(lane.name(), look.links().lane(lane.key()), look.links().adding(lane.key()), count(lane), top, from - top + height, List.copyOf(drawn.marks()), ticks, existence));
    }

    private String count(LaneItems lane) {
        if (!lane.isOfAllEvents()) {
            return lane.count();
        }
        return ItemWords.number(lane.items().size()) + " in view" + (look.eventsOutside() == 0 ? "" : " · " + ItemWords.number(look.eventsOutside()) + " outside");
    }

    /** The shape stands at the earliest day: at its start where there is a bar, in its middle where there is none. */
    private double shapeX(Item item, boolean wide) {
        long day = Math.max(item.when().stands().s1() == FourDays.MINUS_INFINITY ? scale.window().from() : item.when().stands().s1(), scale.window().from());
        return scale.x(day) + (wide ? SHAPE_IN_BAR : Math.max(SHAPE_WIDTH / 2, scale.dayWidth() / 2));
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
}
