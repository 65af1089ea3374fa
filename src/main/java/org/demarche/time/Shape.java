package org.demarche.time;

import static org.demarche.time.FourDays.MINUS_INFINITY;
import static org.demarche.time.FourDays.PLUS_INFINITY;

import java.util.List;

/** What an EDTF text says, taken apart. */
sealed interface Shape {

    FourDays days();

    /** One unknown day of one term. */
    record One(Term term, Qualifier qualifier) implements Shape {
        @Override
        public FourDays days() {
            return qualifier == Qualifier.NONE
                    ? FourDays.within(term.first(), term.last())
                    : new FourDays(term.first(), PLUS_INFINITY, MINUS_INFINITY, term.last());
        }
    }

    /** From start to end. */
    record Span(End start, End end) implements Shape {
        @Override
        public FourDays days() {
            long s1 = start.isKnown() ? start.term.first() : MINUS_INFINITY;
            long e2 = end.isKnown() ? end.term.last() : PLUS_INFINITY;
            long s2 = start.isSure() ? start.term.last() : start.isOpen() ? MINUS_INFINITY : e2;
            long e1 = end.isSure() ? end.term.first() : end.isOpen() ? PLUS_INFINITY : s1;
            return new FourDays(s1, s2, e1, e2);
        }
    }

    /** One unknown day of several ranges; the days are their hull. */
    record Choice(List<Option> options) implements Shape {
        @Override
        public FourDays days() {
            return FourDays.within(
                    options.stream().mapToLong(Option::first).min().orElseThrow(),
                    options.stream().mapToLong(Option::last).max().orElseThrow());
        }
    }

    /** One side of an interval. The term is null where the end is open or unknown. */
    record End(Kind kind, Term term, Qualifier qualifier) {

        enum Kind { KNOWN, OPEN, UNKNOWN }

        static final End OPEN = new End(Kind.OPEN, null, Qualifier.NONE);
        static final End UNKNOWN = new End(Kind.UNKNOWN, null, Qualifier.NONE);

        boolean isKnown() {
            return kind == Kind.KNOWN;
        }

        boolean isSure() {
            return isKnown() && qualifier == Qualifier.NONE;
        }

        boolean isOpen() {
            return kind == Kind.OPEN;
        }
    }

    /** From one term to another or the same; from is null for 'or earlier', to for 'or later'. */
    record Option(Term from, Term to) {

        long first() {
            return from == null ? MINUS_INFINITY : from.first();
        }

        long last() {
            return to == null ? PLUS_INFINITY : to.last();
        }

        boolean isOneTerm() {
            return from != null && from.equals(to);
        }
    }
}
