package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.demarche.item.Item;
import org.demarche.time.FourDays;
import org.demarche.time.Qualifier;

/**
 * What is known of an item's days, drawn honestly: an outline as SVG path data with what its ends and its edge say.
 *
 * <p>Square: those days. Round and hollow: one day somewhere in here. Dashed: doubtful. Faded: about. Chevron: it goes on. Flat without
 * an edge: it goes on beyond the window.
 *
 * @param look classes: {@code hollow}, {@code dashed}, {@code lasting}
 * @param mask the id of the mask that fades an end; null where none does
 * @param unknownStart a question mark stands at its start: nobody knows when it began
 * @param unknownEnd likewise
 */
record Bar(double x, double width, String path, String look, String mask, boolean unknownStart, boolean unknownEnd) {
    static final double HEIGHT = 24;

    private static final double GAP = 2;
    private static final double CORNER = 3;
    private static final double CHEVRON = 9;
    private static final double LEAST_WIDTH = 6;
    /** How far what goes on beyond the window is drawn out of the plot, which clips it. */
    private static final double BEYOND = 12;
    /** How far what nobody can date fades out on both sides of where it stands. */
    private static final double SPREAD = 20;

    private enum End { SQUARE, ROUND, CHEVRON, BEYOND }

    double right() {
        return x + width;
    }

    static Bar of(Item item, Scale scale, double top) {
        var when = item.when();
        var date = when.date();
        var days = when.stands();
        var window = scale.window();
        boolean oneOfSeveral = !date.isInterval() && days.s1() != days.e2() && !when.unplaced();
        boolean before = days.s1() < window.from() && days.s1() != FourDays.MINUS_INFINITY;
        boolean after = days.e2() > window.to() && days.e2() != FourDays.PLUS_INFINITY;
        var left = before ? End.BEYOND : days.s1() == FourDays.MINUS_INFINITY && date.hasOpenStart() ? End.CHEVRON : oneOfSeveral ? End.ROUND : End.SQUARE;
        var right = after ? End.BEYOND : days.e2() == FourDays.PLUS_INFINITY && date.hasOpenEnd() ? End.CHEVRON : oneOfSeveral ? End.ROUND : End.SQUARE;
        double from = before ? scale.left() - BEYOND : scale.x(Math.max(days.s1(), window.from())) + GAP;
        double to = after ? scale.right() + BEYOND : (days.e2() >= window.to() ? scale.right() : scale.x(days.e2() + 1)) - GAP;
        double spread = when.unplaced() ? SPREAD : 0;
        double x = Scale.rounded(from - spread);
        double width = Scale.rounded(Math.max(LEAST_WIDTH, to - from + 2 * spread));
        boolean fadeStart = !before && (when.unplaced() || isAbout(date.startQualifier()));
        boolean fadeEnd = !after && (when.unplaced() || isAbout(date.endQualifier()));
        boolean doubtful = date.startQualifier() == Qualifier.UNCERTAIN || date.endQualifier() == Qualifier.UNCERTAIN;
        var look = (oneOfSeveral || date.hasUnknownEnd() && !when.unplaced() ? "hollow" : date.isInterval() ? "lasting" : "") + (doubtful ? " dashed" : "");
        return new Bar(x, width, path(x, top, width, left, right), look.strip(), mask(fadeStart, fadeEnd),
                date.hasUnknownStart() && !when.unplaced(), date.hasUnknownEnd() && !when.unplaced());
    }

    /** The same without a window, in words with blanks between: {@code hollow}, {@code dashed}, and what its ends are; the empty text for days that it lasted. */
    static String look(Item.When when) {
        var date = when.date();
        var days = when.stands();
        boolean placed = !when.unplaced();
        var words = new ArrayList<String>();
        add(words, "hollow", placed && (!date.isInterval() && days.s1() != days.e2() || date.hasUnknownEnd()));
        add(words, "dashed", date.startQualifier() == Qualifier.UNCERTAIN || date.endQualifier() == Qualifier.UNCERTAIN);
        add(words, "unplaced", !placed);
        add(words, "fade-start", !placed || isAbout(date.startQualifier()));
        add(words, "fade-end", !placed || isAbout(date.endQualifier()));
        add(words, "open-start", days.s1() == FourDays.MINUS_INFINITY && date.hasOpenStart());
        add(words, "open-end", days.e2() == FourDays.PLUS_INFINITY && date.hasOpenEnd());
        add(words, "unknown-start", placed && date.hasUnknownStart());
        add(words, "unknown-end", placed && date.hasUnknownEnd());
        return String.join(" ", words);
    }

    private static void add(List<String> words, String word, boolean holds) {
        if (holds) {
            words.add(word);
        }
    }

    private static boolean isAbout(Qualifier qualifier) {
        return qualifier == Qualifier.APPROXIMATE || qualifier == Qualifier.BOTH;
    }

    private static String mask(boolean start, boolean end) {
        return start && end ? "fade-both" : start ? "fade-start" : end ? "fade-end" : null;
    }

    private static String path(double x, double y, double width, End left, End right) {
        double start = x + inset(left, width);
        double end = x + width - inset(right, width);
        return String.format(Locale.ROOT, "M%.1f %.1fH%.1f%sH%.1f%s", start, y, end, side(right, width, 1), start, side(left, width, -1)) + "z";
    }

    private static double inset(End end, double width) {
        return Math.min(width / 2, switch (end) {
            case SQUARE -> CORNER;
            case ROUND -> HEIGHT / 2;
            case CHEVRON -> CHEVRON;
            case BEYOND -> 0;
        });
    }

    /** One end, drawn downward on the right (turn 1) and upward on the left (turn −1). */
    private static String side(End end, double width, int turn) {
        double reach = inset(end, width);
        double half = HEIGHT / 2;
        return switch (end) {
            case SQUARE, ROUND -> {
                double curve = Math.min(reach, half);
                yield String.format(Locale.ROOT, "a%1$.1f %1$.1f 0 0 1 %2$.1f %3$.1fv%4$.1fa%1$.1f %1$.1f 0 0 1 %5$.1f %3$.1f",
                        curve, turn * curve, turn * curve, turn * (HEIGHT - 2 * curve), -turn * curve);
            }
            case CHEVRON -> String.format(Locale.ROOT, "l%.1f %.1fl%.1f %.1f", turn * reach, turn * half, -turn * reach, turn * half);
            case BEYOND -> String.format(Locale.ROOT, "v%.1f", turn * HEIGHT);
        };
    }
}
