package org.demarche.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.demarche.coding.StanceSign;
import org.demarche.item.Clause.Field;
import org.demarche.time.FourDays;

/** Counts the values of one facet in one document after the other. */
abstract class FacetCounter {

    /** Begins with another segment of the index. */
    abstract void segment(LeafReader reader) throws IOException;

    abstract void count(int document) throws IOException;

    /** How many documents had each value, of those that had any. */
    abstract Map<String, Long> counts();

    /** Shows each document that a query finds to several counters. */
    static final class Walk extends SimpleCollector {
        private final List<FacetCounter> counters;

        Walk(List<FacetCounter> counters) {
            this.counters = counters;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (var counter : counters) {
                counter.segment(leaf.reader());
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (var counter : counters) {
                counter.count(document);
            }
        }
    }

    /** The terms of a field. */
    static final class OfTerms extends FacetCounter {
        private final String field;
        private final Map<String, Long> counts = new HashMap<>();
        private SortedSetDocValues terms;
        private int[] seen = {};

        OfTerms(String field) {
            this.field = field;
        }

        @Override
        void segment(LeafReader reader) throws IOException {
            close();
            terms = DocValues.getSortedSet(reader, field);
            seen = new int[Math.toIntExact(terms.getValueCount())];
        }

        @Override
        void count(int document) throws IOException {
            int number = terms.advanceExact(document) ? terms.docValueCount() : 0;
            for (int index = 0; index < number; index++) {
                seen[(int) terms.nextOrd()]++;
            }
        }

        @Override
        Map<String, Long> counts() {
            try {
                close();
            } catch (IOException failed) {
                throw new UncheckedIOException("The names of a facet can't be read", failed);
            }
            return counts;
        }

        private void close() throws IOException {
            for (int term = 0; term < seen.length; term++) {
                if (seen[term] > 0) {
                    counts.merge(terms.lookupOrd(term).utf8ToString(), (long) seen[term], Long::sum);
                }
            }
            seen = new int[0];
        }
    }

    /** The sign that the stances of a statement have in common. */
    static final class OfStances extends FacetCounter {
        private final Set<String> targets;
        private final long[] seen = new long[StanceSign.values().length];
        private LuceneSigns signs;
        private NumericDocValues principals;

        /** @param targets ids of actors: only stances toward these count; null where all do */
        OfStances(Set<String> targets) {
            this.targets = targets;
        }

        @Override
        void segment(LeafReader reader) throws IOException {
            signs = LuceneSigns.of(reader, targets);
            principals = DocValues.getNumeric(reader, IndexFields.PRINCIPALS);
        }

        @Override
        void count(int document) throws IOException {
            principals.advanceExact(document);
            if (principals.longValue() != IndexFields.EVENT_HAS_NONE) {
                signs.read(document);
                seen[signs.common()]++;
            }
        }

        @Override
        Map<String, Long> counts() {
            var counts = new HashMap<String, Long>();
            for (var sign : StanceSign.values()) {
                if (seen[sign.ordinal()] > 0) {
                    counts.put(sign.query(), seen[sign.ordinal()]);
                }
            }
            return counts;
        }
    }

    /** The targets toward whom the stances of a statement have one of these signs in common. */
    static final class OfTargets extends FacetCounter {
        private final Set<StanceSign> asked;
        private final Map<String, Long> counts = new HashMap<>();
        private SortedSetDocValues targets;
        private SortedSetDocValues held;
        private IndexedStance[] known;

        OfTargets(Set<StanceSign> asked) {
            this.asked = asked;
        }

        @Override
        void segment(LeafReader reader) throws IOException {
            targets = DocValues.getSortedSet(reader, Field.TARGET.word());
            held = DocValues.getSortedSet(reader, IndexFields.HELD);
            known = new IndexedStance[Math.toIntExact(held.getValueCount())];
        }

        @Override
        void count(int document) throws IOException {
            if (!targets.advanceExact(document)) {
                return;
            }
            var signs = signs(document);
            for (int index = 0, number = targets.docValueCount(); index < number; index++) {
                var target = targets.lookupOrd(targets.nextOrd()).utf8ToString();
                if (asked.contains(signs.getOrDefault(target, StanceSign.NONE))) {
                    counts.merge(target, 1L, Long::sum);
                }
            }
        }

        @Override
        Map<String, Long> counts() {
            return counts;
        }

        private Map<String, StanceSign> signs(int document) throws IOException {
            var signs = new HashMap<String, StanceSign>();
            int number = held.advanceExact(document) ? held.docValueCount() : 0;
            for (int index = 0; index < number; index++) {
                int term = (int) held.nextOrd();
                if (known[term] == null) {
                    known[term] = IndexedStance.read(held.lookupOrd(term).utf8ToString());
                }
                signs.merge(known[term].toward(), known[term].sign(), (one, other) -> one == other ? one : StanceSign.MIXED);
            }
            return signs;
        }
    }

    /** The years in which an item may be, or must be, from the first to the last that a known bound of any item names. */
    static final class OfYears extends FacetCounter {
        private static final int FIRST = -9999;
        private static final int LAST = 9999;

        private final boolean definitely;
        /** For each year by how many it differs from the one before. */
        private final long[] changes = new long[LAST - FIRST + 2];
        private int first = LAST;
        private int last = FIRST;
        private NumericDocValues from;
        private NumericDocValues to;

        OfYears(boolean definitely) {
            this.definitely = definitely;
        }

        @Override
        void segment(LeafReader reader) throws IOException {
            from = DocValues.getNumeric(reader, (definitely ? Field.LATEST_START : Field.EARLIEST).word());
            to = DocValues.getNumeric(reader, (definitely ? Field.EARLIEST_END : Field.LATEST).word());
        }

        @Override
        void count(int document) throws IOException {
            int begins = year(from, document);
            int ends = year(to, document);
            if (begins <= ends) {
                changes[begins - FIRST]++;
                changes[ends - FIRST + 1]--;
            }
        }

        @Override
        Map<String, Long> counts() {
            var counts = new HashMap<String, Long>();
            long items = 0;
            for (int year = FIRST; year <= last; year++) {
                items += changes[year - FIRST];
                if (year >= first && items > 0) {
                    counts.put((year < 0 ? "-" : "") + "%04d".formatted(Math.abs(year)), items);
                }
            }
            return counts;
        }

        private int year(NumericDocValues days, int document) throws IOException {
            days.advanceExact(document);
            long day = days.longValue();
            // What need never have begun, or may have ended before all years, is definitely in none.
            if (day == FourDays.MINUS_INFINITY) {
                return definitely && days == to ? FIRST - 1 : FIRST;
            }
            if (day == FourDays.PLUS_INFINITY) {
                return definitely && days == from ? LAST + 1 : LAST;
            }
            int year = Math.max(FIRST, Math.min(LAST, LocalDate.ofEpochDay(day).getYear()));
            first = Math.min(first, year);
            last = Math.max(last, year);
            return year;
        }
    }
}
