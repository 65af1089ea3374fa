package org.demarche.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.demarche.actor.Lifetime;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

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
        var window = scale.window();
        for (var absence : absences(lifetimes)) {
            if (absence.from() <= window.to() && absence.to() >= window.from()) {
                double x = scale.x(Math.max(absence.from(), window.from()));
                gaps.add(new Gap(x, Scale.rounded(scale.x(Math.min(absence.to(), window.to()) + 1) - x), said, absence.to() < window.to(), absence.from() > window.from()));
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * When none of them was there.
     *
     * @param lifetimes the earliest first; where there are none, somebody always was
     */
    static List<Window> absences(List<Lifetime> lifetimes) {
        var absences = new ArrayList<Window>();
        long free = FourDays.MINUS_INFINITY;
        for (var lifetime : lifetimes) {
            if (lifetime.first() > free) {
                absences.add(new Window(free, lifetime.first() - 1));
            }
            if (lifetime.last() == FourDays.PLUS_INFINITY) {
                return absences;
            }
            free = Math.max(free, lifetime.last() + 1);
        }
        if (!lifetimes.isEmpty()) {
            absences.add(new Window(free, FourDays.PLUS_INFINITY));
        }
        return absences;
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
