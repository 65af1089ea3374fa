package org.demarche.time;

import java.util.ArrayList;
import java.util.List;
import org.demarche.time.Shape.Choice;
import org.demarche.time.Shape.End;
import org.demarche.time.Shape.One;
import org.demarche.time.Shape.Option;
import org.demarche.time.Shape.Span;

/** Reads one EDTF text, to the letter: nothing is mended here. */
final class EdtfParser {

    /** Long enough for any set that a person would write, short enough for a column. */
    static final int LONGEST = 255;

    private final String text;

    EdtfParser(String text) {
        this.text = text;
    }

    Shape shape() {
        if (text == null || text.isBlank()) {
            throw new EdtfException("A date is missing. Write for example 2023-02-01, 2023-05 or 2023.");
        }
        if (text.length() > LONGEST) {
            throw new EdtfException(text, "it is longer than " + LONGEST + " characters", "[2023-01-31..2023-02-01]");
        }
        if (text.startsWith("{")) {
            throw new EdtfException(text, "braces mean all of a set, but an item has one date; one of a set is written [..]",
                    "[2023-01-31,2023-02-01]");
        }
        if (text.indexOf('[') >= 0 || text.indexOf(']') >= 0) {
            return choice();
        }
        int slash = text.indexOf('/');
        return slash < 0 ? one() : span(slash);
    }

    private One one() {
        if (text.contains("..")) {
            throw new EdtfException(text, "a range of which one day is meant stands in brackets, an interval has a slash",
                    "[2023-01-31..2023-02-01] or 2023-01-31/2023-02-01");
        }
        return new One(term(unqualified(text)), qualifier(text));
    }

    private Span span(int slash) {
        String rest = text.substring(slash + 1);
        if (rest.indexOf('/') >= 0) {
            throw new EdtfException(text, "an interval has one slash, a date hyphens", "2023-05-19/2023-05-21");
        }
        End start = end(text.substring(0, slash));
        End end = end(rest);
        requireOrder(text, start, end);
        return new Span(start, end);
    }

    /** Compares the earliest days, since later ones may only be unknown. */
    static void requireOrder(String text, End start, End end) {
        if (start.isKnown() && end.isKnown() && end.term().first() < start.term().first()) {
            throw new EdtfException(text, "it ends before it starts (comparing the earliest days, " + start.term().firstDay()
                    + " and " + end.term().firstDay() + ")", "2023-05-19/2023-05-21");
        }
    }

    private End end(String part) {
        return end(part, text);
    }

    static End end(String part, String whole) {
        EdtfParser parser = new EdtfParser(whole);
        return switch (part) {
            case "" -> End.UNKNOWN;
            case ".." -> End.OPEN;
            default -> new End(End.Kind.KNOWN, parser.term(unqualified(part)), qualifier(part));
        };
    }

    private Choice choice() {
        if (!text.startsWith("[") || !text.endsWith("]") || text.indexOf('[', 1) >= 0 || text.indexOf(']') < text.length() - 1) {
            String reason = text.indexOf('/') >= 0 ? "an interval has no sets at its ends"
                    : text.matches(".*][?~%]") ? "a set has no qualifier, it says itself what is not known"
                    : "a set stands in one pair of brackets";
            throw new EdtfException(text, reason, "[2023-01-31..2023-02-01]");
        }
        String inside = text.substring(1, text.length() - 1);
        if (inside.indexOf('/') >= 0) {
            throw new EdtfException(text, "in a set a range is written with two dots", "[2023-01-31..2023-02-01]");
        }
        if (inside.matches(".*[?~%].*")) {
            throw new EdtfException(text, "a set has no qualifier; it stands at the end of a single date or of an end of an interval",
                    "[2023-01-31..2023-02-01] or 2023-02~");
        }
        String[] parts = inside.split(",", -1);
        List<Option> options = new ArrayList<>();
        for (int place = 0; place < parts.length; place++) {
            options.add(option(parts[place], place == 0, place == parts.length - 1));
        }
        if (options.size() == 1 && options.get(0).isOneTerm()) {
            throw new EdtfException(text, "one date needs no brackets", inside);
        }
        return new Choice(List.copyOf(options));
    }

    private Option option(String part, boolean isFirst, boolean isLast) {
        int dots = part.indexOf("..");
        if (dots < 0) {
            Term term = term(part);
            return new Option(term, term);
        }
        String from = part.substring(0, dots);
        String to = part.substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) {
            throw new EdtfException(text, "two dots alone name no day", "[..2023-02-01] or [2023-02-01..]");
        }
        if (from.isEmpty() && !isFirst || to.isEmpty() && !isLast) {
            throw new EdtfException(text, "‘or earlier’ stands first in a set, ‘or later’ last", "[..2022-12,2023-05..]");
        }
        Option option = new Option(from.isEmpty() ? null : term(from), to.isEmpty() ? null : term(to));
        if (option.from() != null && option.to() != null && option.to().first() < option.from().first()) {
            throw new EdtfException(text, "the range " + part + " ends before it starts", "[2023-01-31..2023-02-01]");
        }
        return option;
    }

    private Term term(String part) {
        return Term.parse(part, text);
    }

    private static Qualifier qualifier(String part) {
        return part.isEmpty() ? Qualifier.NONE : Qualifier.at(part.charAt(part.length() - 1));
    }

    private static String unqualified(String part) {
        return qualifier(part) == Qualifier.NONE ? part : part.substring(0, part.length() - 1);
    }
}
