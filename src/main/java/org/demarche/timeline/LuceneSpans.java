package org.demarche.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

import org.apache.lucene.index.LeafReaderContext;

import org.demarche.time.CalendarUnit;
import org.demarche.time.Window;

/** Reads where the items of a query stand, to say from when to when a timeline of them should go. */
final class LuceneSpans extends ItemWalk.Visitor {
    private static final int LEAST_DAYS = 7;
    /** So many are looked at to the day, more to the month: to sort a million takes longer than a page may. */
    private static final int MOST_TO_THE_DAY = 5_000;
    private static final int MONTHS = 12;

    private final boolean opens;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private Span[] spans = new Span[64];
    private int number;
    private ItemColumns.Segment segment;

    private record Span(int from, int to) {
    }

    /** @param opens whether {@link #opening} is to be asked for */
    LuceneSpans(boolean opens) {
        this.opens = opens;
    }

    /**
     * The shortest window that wholly holds four fifths of the items with two known bounds, the earliest of several such, widened to at
     * least seven days, the odd day after; of many items the shortest of whole months.
     */
    Optional<Window> opening() {
        if (number == 0) {
            return Optional.empty();
        }
        if (number > MOST_TO_THE_DAY) {
            var months = shortest(counted(months()));
            return Optional.of(new Window(firstDay(months.from), firstDay(months.to + 1) - 1));
        }
        var shortest = shortest(counted(Arrays.asList(Arrays.copyOf(spans, number))));
        long missing = Math.max(0, LEAST_DAYS - (shortest.to - shortest.from + 1));
        return Optional.of(new Window(shortest.from - missing / 2, shortest.to + missing - missing / 2));
    }

    Optional<Window> extent() {
        return first > last ? Optional.empty() : Optional.of(new Window(first, last));
    }

    @Override
    void begin(LeafReaderContext leaf, ItemColumns.Segment begun) {
        segment = begun;
    }

    @Override
    void visit(int document) {
        int from = segment.from[document];
        int to = segment.to[document];
        name(from);
        name(to);
        name(segment.fromSure[document]);
        name(segment.toSure[document]);
        if (opens && from != Integer.MIN_VALUE && to != Integer.MAX_VALUE && !segment.unplaced.get(document)) {
            if (number == spans.length) {
                spans = Arrays.copyOf(spans, 2 * number);
            }
            spans[number] = number > 0 && spans[number - 1].from == from && spans[number - 1].to == to ? spans[number - 1] : new Span(from, to);
            number++;
        }
    }

    /** Takes over what another read. */
    void add(LuceneSpans other) {
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        spans = Arrays.copyOf(spans, Math.max(64, number + other.number));
        System.arraycopy(other.spans, 0, spans, number, other.number);
        number += other.number;
    }

    private void name(int day) {
        if (day != Integer.MIN_VALUE && day != Integer.MAX_VALUE) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }
    }

    /** Months since the year 0 in the place of days. They come by date, so that most are those of the one before. */
    private List<Span> months() {
        var months = new Span[number];
        var near = CalendarUnit.MONTH.containing(spans[0].from);
        for (int at = 0; at < number; at++) {
            if (!near.contains(spans[at].from)) {
                near = CalendarUnit.MONTH.containing(spans[at].from);
            }
            int from = at > 0 && near.contains(spans[at - 1].from) ? months[at - 1].from : month(near.from());
            int to = near.contains(spans[at].to) ? from : month(spans[at].to);
            months[at] = at > 0 && months[at - 1].from == from && months[at - 1].to == to ? months[at - 1] : new Span(from, to);
        }
        return Arrays.asList(months);
    }

    private static int month(long day) {
        var date = LocalDate.ofEpochDay(day);
        return date.getYear() * MONTHS + date.getMonthValue() - 1;
    }

    private static long firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1).toEpochDay();
    }

    private static Map<Span, Integer> counted(List<Span> spans) {
        var counted = new HashMap<Span, Integer>();
        spans.forEach(span -> counted.merge(span, 1, Integer::sum));
        return counted;
    }

    /** Going back from the latest start, the n-th of all ends that belong to later starts closes the shortest window from each start on. */
    private Span shortest(Map<Span, Integer> counted) {
        long needed = (number * 4L + 4) / 5;
        var ends = new PriorityQueue<Integer>(Collections.reverseOrder());
        var at = new HashMap<Integer, Integer>();
        long held = 0;
        Span shortest = null;
        for (var span : counted.keySet().stream().sorted(Comparator.comparingInt(Span::from).reversed()).toList()) {
            if (at.merge(span.to, counted.get(span), Integer::sum).equals(counted.get(span))) {
                ends.add(span.to);
            }
            held += counted.get(span);
            while (held - at.get(ends.element()) >= needed) {
                held -= at.remove(ends.remove());
            }
            if (held >= needed && (shortest == null || ends.element() - span.from <= shortest.to - shortest.from)) {
                shortest = new Span(span.from, ends.element());
            }
        }
        return shortest;
    }
}
