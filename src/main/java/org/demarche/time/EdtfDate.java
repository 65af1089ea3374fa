package org.demarche.time;

import java.time.LocalDate;
import org.demarche.time.Shape.Choice;
import org.demarche.time.Shape.End;
import org.demarche.time.Shape.One;
import org.demarche.time.Shape.Span;

/**
 * A date as EDTF (ISO 8601-2) writes it: a year, season, month or day, qualified or not, with unknown digits or not; an
 * interval; or one of a set. {@code docs/reference/dates.md} says which forms are read and what they mean. Two dates are
 * equal when their texts are, so {@code 2023-02} does not equal {@code 2023-02-XX}.
 */
public final class EdtfDate {

    private final String text;
    private final Shape shape;
    private final FourDays days;

    private EdtfDate(String text, Shape shape) {
        this.text = text;
        this.shape = shape;
        this.days = shape.days();
    }

    /**
     * Reads EDTF to the letter; {@link DateInput} takes what people type.
     *
     * @throws EdtfException with a message for people when it cannot be read
     */
    public static EdtfDate parse(String text) {
        return new EdtfDate(text, new EdtfParser(text).shape());
    }

    /** @throws EdtfException for a year beyond −9999 to 9999 */
    public static EdtfDate of(LocalDate day) {
        return parse(day.toString());
    }

    /** The interval of a tie; see {@link FourDays#ofSinceAndUntil}. */
    static EdtfDate ofSinceAndUntil(String since, String until) {
        End start = EdtfParser.end(since == null ? "" : since, since);
        End end = EdtfParser.end(until == null ? "" : until, until);
        String text = (since == null ? "" : since) + "/" + (until == null ? "" : until);
        EdtfParser.requireOrder(text, start, end);
        return new EdtfDate(text, new Span(start, end));
    }

    public FourDays days() {
        return days;
    }

    /** It lasted from a start to an end. Otherwise it is one day, which may be unknown within {@code s1} to {@code e2}. */
    public boolean isInterval() {
        return shape instanceof Span;
    }

    /** It is one of a set in brackets. */
    public boolean isSet() {
        return shape instanceof Choice;
    }

    /** It is one known day, without any doubt. */
    public boolean isKnownDay() {
        return !isInterval() && days.s1() == days.s2() && days.e1() == days.e2();
    }

    /** The date, or either end of the interval, has a qualifier. */
    public boolean isQualified() {
        return startQualifier() != Qualifier.NONE || endQualifier() != Qualifier.NONE;
    }

    /** Of the start of an interval, else of the date as a whole. */
    public Qualifier startQualifier() {
        return shape instanceof One one ? one.qualifier() : shape instanceof Span span ? span.start().qualifier() : Qualifier.NONE;
    }

    /** Of the end of an interval, else of the date as a whole. */
    public Qualifier endQualifier() {
        return shape instanceof One one ? one.qualifier() : shape instanceof Span span ? span.end().qualifier() : Qualifier.NONE;
    }

    /** The interval has no start: it held before any day. */
    public boolean hasOpenStart() {
        return shape instanceof Span span && span.start().isOpen();
    }

    /** The interval has no end yet: it goes on. */
    public boolean hasOpenEnd() {
        return shape instanceof Span span && span.end().isOpen();
    }

    /** The interval has a start that nobody has told. */
    public boolean hasUnknownStart() {
        return shape instanceof Span span && span.start().kind() == End.Kind.UNKNOWN;
    }

    /** The interval has an end that nobody has told. */
    public boolean hasUnknownEnd() {
        return shape instanceof Span span && span.end().kind() == End.Kind.UNKNOWN;
    }

    Shape shape() {
        return shape;
    }

    /** The EDTF text, from which {@link #parse} makes the same date. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdtfDate date && text.equals(date.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
