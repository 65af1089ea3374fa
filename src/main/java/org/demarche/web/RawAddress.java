package org.demarche.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the address of a request, as it came over the wire, has one meaning only.
 * Layers that decode or normalise a path differently can be played against each other, so whatever they could differ about
 * is refused before the first of them sees it. No address of Démarche needs any of it.
 */
final class RawAddress {

    private static final String[] AMBIGUOUS = {";", "%3b", "%2e", "%2f", "%5c", "%00", "\\", "//", "/./", "/../"};

    private RawAddress() {
    }

    /** @return a sentence for the reader, or empty when nothing is wrong */
    static Optional<String> fault(String uri) {
        int mark = uri.indexOf('?');
        String path = (mark < 0 ? uri : uri.substring(0, mark)).toLowerCase(Locale.ROOT);
        String query = mark < 0 ? "" : uri.substring(mark + 1);
        if (!path.startsWith("/") || path.endsWith("/.") || path.endsWith("/..")
                || Stream.of(AMBIGUOUS).anyMatch(path::contains)) {
            return Optional.of("The path of this address holds characters that Démarche does not take.");
        }
        return Stream.of(path, query).map(RawAddress::encodingFault).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> encodingFault(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                int high = digit(part, i + 1);
                int low = digit(part, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.of("In this address a % is not followed by two hexadecimal digits; a % itself is written %25.");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c < ' ' || c > '~') {
                return Optional.of("This address holds a character that must be percent-encoded as UTF-8.");
            } else {
                bytes.write(c);
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            return decoded.indexOf('\0') < 0 ? Optional.empty() : Optional.of("This address holds the character NUL.");
        } catch (CharacterCodingException e) {
            return Optional.of("The percent-encoding in this address is not UTF-8.");
        }
    }

    /** @return -1 past the end, and for what is no hexadecimal digit */
    private static int digit(String part, int index) {
        return index < part.length() ? Character.digit(part.charAt(index), 16) : -1;
    }
}
