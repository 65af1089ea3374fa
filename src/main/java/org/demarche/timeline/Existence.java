package org.demarche.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.demarche.actor.Lifetime;
import org.demarche.time.FourDays;

/**
 * Where along a drawing an actor existed, or those that share its lane.
 *
 * @param gaps where none of them did
 * @param turns where each begins, with its name; none where nobody shares the lane
 */
record Existence(List<Gap> gaps, List<Turn> turns) {
    static final Existence ALWAYS = new Existence(List.of(), List.of());

    /**
     * @param said who existed when
     * @param begins whether its right edge is where somebody begins
     * @param ends whether its left edge is where somebody ends
     */
    record Gap(double x, double width, String said, boolean begins, boolean ends) {
        public double right() {
            return Scale.rounded(x + width);
        }
    }

    /** @param begins whether it begins here, and not before the window */
    record Turn(double x, String name, boolean begins) {
        public double nameX() {
            return Scale.rounded(x + 6);
        }
    }

    /** @param lifetimes of all that share the lane, the earliest first */
    static Existence of(List<Lifetime> lifetimes, Scale scale) {
        return lifetimes.isEmpty() ? ALWAYS : new Existence(gaps(lifetimes, scale), lifetimes.size() < 2 ? List.of() : turns(lifetimes, scale));
    }

    boolean isNamed() {
        return !turns.isEmpty();
    }

    private static List<Gap> gaps(List<Lifetime> lifetimes, Scale scale) {
        var gaps = new ArrayList<Gap>();
        var said = lifetimes.stream().map(Lifetime::words).collect(Collectors.joining("; "));
        long free = scale.window().from();
        boolean ends = false;
        for (var lifetime : lifetimes) {
            if (lifetime.first() > free) {
                add(gaps, free, Math.min(lifetime.first() - 1, scale.window().to()), said, lifetime.first() <= scale.window().to(), ends, scale);
            }
            if (lifetime.last() == FourDays.PLUS_INFINITY) {
                return List.copyOf(gaps);
            }
            if (lifetime.last() >= free) {
                free = lifetime.last() + 1;
                ends = true;
            }
        }
        add(gaps, free, scale.window().to(), said, false, ends, scale);
        return List.copyOf(gaps);
    }

    private static void add(List<Gap> gaps, long from, long to, String said, boolean begins, boolean ends, Scale scale) {
        if (from <= to) {
            double x = scale.x(from);
            gaps.add(new Gap(x, Scale.rounded(scale.x(to + 1) - x), said, begins, ends));
        }
    }

    /** Those that were there before the window share its left edge. */
    private static List<Turn> turns(List<Lifetime> lifetimes, Scale scale) {
        var names = new LinkedHashMap<Long, List<String>>();
        for (var lifetime : lifetimes) {
            if (lifetime.first() <= scale.window().to() && lifetime.last() >= scale.window().from()) {
                names.computeIfAbsent(Math.max(lifetime.first(), scale.window().from()), any -> new ArrayList<>()).add(lifetime.name());
            }
        }
        var turns = new ArrayList<Turn>();
        names.forEach((day, called) -> turns.add(new Turn(scale.x(day), String.join(", ", called), day > scale.window().from())));
        return List.copyOf(turns);
    }
}
