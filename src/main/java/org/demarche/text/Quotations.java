package org.demarche.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What stands in quotation marks in printed words: straight, English, German, Swedish, French, reversed French and Japanese ones. An
 * apostrophe is never a quotation mark; single quotation marks count only where no others are.
 */
public final class Quotations {

    /**
     * A passage in quotation marks, the outermost where they are nested.
     *
     * @param start the code point of the opening mark
     * @param end the code point after the closing mark
     * @param text the passage with its marks
     */
    public record Passage(int start, int end, String text) {
    }

    private static final int NONE = -1;
    private static final String MARKS = "\"＂“„”«»「」『』";
    private static final String OPENING = "\"＂“„”«»「『";

    private final int[] characters;
    /** For each opening mark the place of its closing mark, else {@link #NONE}. */
    private final int[] closing;

    private Quotations(String words) {
        characters = words.codePoints().toArray();
        closing = new int[characters.length];
        Arrays.fill(closing, NONE);
    }

    /** The passages in the order of the text; empty for null. A mark that is never closed begins none. */
    public static List<Passage> find(String words) {
        if (words == null) {
            return List.of();
        }
        Quotations quotations = new Quotations(words);
        quotations.pairDoubleMarks();
        List<Passage> passages = quotations.outermost();
        if (passages.isEmpty()) {
            quotations.pairSingleMarks();
            passages = quotations.outermost();
        }
        return passages;
    }

    /** VERBATIM when no letter or digit stands outside quotation marks, MIXED when some do, INDIRECT when there are no such marks. */
    public static ReportingMode mode(String words) {
        List<Passage> passages = find(words);
        if (passages.isEmpty()) {
            return ReportingMode.INDIRECT;
        }
        int[] characters = words.codePoints().toArray();
        int next = 0;
        for (Passage passage : passages) {
            if (hasWords(characters, next, passage.start())) {
                return ReportingMode.MIXED;
            }
            next = passage.end();
        }
        return hasWords(characters, next, characters.length) ? ReportingMode.MIXED : ReportingMode.VERBATIM;
    }

    private static boolean hasWords(int[] characters, int start, int end) {
        return Arrays.stream(characters, start, end).anyMatch(Character::isLetterOrDigit);
    }

    private void pairDoubleMarks() {
        OpenMarks open = new OpenMarks();
        for (int at = 0; at < characters.length; at++) {
            int mark = characters[at];
            if (MARKS.indexOf(mark) < 0 || continuesParagraph(at, open)) {
                continue;
            }
            String openers = openersClosedBy(mark);
            if (open.hasAny(openers)) {
                closing[open.takeLast(openers)] = at;
            } else if (OPENING.indexOf(mark) >= 0) {
                open.add(at);
            }
        }
    }

    /** The marks that this one closes. Sweden closes with the mark it opens with, Germany with the one that opens in English. */
    private static String openersClosedBy(int mark) {
        return switch (mark) {
            case '"' -> "\"";
            case '＂' -> "＂";
            case '”' -> "“„”";
            case '“' -> "„";
            case '»' -> "«";
            case '«' -> "»";
            case '」' -> "「";
            case '』' -> "『";
            default -> "";
        };
    }

    /** A quotation of several paragraphs repeats its opening mark at the head of each and is closed once. */
    private boolean continuesParagraph(int at, OpenMarks open) {
        if (at == 0 || at + 1 >= characters.length || Character.isWhitespace(characters[at + 1])) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && characters[before] != '\n' && isSpace(characters[before])) {
            before--;
        }
        return before >= 0 && characters[before] == '\n' && open.hasAny(Character.toString(characters[at]));
    }

    private void pairSingleMarks() {
        for (int at = 0; at < characters.length; at++) {
            if (characters[at] == '‘' && (at == 0 || !Character.isLetterOrDigit(characters[at - 1]))) {
                int end = closingSingleMark(at);
                if (end != NONE) {
                    closing[at] = end;
                    at = end;
                }
            }
        }
    }

    /** The first mark that can't be an apostrophe; failing that the first after a plural in -s ('the states’ rights'). */
    private int closingSingleMark(int opening) {
        int perhaps = NONE;
        for (int at = opening + 1; at < characters.length && characters[at] != '‘'; at++) {
            if (characters[at] != '’' || at + 1 < characters.length && Character.isLetterOrDigit(characters[at + 1])) {
                continue;
            }
            boolean plural = characters[at - 1] == 's' && at + 1 < characters.length && isSpace(characters[at + 1]);
            if (!plural) {
                return at;
            }
            perhaps = perhaps == NONE ? at : perhaps;
        }
        return perhaps;
    }

    private List<Passage> outermost() {
        List<Passage> passages = new ArrayList<>();
        for (int at = 0; at < characters.length; at++) {
            if (closing[at] != NONE) {
                int end = closing[at] + 1;
                passages.add(new Passage(at, end, new String(characters, at, end - at)));
                at = closing[at];
            }
        }
        return List.copyOf(passages);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The marks that wait for their closing one. Counted by kind, so that a page of stray marks takes no longer than any other. */
    private final class OpenMarks {

        private final Deque<Integer> places = new ArrayDeque<>();
        private final int[] counts = new int[MARKS.length()];

        void add(int place) {
            places.push(place);
            counts[MARKS.indexOf(characters[place])]++;
        }

        boolean hasAny(String marks) {
            return marks.chars().anyMatch(mark -> counts[MARKS.indexOf(mark)] > 0);
        }

        /** The last of these marks; those opened after it are given up. */
        int takeLast(String marks) {
            int place;
            do {
                place = places.pop();
                counts[MARKS.indexOf(characters[place])]--;
            } while (marks.indexOf(characters[place]) < 0);
            return place;
        }
    }
}
