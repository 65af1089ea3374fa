package org.demarche.exchange.in.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Recognises text that was written in one encoding and read in another: 'MÃ¼ller', 'itâ€™s'. */
final class DamagedText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern SUSPECT = Pattern.compile("[ÃÂÐÑâïàá]");

    private DamagedText() {
    }

    static boolean is(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return true;
        }
        return SUSPECT.matcher(text).find() && isUtf8InWestern(text);
    }

    /** Bytes that are letters with accents in one and whole characters in the other do not come about by chance. */
    private static boolean isUtf8InWestern(String text) {
        try {
            ByteBuffer bytes = WESTERN.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT).encode(CharBuffer.wrap(withControls(text)));
            return !StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes).toString().equals(text);
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The five bytes that Windows-1252 leaves free are read as controls by some; they stand for any continuation here. */
    private static String withControls(String text) {
        return text.replaceAll("[\\u0080-\\u009F]", "€");
    }
}
