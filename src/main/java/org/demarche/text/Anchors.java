package org.demarche.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finding the place in a text that an anchor means, and making the anchor of a place. Texts and anchors are in the normal form of
 * {@link Texts#normalise}; they are compared character for character.
 */
public final class Anchors {

    /**
     * What looking for an anchor found.
     *
     * @param start the first code point of the words, null unless a single place is meant
     * @param end the code point after the last, null alike
     * @param words what stands there, null alike
     */
    public record Resolution(AnchorState state, Integer start, Integer end, String words) {

        static Resolution without(AnchorState state) {
            return new Resolution(state, null, null, null);
        }
    }

    /** A place in a text with the words that stand there and around it. */
    public record Location(TextPositionSelector position, TextQuoteSelector quote) {
    }

    // Words that are held only as a hash cost a digest at each place where they might begin. Code points, all digests of one search together:
    // about a second.
    private static final long MOST_DIGESTED = 200_000_000;

    private Anchors() {
    }

    /**
     * Looks for an anchor. Where the words or their hash are given, they decide, and a single place that fits is EXACT even when it is
     * not the one that the position names. A place fits where the words and all that is known of what stood around them agree; failing
     * that, where what stood around them in the same paragraph agrees, so that a paragraph put before or behind them is no difference.
     * The position decides only among several places that fit. Words that stand in several places none of which fits are AMBIGUOUS too.
     * A position alone proves nothing: the place is given, but stays UNVERIFIED.
     *
     * @param text the text of the document, null when it is not held
     * @param quote the words and what surrounds them, or null
     * @param position where they stood when the anchor was made, or null
     * @param sha256 the hash of the exact words, as {@link Texts#sha256} makes it, or null
     */
    public static Resolution resolve(String text, TextQuoteSelector quote, TextPositionSelector position, String sha256) {
        if (text == null) {
            return Resolution.without(AnchorState.UNVERIFIED);
        }
        TextQuoteSelector sought = quote == null ? new TextQuoteSelector(null, null, null) : quote;
        if (!sought.exact().isEmpty()) {
            boolean contradictsItself = sha256 != null && !sha256.equalsIgnoreCase(Texts.sha256(sought.exact()));
            return contradictsItself ? Resolution.without(AnchorState.ORPHANED) : byWords(text, sought, position);
        }
        if (position == null) {
            return Resolution.without(AnchorState.UNVERIFIED);
        }
        return sha256 == null ? byPosition(text, sought, position) : byHash(text, sought, position, sha256);
    }

    /** The first place where the words stand, with so many code points of context; empty when they stand nowhere or are empty. */
    public static Optional<Location> locate(String text, String words, int contextLength) {
        List<Location> places = locateAll(text, words, contextLength, 1);
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(0));
    }

    /** The places where the words stand, at most so many, in the order of the text: for asking which of them is meant. */
    public static List<Location> locateAll(String text, String words, int contextLength, int most) {
        List<Location> places = new ArrayList<>();
        if (text == null || words == null || words.isEmpty()) {
            return places;
        }
        int position = 0;
        int counted = 0;
        for (int at = text.indexOf(words); at >= 0 && places.size() < most; at = text.indexOf(words, at + 1)) {
            position += text.codePointCount(counted, at);
            counted = at;
            places.add(located(text, at, at + words.length(), position, contextLength));
        }
        return places;
    }

    /**
     * The anchor of a place that is known.
     *
     * @return empty when the text ends before the place does
     */
    public static Optional<Location> locate(String text, TextPositionSelector position, int contextLength) {
        if (position.end() > Texts.length(text)) {
            return Optional.empty();
        }
        int from = text.offsetByCodePoints(0, position.start());
        int to = text.offsetByCodePoints(from, position.length());
        return Optional.of(located(text, from, to, position.start(), contextLength));
    }

    private static Resolution byWords(String text, TextQuoteSelector quote, TextPositionSelector position) {
        Places places = new Places(text, quote, position, quote.exact().codePointCount(0, quote.exact().length()));
        int start = 0;
        int counted = 0;
        for (int at = text.indexOf(quote.exact()); at >= 0; at = text.indexOf(quote.exact(), at + 1)) {
            start += text.codePointCount(counted, at);
            counted = at;
            places.add(at, at + quote.exact().length(), start);
        }
        return places.resolution();
    }

    private static Resolution byHash(String text, TextQuoteSelector quote, TextPositionSelector position, String sha256) {
        int[] characters = text.codePoints().toArray();
        int length = position.length();
        byte[] wanted = digestOf(sha256);
        Hash hash = new Hash(characters, length);
        boolean holdsPosition = position.end() <= characters.length;
        if (holdsPosition && isSurrounded(text, position, quote) && Arrays.equals(wanted, hash.at(position.start()))) {
            return exactly(text, position.start(), length);
        }
        if ((long) (characters.length - length) * length > MOST_DIGESTED) {
            return Resolution.without(AnchorState.UNVERIFIED);
        }
        Places places = new Places(text, quote, position, length);
        int at = 0;
        int counted = 0;
        for (int start = 0; start + length <= characters.length; start++) {
            if (Arrays.equals(wanted, hash.at(start))) {
                at = text.offsetByCodePoints(at, start - counted);
                counted = start;
                places.add(at, text.offsetByCodePoints(at, length), start);
            }
        }
        return places.resolution();
    }

    private static Resolution byPosition(String text, TextQuoteSelector quote, TextPositionSelector position) {
        if (position.end() > Texts.length(text) || !isSurrounded(text, position, quote)) {
            return Resolution.without(AnchorState.ORPHANED);
        }
        Resolution found = exactly(text, position.start(), position.length());
        return new Resolution(AnchorState.UNVERIFIED, found.start(), found.end(), found.words());
    }

    /** An empty array, which equals no digest, for what is no hash. */
    private static byte[] digestOf(String sha256) {
        try {
            return HexFormat.of().parseHex(sha256);
        } catch (IllegalArgumentException notHexadecimal) {
            return new byte[0];
        }
    }

    private static boolean isSurrounded(String text, TextPositionSelector position, TextQuoteSelector quote) {
        int from = text.offsetByCodePoints(0, position.start());
        return isSurrounded(text, from, text.offsetByCodePoints(from, position.length()), quote);
    }

    private static boolean isSurrounded(String text, int from, int to, TextQuoteSelector quote) {
        return text.startsWith(quote.prefix(), from - quote.prefix().length()) && text.startsWith(quote.suffix(), to);
    }

    /** Whether what stands around a place agrees as far as the paragraph reaches: up to where a line ends, here and where the anchor was made. */
    private static boolean isSurroundedInItsParagraph(String text, int from, int to, TextQuoteSelector quote) {
        int head = quote.prefix().lastIndexOf('\n') + 1;
        int tail = quote.suffix().indexOf('\n');
        String before = quote.prefix().substring(head);
        String after = tail < 0 ? quote.suffix() : quote.suffix().substring(0, tail);
        int begins = from - before.length();
        int ends = to + after.length();
        return text.startsWith(before, begins) && text.startsWith(after, to)
                && (head == 0 || begins == 0 || text.charAt(begins - 1) == '\n')
                && (tail < 0 || ends == text.length() || text.charAt(ends) == '\n');
    }

    private static Location located(String text, int from, int to, int start, int contextLength) {
        int before = back(text, from, contextLength);
        int after = forward(text, to, contextLength);
        return new Location(
                new TextPositionSelector(start, start + text.codePointCount(from, to)),
                new TextQuoteSelector(text.substring(from, to), text.substring(before, from), text.substring(to, after)));
    }

    private static int back(String text, int from, int codePoints) {
        return text.offsetByCodePoints(from, -Math.min(codePoints, text.codePointCount(0, from)));
    }

    private static int forward(String text, int to, int codePoints) {
        return text.offsetByCodePoints(to, Math.min(codePoints, text.codePointCount(to, text.length())));
    }

    private static Resolution exactly(String text, int start, int length) {
        return new Resolution(AnchorState.EXACT, start, start + length, Texts.slice(text, start, start + length));
    }

    /** The places where the words stand, by how well each fits. */
    private static final class Places {

        private final String text;
        private final TextQuoteSelector quote;
        private final Fits wholly;
        private final Fits inTheirParagraph;
        private int count;

        Places(String text, TextQuoteSelector quote, TextPositionSelector position, int length) {
            this.text = text;
            this.quote = quote;
            wholly = new Fits(length, position);
            inTheirParagraph = new Fits(length, position);
        }

        /** @param start in code points; from and to are places in the Java string */
        void add(int from, int to, int start) {
            count++;
            if (isSurrounded(text, from, to, quote)) {
                wholly.add(start);
            } else if (isSurroundedInItsParagraph(text, from, to, quote)) {
                inTheirParagraph.add(start);
            }
        }

        Resolution resolution() {
            if (wholly.count > 0) {
                return wholly.resolution(text);
            }
            return inTheirParagraph.count > 0 ? inTheirParagraph.resolution(text)
                    : Resolution.without(count > 1 ? AnchorState.AMBIGUOUS : AnchorState.ORPHANED);
        }
    }

    /** The places that fit alike, at least one: only the first is kept, and whether one is where the position says. */
    private static final class Fits {

        private final int length;
        private final TextPositionSelector position;
        private int count;
        private int first;
        private boolean atPosition;

        Fits(int length, TextPositionSelector position) {
            this.length = length;
            this.position = position;
        }

        void add(int start) {
            first = count == 0 ? start : first;
            count++;
            atPosition |= position != null && position.equals(new TextPositionSelector(start, start + length));
        }

        Resolution resolution(String text) {
            if (atPosition) {
                return exactly(text, position.start(), length);
            }
            return count == 1 ? exactly(text, first, length) : Resolution.without(AnchorState.AMBIGUOUS);
        }
    }

    /** The hashes of all passages of one length. */
    private static final class Hash {

        private final MessageDigest digest = Texts.newSha256();
        private final int[] characters;
        private final int length;

        Hash(int[] characters, int length) {
            this.characters = characters;
            this.length = length;
        }

        byte[] at(int start) {
            return digest.digest(new String(characters, start, length).getBytes(StandardCharsets.UTF_8));
        }
    }
}
