package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.item.TextWidth;
import org.demarche.text.Texts;

/**
 * The drawing of a view as a file of its own, with what the page says around it: where everything stands, in units of which the drawing
 * is {@value Chart#WIDTH} wide.
 *
 * @param description what can be said of it in words
 * @param axisY where the axis begins
 * @param chartY where the drawing begins
 */
record SvgFile(TimelineView view, String description, List<Line> title, List<Line> words, List<Line> notes, double axisY, double chartY, double keyY, double height) {
    /** Pixels, where the file is shown as it is. */
    static final int WIDTH = 1200;

    private static final double EDGE = 20;
    private static final double TITLE = 28;
    private static final double LINE = 16;
    private static final double AXIS = 40;
    /** How much wider a letter of the title is than one of 12 units. */
    private static final double TITLE_LETTER = 22 / 12.0;
    private static final int MOST_TITLE_LINES = 3;

    /** @param y of its foot */
    record Line(String text, double y) {
    }

    static SvgFile of(TimelineView view) {
        double y = 12;
        var title = lines(view.title(), TITLE_LETTER, MOST_TITLE_LINES, y + 22, TITLE);
        y += title.size() * TITLE + 4;
        var words = lines(view.count() + " · " + view.onPaper(), 1, MOST_TITLE_LINES, y + 12, LINE);
        double axisY = y + words.size() * LINE + 8;
        double chartY = axisY + AXIS;
        double keyY = chartY + height(view) + 20;
        var notes = lines(Stream.concat(view.key().notes().stream(), Stream.of(toward(view.key()))).collect(Collectors.joining(" · ")), 1, MOST_TITLE_LINES, keyY + LINE, LINE);
        return new SvgFile(view, description(view), title, words, notes, axisY, chartY, keyY, keyY + notes.size() * LINE + 14);
    }

    public int width() {
        return WIDTH;
    }

    /** How high it is, in pixels. */
    public long pixels() {
        return Math.round(height * WIDTH / Chart.WIDTH);
    }

    /** Said where nothing is drawn; the page ends it with where to go instead. */
    public String nothing() {
        return nothing(view);
    }

    private static String nothing(TimelineView view) {
        return view.empty().words().replaceFirst(":$", ".");
    }

    private static double height(TimelineView view) {
        return view.chart() != null ? view.chart().height() : view.counted() != null ? view.counted().height() : 56;
    }

    private static String toward(TimelineView.Key key) {
        return "toward " + (key.toward().isEmpty() ? "whoever it is about" : key.toward());
    }

    private static String description(TimelineView view) {
        var lanes = view.chart() != null ? view.chart().lanes().stream().map(lane -> lane.name() + ": " + lane.count())
                : view.counted() != null ? view.counted().lanes().stream().map(lane -> lane.name() + ": " + lane.count()) : Stream.of(nothing(view));
        return view.count() + " · " + view.onPaper() + ". " + lanes.collect(Collectors.joining("; "));
    }

    /** At most so many, the last of them cut: the file's title has the whole. */
    private static List<Line> lines(String text, double letter, int most, double first, double step) {
        double room = (Chart.WIDTH - 2 * EDGE) / letter;
        var lines = new ArrayList<Line>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && TextWidth.of(line + " " + word) > room) {
                lines.add(new Line(cut(line.toString(), room), first + lines.size() * step));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(new Line(cut(line.toString(), room), first + lines.size() * step));
        if (lines.size() > most) {
            var last = lines.get(most - 1);
            return List.copyOf(Stream.concat(lines.stream().limit(most - 1), Stream.of(new Line(cut(last.text() + " …", room), last.y()))).toList());
        }
        return List.copyOf(lines);
    }

    /** For a word longer than a line. */
    private static String cut(String line, double room) {
        return TextWidth.of(line) <= room ? line : Texts.cut(line, (int) (room / 13));
    }
}
