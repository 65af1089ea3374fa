package org.demarche.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.demarche.text.AnchorState;
import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;

/**
 * The text of a document, line by line, with what is cited from it marked.
 *
 * @param cited the passages that were found, in the order of the text
 * @param lost those that were not, or stand in more than one place
 * @param more whether more records cite it than are marked
 */
record MarkedText(List<Line> lines, List<Cited> cited, List<Cited> lost, boolean more) {

    /** @param page null where the record has none */
    record Cited(int number, RecordKind kind, String heading, String page, int start, int end, String state) {
    }

    /**
     * @param start of the line in the text, in code points
     * @param end without the line's end
     */
    record Line(int start, int end, List<Segment> segments) {
        public boolean isBlank() {
            return segments.stream().allMatch(segment -> segment.text().isBlank());
        }
    }

    /**
     * A part of a line throughout which the same is cited.
     *
     * @param cited the shortest passage that it belongs to, null where it belongs to none
     * @param begins the passages that begin here
     * @param first whether it is the first segment of the passage that it belongs to
     * @param quoted whether somebody's quotation marks stand around it
     * @param pointed whether the page was asked to show this place
     */
    record Segment(String text, Cited cited, List<Cited> begins, boolean first, boolean quoted, boolean pointed) {
    }

    /** A span of the text in code points. */
    private record Span(int start, int end) {
        boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /**
     * @param text of the document
     * @param records what cites it, each with its anchors in the document
     * @param pointed the place that the page is asked to show, null for none
     */
    static MarkedText of(String text, Stream<Reanchoring.Cited> records, DocumentRecord document, TextPositionSelector pointed, int most) {
        int length = Texts.length(text);
        var found = new ArrayList<Cited>();
        var lost = new ArrayList<Cited>();
        var quoted = new ArrayList<Span>();
        int read = 0;
        for (var cites : (Iterable<Reanchoring.Cited>) records::iterator) {
            if (++read > most) {
                break;
            }
            var anchors = cites.anchors(document);
            var placed = anchors.stream().filter(anchor -> anchor.stands() && anchor.start() != null && anchor.end() <= length && anchor.start() < anchor.end()).toList();
            placed.stream().filter(anchor -> "QUOTE".equals(anchor.part())).forEach(anchor -> quoted.add(new Span(anchor.start(), anchor.end())));
            placed.stream().filter(anchor -> placed.stream().noneMatch(other -> contains(other, anchor))).distinct().forEach(anchor -> found.add(cited(cites, anchor)));
            anchors.stream().filter(anchor -> AnchorState.ORPHANED.name().equals(anchor.state()) || AnchorState.AMBIGUOUS.name().equals(anchor.state())).limit(1)
                    .forEach(anchor -> lost.add(cited(cites, anchor)));
        }
        var numbered = new ArrayList<Cited>();
        found.stream().sorted(Comparator.comparingInt(Cited::start).thenComparing(Cited::end, Comparator.reverseOrder()))
                .forEach(cited -> numbered.add(new Cited(numbered.size() + 1, cited.kind, cited.heading, cited.page, cited.start, cited.end, cited.state)));
        var at = pointed == null ? null : new Span(pointed.start(), Math.min(pointed.end(), length));
        return new MarkedText(new Marking(text, numbered, quoted, at).lines(), numbered, lost, read > most);
    }

    private static boolean contains(AnchorRecord other, AnchorRecord anchor) {
        return other.start() <= anchor.start() && anchor.end() <= other.end() && other.end() - other.start() > anchor.end() - anchor.start();
    }

    private static Cited cited(Reanchoring.Cited cites, AnchorRecord anchor) {
        RootRecord record = cites.record();
        return new Cited(0, cites.feature().kind(), record.heading(), record.page(), anchor.start() == null ? 0 : anchor.start(), anchor.end() == null ? 0 : anchor.end(),
                AnchorState.valueOf(anchor.state()).label());
    }

    /** Goes once through the text, from one place where anything changes to the next. */
    private static final class Marking {
        private final String text;
        private final List<Cited> waiting;
        private final List<Span> quoted;
        private final Span pointed;
        private final TreeSet<Integer> places = new TreeSet<>();
        private final List<Cited> open = new ArrayList<>();
        private final TreeSet<Integer> linked = new TreeSet<>();
        private int next;

        Marking(String text, List<Cited> cited, List<Span> quoted, Span pointed) {
            this.text = text;
            this.waiting = cited;
            this.quoted = quoted.stream().sorted(Comparator.comparingInt(Span::start)).toList();
            this.pointed = pointed;
            cited.forEach(passage -> mark(passage.start(), passage.end()));
            quoted.forEach(span -> mark(span.start(), span.end()));
            if (pointed != null) {
                mark(pointed.start(), pointed.end());
            }
        }

        private void mark(int start, int end) {
            places.add(start);
            places.add(end);
        }

        List<Line> lines() {
            var lines = new ArrayList<Line>();
            int start = 0;
            for (int from = 0; from <= text.length();) {
                int ends = text.indexOf('\n', from);
                int to = ends < 0 ? text.length() : ends;
                var line = line(text.substring(from, to), start);
                lines.add(line);
                start = line.end() + 1;
                from = to + 1;
            }
            return lines;
        }

        private Line line(String words, int start) {
            int end = start + Texts.length(words);
            var segments = new ArrayList<Segment>();
            int at = start;
            int from = 0;
            while (at < end || segments.isEmpty()) {
                var place = places.higher(at);
                int until = place == null || place > end ? end : place;
                int to = words.offsetByCodePoints(from, until - at);
                segments.add(segment(words.substring(from, to), at, until));
                at = until;
                from = to;
            }
            return new Line(start, end, segments);
        }

        private Segment segment(String words, int from, int to) {
            var begins = new ArrayList<Cited>();
            open.removeIf(passage -> passage.end() <= from);
            while (next < waiting.size() && waiting.get(next).start() < Math.max(to, from + 1)) {
                begins.add(waiting.get(next));
                open.add(waiting.get(next++));
            }
            var shortest = to > from ? open.stream().min(Comparator.comparingInt(passage -> passage.end() - passage.start())).orElse(null) : null;
            boolean first = shortest != null && linked.add(shortest.number());
            return new Segment(words, shortest, begins, first, quoted.stream().anyMatch(span -> to > from && span.covers(from, to)),
                    pointed != null && to > from && pointed.covers(from, to));
        }
    }
}
