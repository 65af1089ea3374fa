package org.demarche.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.demarche.coding.StanceSign;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.item.Labels;
import org.demarche.item.Lanes;

/**
 * The drawing of how many items each lane has in each step: supportive upward, critical downward from a zero line, mixed half each way,
 * neutral hollow on the upward bar, what only possibly falls there as a hollow outer part, and a foot that is darker the more is not coded.
 *
 * @param top what the height above the zero line stands for, in all lanes
 * @param columns one for each step, across all lanes
 * @param names events that are named, above their day
 */
record Counted(Axis axis, Cells cells, Steps steps, int height, long top, List<Lane> lanes, List<Column> columns, List<Named> names, long moreLanes) {
    static final double LANE = 56;
    private static final double NAME_WIDTH = 130;
    /** What the last name of a row needs. */
    private static final double LEAST_NAME = 50;
    private static final int NAME_ROWS = 2;
    private static final int MOST_NAMES = 12;
    private static final double ZERO = 28;
    private static final double REACH = 22;
    private static final double FOOT = 49;
    private static final int SHADES = 4;
    private static final double NUMBER_WIDTH = 48;
    /** A step has at least so many pixels. */
    static final int MOST_STEPS = Chart.PLOT / 5;

    /**
     * @param supportive bars as SVG path data, as are all that follow
     * @param feet one for each shade, from hardly any that is not coded to all
     * @param torn the numbers of what goes beyond the scale
     */
    record Lane(String name, String href, String add, String count, double y, String supportive, String critical, String hollow, String possibly, List<String> feet, List<Torn> torn,
                Existence existence) {
        /** The name as far as there is room for it. */
        public String head() {
            return LaneNames.head(name);
        }

        public double top() {
            return y;
        }

        public double bottom() {
            return y + LANE;
        }

        public double zero() {
            return y + ZERO;
        }

        public double nameY() {
            return y + 25;
        }

        public double addY() {
            return countY() - 16;
        }

        public double plusY() {
            return countY() - 9;
        }

        public double countY() {
            return y + 43;
        }

        public double turnY() {
            return y + 12;
        }
    }

    record Torn(double x, double y, long value) {
        public String number() {
            return ItemWords.number(value);
        }
    }

    record Column(double x, double width, String href, String said) {
    }

    record Named(double x, double y, double foot, String label, String href, String said) {
        public double labelX() {
            return Scale.rounded(x + 4);
        }

        public double labelY() {
            return y + 10;
        }
    }

    /**
     * @param named the names of lanes by their keys
     * @param events to be named in their lane, which then has no bars; the most important first
     */
    static Counted of(Lanes counts, Steps steps, Scale scale, Naming named, List<Item> events, LanePage page) {
        long top = top(counts.lanes().stream().flatMap(lane -> lane.steps().stream()));
        var lanes = new ArrayList<Lane>();
        var names = new ArrayList<Named>();
        double y = 0;
        for (var lane : page.of(counts.lanes(), Lanes.Lane::key)) {
            boolean ofNames = LaneNames.isOfAllEvents(lane.key()) && !events.isEmpty();
            lanes.add(new Drawing(scale, steps, top, y).lane(lane, named, !ofNames));
            if (ofNames) {
                names.addAll(names(events, scale, y, named));
            }
            y += LANE;
        }
        return new Counted(Axis.of(scale), Cells.of(scale), steps, (int) y, top, List.copyOf(lanes), columns(counts, steps, scale, named), List.copyOf(names), page.after(counts.lanes().size() + counts.more()));
    }

    /** In two rows, each where nothing more important stands; words run on to the next name of their row. */
    private static List<Named> names(List<Item> events, Scale scale, double y, Naming named) {
        var rows = new Rows();
        var placed = new LinkedHashMap<Item, Integer>();
        for (var event : events) {
            double x = nameX(event, scale);
            int row = rows.take(x - 2, x + NAME_WIDTH + 8, 0);
            if (row < NAME_ROWS && placed.size() < MOST_NAMES && x <= scale.right() - LEAST_NAME) {
                placed.put(event, row);
            }
        }
        var names = new ArrayList<Named>();
        placed.forEach((event, row) -> {
            double x = nameX(event, scale);
            double next = placed.entrySet().stream().filter(other -> other.getValue().equals(row)).mapToDouble(other -> nameX(other.getKey(), scale)).filter(other -> other > x).min().orElse(scale.right());
            names.add(new Named(x, y + 6 + row * 22, y + LANE - 2, Labels.ofEvent(event, 0, Long.MIN_VALUE).within(Math.floor(next - x - 10)), named.selecting(event), ItemWords.sentence(event)));
        });
        return names;
    }

    private static double nameX(Item event, Scale scale) {
        return scale.x(Math.max(event.when().stands().s1(), scale.window().from()));
    }

    /** What a lane's key is called and where its head leads. */
    interface Naming {
        String name(String key);

        String href(String key);

        String adding(String key);

        Existence existence(String key);

        String step(int number);

        String selecting(Item item);
    }

    /** All but the highest hundredth fits, on a round number; what is higher is torn. */
    static long top(Stream<Lanes.Step> steps) {
        var heights = steps.flatMapToDouble(step -> DoubleStream.of(up(step), down(step))).filter(height -> height > 0).sorted().toArray();
        if (heights.length == 0) {
            return 1;
        }
        double most = heights[heights.length - 1];
        double usual = heights[(int) ((heights.length - 1) * .99)];
        return round(most > 2 * usual ? usual : most);
    }

    /** 1, 2, 3, 5 and their multiples of ten. */
    private static long round(double least) {
        for (long unit = 1; unit < Long.MAX_VALUE / 100; unit *= 10) {
            for (int times : new int[] {1, 2, 3, 5}) {
                if (times * unit >= least) {
                    return times * unit;
                }
            }
        }
        return (long) least;
    }

