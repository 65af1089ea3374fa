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

    // A longer text is not searched for words that are held only as a hash: each place costs a digest.
    private static final int MOST_DIGESTS = 1_000_000;

    private Anchors() {
    }

    /**
     * Looks for an anchor. Where the words or their hash are given, they decide, and a single place that fits is EXACT even when it is
     * not the one that the position names. The position decides only among several places that fit. A position alone proves nothing:
     * the place is given, but stays UNVERIFIED.
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
        Fits fits = new Fits(quote.exact().codePointCount(0, quote.exact().length()), position);
        int start = 0;
        int counted = 0;
        for (int at = text.indexOf(quote.exact()); at >= 0; at = text.indexOf(quote.exact(), at + 1)) {
            start += text.codePointCount(counted, at);
            counted = at;
            if (isSurrounded(text, at, at + quote.exact().length(), quote)) {
                fits.add(start);
            }
        }
        return fits.resolution(text);
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
        if (characters.length - length > MOST_DIGESTS) {
            return Resolution.without(AnchorState.UNVERIFIED);
        }
        Fits fits = new Fits(length, position);
        for (int start = 0; start + length <= characters.length; start++) {
            if (Arrays.equals(wanted, hash.at(start)) && isSurrounded(text, new TextPositionSelector(start, start + length), quote)) {
                fits.add(start);
            }
        }
        return fits.resolution(text);
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

    /** The places that fit: only the first is kept, and whether one is where the position says. */
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
            return switch (count) {
                case 0 -> Resolution.without(AnchorState.ORPHANED);
                case 1 -> exactly(text, first, length);
                default -> Resolution.without(AnchorState.AMBIGUOUS);
            };
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
