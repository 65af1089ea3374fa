package org.demarche.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The normal form of every text that is kept, and measures of it in code points. */
public final class Texts {

    private static final String ELLIPSIS = "…";
    // Whether a place is a boundary depends on what follows: more than the longest emoji sequence in use.
    private static final int LOOK_AHEAD = 64;

    private Texts() {
    }

    /**
     * Unicode NFC with LF line ends. Browsers send CRLF, and two spellings of one letter would make two different quotations.
     *
     * @return null for null
     */
    public static String normalise(String text) {
        if (text == null) {
            return null;
        }
        return Normalizer2.getNFCInstance().normalize(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /**
     * Why a text in normal form can't be kept: PostgreSQL refuses NUL and lone surrogates, and XML every other control character
     * except tab and line feed, and U+FFFE and U+FFFF.
     *
     * @return a message that names the first such character, or empty for a text that can be kept and for null
     */
    public static Optional<String> problem(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int position = 0;
        for (int index = 0; index < text.length(); position++) {
            int character = text.codePointAt(index);
            if (isUnkeepable(character)) {
                return Optional.of("Character %d is %s (U+%04X), which can't be kept: please remove it"
                        .formatted(position + 1, nameOf(character), character));
            }
            index += Character.charCount(character);
        }
        return Optional.empty();
    }

    /** The number of code points, 0 for null. */
    public static int length(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    /**
     * The words from one code point to another.
     *
     * @throws IndexOutOfBoundsException when the text is shorter than that
     */
    public static String slice(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    /** Every run of white space as one space, none at the ends: for titles and labels, which stand on one line. */
    public static String oneLine(String text) {
        return text == null ? null : text.replaceAll("[\\s\\p{Z}\\x1C-\\x1F]+", " ").strip();
    }

    /**
     * At most so many code points, the ellipsis that marks a cut among them. The cut is at white space where there is some in the
     * second half, else where a line may be broken (Chinese, Japanese and Thai write no spaces), else between two whole characters as
     * readers see them.
     *
     * @return null for null
     */
    public static String cut(String text, int length) {
        if (text == null || Texts.length(text) <= length) {
            return text;
        }
        if (length < 1) {
            return "";
        }
        int limit = text.offsetByCodePoints(0, length - 1);
        int end = cutAtSpace(text, limit);
        if (end <= limit / 2) {
            end = cutAt(BreakIterator.getLineInstance(Locale.ROOT), text, limit);
        }
        if (end <= limit / 2) {
            end = cutAt(BreakIterator.getCharacterInstance(Locale.ROOT), text, limit);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    private static boolean isUnkeepable(int character) {
        return character < 0x20 && character != '\t' && character != '\n'
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                || character == 0xFFFE || character == 0xFFFF;
    }

    private static String nameOf(int character) {
        return switch (character) {
            case 0x00 -> "a NUL character";
            case 0x07 -> "a bell character";
            case 0x08 -> "a backspace character";
            case 0x0B -> "a vertical tab";
            case 0x0C -> "a form feed";
            case 0x0D -> "a carriage return";
            case 0x1B -> "an escape character";
            case 0xFFFE, 0xFFFF -> "a code that is no character";
            default -> Character.isBmpCodePoint(character) && Character.isSurrogate((char) character)
                    ? "half of a character (a lone surrogate)"
                    : "a control character";
        };
    }

    private static int cutAtSpace(String text, int limit) {
        for (int end = limit; end > 0; end--) {
            if (Character.isWhitespace(text.charAt(end))) {
                return end;
            }
        }
        return 0;
    }

    private static int cutAt(BreakIterator breaks, String text, int limit) {
        breaks.setText(text.substring(0, Math.min(text.length(), limit + LOOK_AHEAD)));
        return breaks.isBoundary(limit) ? limit : Math.max(0, breaks.preceding(limit));
    }
}