    private static double surely(Lanes.Step step, StanceSign sign) {
        return step.surely(sign);
    }

    private static double up(Lanes.Step step) {
        return surely(step, StanceSign.SUPPORTIVE) + surely(step, StanceSign.NEUTRAL) + surely(step, StanceSign.MIXED) / 2
                + step.possibly(StanceSign.SUPPORTIVE) + step.possibly(StanceSign.NEUTRAL) + step.possibly(StanceSign.MIXED) / 2.0;
    }

    private static double down(Lanes.Step step) {
        return surely(step, StanceSign.CRITICAL) + surely(step, StanceSign.MIXED) / 2 + step.possibly(StanceSign.CRITICAL) + step.possibly(StanceSign.MIXED) / 2.0;
    }

    private static int all(Lanes.Step step) {
        return Arrays.stream(step.surely()).sum() + Arrays.stream(step.possibly()).sum();
    }

    private static List<Column> columns(Lanes counts, Steps steps, Scale scale, Naming named) {
        return IntStream.range(0, steps.number()).mapToObj(number -> {
            double x = scale.x(steps.bounds().get(number));
            int items = counts.lanes().stream().mapToInt(lane -> all(lane.steps().get(number))).sum();
            return new Column(x, Scale.rounded(scale.x(steps.bounds().get(number + 1)) - x), named.step(number),
                    steps.step(number).words() + ": " + ItemWords.number(items) + " in these lanes");
        }).toList();
    }

    /** One lane's bars. */
    private static final class Drawing {
        private final Scale scale;
        private final Steps steps;
        private final double unit;
        private final double y;
        private final Boxes supportive = new Boxes();
        private final Boxes critical = new Boxes();
        private final Boxes hollow = new Boxes();
        private final Boxes possibly = new Boxes();
        private final Boxes[] feet = new Boxes[SHADES];
        private final List<Torn> torn = new ArrayList<>();

        Drawing(Scale scale, Steps steps, long top, double y) {
            this.scale = scale;
            this.steps = steps;
            this.unit = REACH / top;
            this.y = y;
            Arrays.setAll(feet, any -> new Boxes());
        }

        Lane lane(Lanes.Lane lane, Naming named, boolean bars) {
            boolean events = lane.events() == lane.total();
            for (int number = 0; bars && number < steps.number(); number++) {
                step(lane.steps().get(number), number, events);
            }
            var count = LaneNames.count(lane.total() - lane.events(), lane.events(), lane.key().equals(Lanes.JOINT) ? 0 : lane.joint());
            return new Lane(named.name(lane.key()), named.href(lane.key()), named.adding(lane.key()), count, y, supportive.toString(), critical.toString(), hollow.toString(), possibly.toString(),
                    Arrays.stream(feet).map(Boxes::toString).toList(), List.copyOf(torn), named.existence(lane.key()));
        }

        private void step(Lanes.Step step, int number, boolean events) {
            double x = scale.x(steps.bounds().get(number));
            double width = Math.max(1, scale.x(steps.bounds().get(number + 1)) - x - 1);
            double zero = y + ZERO;
            if (events) {
                events(step, x, width, zero);
                return;
            }
            double up = bar(supportive, x, width, zero, -1, surely(step, StanceSign.SUPPORTIVE) + surely(step, StanceSign.MIXED) / 2);
            up += bar(hollow, x, width, zero - up, -1, surely(step, StanceSign.NEUTRAL));
            bar(possibly, x, width, zero - up, -1, step.possibly(StanceSign.SUPPORTIVE) + step.possibly(StanceSign.NEUTRAL) + step.possibly(StanceSign.MIXED) / 2.0);
            double down = bar(critical, x, width, zero, 1, surely(step, StanceSign.CRITICAL) + surely(step, StanceSign.MIXED) / 2);
            bar(possibly, x, width, zero + down, 1, step.possibly(StanceSign.CRITICAL) + step.possibly(StanceSign.MIXED) / 2.0);
            tear(x, up(step), zero - REACH);
            tear(x, down(step), zero + REACH);
            int none = step.surely(StanceSign.NONE) + step.possibly(StanceSign.NONE);
            if (none > 0) {
                feet[Math.min(SHADES - 1, none * SHADES / all(step))].add(x, y + FOOT, width + 1, 3);
            }
        }

        /** Events have no stance: their number, upward. */
        private void events(Lanes.Step step, double x, double width, double zero) {
            double sure = bar(hollow, x, width, zero, -1, Arrays.stream(step.surely()).sum());
            bar(possibly, x, width, zero - sure, -1, Arrays.stream(step.possibly()).sum());
            tear(x, all(step), zero - REACH);
        }

        /** @return its height in pixels, cut where the lane ends */
        private double bar(Boxes boxes, double x, double width, double from, int direction, double number) {
            double room = REACH - Math.abs(from - (y + ZERO));
            double height = Math.min(room, number * unit);
            // An outline has to be higher than it is thick.
            if (height > .8 || boxes == supportive || boxes == critical) {
                boxes.add(x, direction < 0 ? from - height : from, width, height);
            }
            return height;
        }

        /** Of numbers that would run into each other the highest stays. */
        private void tear(double x, double number, double at) {
            if (number * unit <= REACH + .5) {
                return;
            }
            var near = torn.stream().filter(other -> other.y() == at && x - other.x() < NUMBER_WIDTH).findFirst();
            if (near.isEmpty() || near.get().value() < number) {
                near.ifPresent(torn::remove);
                torn.add(new Torn(x, at, Math.round(number)));
            }
        }
    }
}
