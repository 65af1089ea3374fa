package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The passage of a text that some words were probably copied from. They are cut into pieces; where most pieces stand at about the right
 * distances from each other, the passage is. A few characters may differ anywhere, as long as they leave some pieces whole.
 */
final class NearestPassage {
    private static final int PIECES = 12;
    private static final int SHORTEST_PIECE = 4;
    /** Of one piece, so that a word which stands on every line is not followed to each of them. */
    private static final int MOST_PLACES = 20;

    private final String text;
    private final String words;
    private final int length;
    private final List<Integer> pieces = new ArrayList<>();

    private NearestPassage(String text, String words) {
        this.text = text;
        this.words = words;
        length = Math.max(SHORTEST_PIECE, words.length() / PIECES);
        for (int at = 0; at + length <= words.length(); at += length) {
            pieces.add(at);
        }
    }

    /** Places are those of the Java string. */
    private record Candidate(int from, int to, int found) {
    }

    /** Empty where less than a third of the pieces stand together. */
    static Optional<String> of(String text, String words) {
        var search = new NearestPassage(text, words);
        Candidate best = null;
        for (int piece : search.pieces) {
            int places = 0;
            for (int at = search.find(piece, 0); at >= 0 && places < MOST_PLACES; at = search.find(piece, at + 1), places++) {
                var candidate = search.around(piece, at);
                best = best == null || candidate.found > best.found ? candidate : best;
            }
        }
        return best == null || best.found * 3 < search.pieces.size() ? Optional.empty() : Optional.of(search.whole(best));
    }

    private int find(int piece, int from) {
        return text.indexOf(words.substring(piece, piece + length), from);
    }

    /** What reaches from where the first piece that is found says that the words begin to where the last one says that they end. */
    private Candidate around(int reference, int at) {
        int slack = length * 2 + 16;
        int found = 0;
        int from = -1;
        int to = -1;
        for (int piece : pieces) {
            int expected = at + piece - reference;
            int place = piece == reference ? at : find(piece, Math.max(0, expected - slack));
            if (place >= 0 && Math.abs(place - expected) <= slack) {
                found++;
                from = from < 0 ? place - piece : from;
                to = place + words.length() - piece;
            }
        }
        return new Candidate(Math.max(0, from), Math.min(text.length(), Math.max(to, from)), found);
    }

    /** Without halves of characters or words at its ends. */
    private String whole(Candidate candidate) {
        int from = candidate.from;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from)) && Character.isLetterOrDigit(text.charAt(from - 1)) || from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        int to = candidate.to;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to)) && Character.isLetterOrDigit(text.charAt(to - 1)) || to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).strip();
    }
}
