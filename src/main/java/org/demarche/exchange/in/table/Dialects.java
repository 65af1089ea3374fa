package org.demarche.exchange.in.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;

/** Tells from its bytes how a text file holds a table. */
public final class Dialects {
    private static final int LOOKED_AT = 1 << 16;
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

    private Dialects() {
    }

    /** @throws UnreadableFileException where it is no text */
    public static Dialect of(ImportFile file) throws IOException {
        var encoding = encoding(file);
        var text = text(file.head(LOOKED_AT), encoding);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFileException("It is no text: it holds the character NUL");
        }
        return separated(encoding, text);
    }

    private static Dialect separated(String encoding, String text) {
        var separator = ",";
        double best = 0;
        for (var candidate : SEPARATORS) {
            double fit = fit(text, candidate.charAt(0));
            if (fit > best) {
                best = fit;
                separator = candidate;
            }
        }
        boolean unquoted = separator.equals("\t") && !text.contains("\t\"") && !text.contains("\n\"") && !text.startsWith("\"");
        return new Dialect(encoding, separator, unquoted ? "" : "\"");
    }

    /** How many cells the rows have, the more of them have as many as the first. */
    private static double fit(String text, char separator) {
        int first = -1;
        int rows = 0;
        int alike = 0;
        int here = 0;
        boolean quoted = false;
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                here++;
            } else if ((letter == '\n' || letter == '\r') && !quoted) {
                if (letter == '\r' && place + 1 < text.length() && text.charAt(place + 1) == '\n') {
                    place++;
                }
                first = first < 0 ? here : first;
                rows++;
                alike += here == first ? 1 : 0;
                here = 0;
            }
        }
        first = first < 0 ? here : first;
        return first <= 0 ? 0 : rows == 0 ? first : (double) alike / rows * Math.min(first, 40) + 0.001 * first;
    }

    private static String encoding(ImportFile file) throws IOException {
        var head = file.head(4);
        if (startsWith(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        var more = file.head(LOOKED_AT);
        int[] zeros = new int[2];
        for (int place = 0; place < more.length; place++) {
            zeros[place % 2] += more[place] == 0 ? 1 : 0;
        }
        if (zeros[1] > more.length / 5 && zeros[0] < zeros[1] / 4) {
            return "UTF-16LE";
        }
        if (zeros[0] > more.length / 5 && zeros[1] < zeros[0] / 4) {
            return "UTF-16BE";
        }
        return isUtf8(file) ? "UTF-8" : "windows-1252";
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int place = 0; place < mark.length; place++) {
            if ((head[place] & 0xFF) != mark[place]) {
                return false;
            }
        }
        return true;
    }

    /** The whole file decides: one letter with an accent may stand in its last row. */
    private static boolean isUtf8(ImportFile file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(LOOKED_AT);
        var letters = CharBuffer.allocate(LOOKED_AT);
        try (var in = file.open()) {
            for (int read = in.read(bytes.array(), 0, bytes.capacity()); read >= 0; read = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                bytes.position(bytes.position() + read).flip();
                if (decoder.decode(bytes, letters.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.decode(bytes.flip(), letters.clear(), true).isError();
        }
    }

    private static String text(byte[] head, String encoding) {
        var whole = encoding.startsWith("UTF-16") && head.length % 2 == 1 ? Arrays.copyOf(head, head.length - 1) : head;
        var text = new String(whole, Charset.forName(encoding));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
