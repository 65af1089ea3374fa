package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

import org.demarche.item.Clause.Field;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Reads where the items of a query stand, to say from when to when a timeline of them should go. */
final class LuceneSpans extends SimpleCollector {
    private static final int LEAST_DAYS = 7;

    private final List<Span> spans = new ArrayList<>();
    private long first = FourDays.PLUS_INFINITY;
    private long last = FourDays.MINUS_INFINITY;
    private NumericDocValues earliest;
    private NumericDocValues latest;
    private NumericDocValues latestStart;
    private NumericDocValues earliestEnd;
    private NumericDocValues placed;

    private record Span(long from, long to) {
    }

    /**
     * The shortest window that wholly holds four fifths of the items with two known bounds, the earliest of several such, widened to at
     * least seven days, the odd day after.
     */
    Optional<Window> opening() {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var shortest = shortest((spans.size() * 4 + 4) / 5);
        long missing = Math.max(0, LEAST_DAYS - (shortest.to - shortest.from + 1));
        return Optional.of(new Window(shortest.from - missing / 2, shortest.to + missing - missing / 2));
    }

    Optional<Window> extent() {
        return first > last ? Optional.empty() : Optional.of(new Window(first, last));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        var reader = leaf.reader();
        earliest = DocValues.getNumeric(reader, Field.EARLIEST.word());
        latest = DocValues.getNumeric(reader, Field.LATEST.word());
        latestStart = DocValues.getNumeric(reader, Field.LATEST_START.word());
        earliestEnd = DocValues.getNumeric(reader, Field.EARLIEST_END.word());
        placed = DocValues.getNumeric(reader, IndexFields.PLACED);
    }

    @Override
    public void collect(int document) throws IOException {
        long from = known(earliest, document);
        long to = known(latest, document);
        known(latestStart, document);
        known(earliestEnd, document);
        placed.advanceExact(document);
        if (placed.longValue() == 1 && from != FourDays.MINUS_INFINITY && to != FourDays.PLUS_INFINITY) {
            spans.add(new Span(from, to));
        }
    }

    private long known(NumericDocValues values, int document) throws IOException {
        values.advanceExact(document);
        long day = values.longValue();
        if (day != FourDays.MINUS_INFINITY && day != FourDays.PLUS_INFINITY) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }
        return day;
    }

    /** Going back from the latest start, the n-th of all ends that belong to later starts closes the shortest window from each start on. */
    private Span shortest(int number) {
        spans.sort(Comparator.comparingLong(Span::from).reversed());
        var ends = new PriorityQueue<Long>(number, Collections.reverseOrder());
        Span shortest = null;
        for (var span : spans) {
            ends.add(span.to);
            if (ends.size() > number) {
                ends.remove();
            }
            if (ends.size() == number && (shortest == null || ends.element() - span.from <= shortest.to - shortest.from)) {
                shortest = new Span(span.from, ends.element());
            }
        }
        return shortest;
    }
}
