package org.demarche.exchange.in.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.Dialects;

import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.ParameterCodec;

import org.apache.commons.codec.DecoderException;

/** All of a calendar: what changes or ends a recurring entry may stand anywhere behind it, as may the time zones. */
final class CalendarContent implements ContentHandler {
    private static final long LARGEST = 16L << 20;
    private static final int BUFFER = 1 << 13;

    private final List<CalendarEntry> entries = new ArrayList<>();
    private final List<CalendarEntry> zones = new ArrayList<>();
    private final Deque<CalendarEntry> open = new ArrayDeque<>();
    private Map<String, String> parameters = new LinkedHashMap<>();
    private String property;
    private boolean isOurs;

    private CalendarContent() {
    }

    static CalendarContent read(ImportFile file) throws IOException {
        long size = Files.size(file.path());
        if (size > LARGEST) {
            throw new UnreadableFileException("A calendar is read as a whole, and may have 16 MB; this one has %,d: divide it".formatted((size >> 20) + 1));
        }
        var content = new CalendarContent();
        var charset = Charset.forName(Dialects.of(file).encoding());
        try (var in = new InputStreamReader(file.open(), charset)) {
            var text = new StringBuilder();
            var some = new char[BUFFER];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                text.append(some, 0, read);
            }
            var whole = text.toString().replace("\uFEFF", "").replaceAll("[\r\n]+", "\r\n").strip();
            if (!whole.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
                throw new UnreadableFileException(1, null, whole.lines().findFirst().orElse(""), "A calendar begins with BEGIN:VCALENDAR");
            }
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(whole + "\r\n"), BUFFER, true), content);
        } catch (ParserException | IllegalArgumentException damaged) {
            throw new UnreadableFileException("The calendar is damaged or cut off%s: each BEGIN needs its END, each line a name, a colon and a value"
                    .formatted(damaged instanceof ParserException parsed ? ", which shows near line " + parsed.getLineNo() : ""));
        }
        if (content.entries.isEmpty()) {
            throw new UnreadableFileException("The calendar has no entries");
        }
        return content;
    }

    /** All but time zones. */
    List<CalendarEntry> entries() {
        return entries;
    }

    List<CalendarEntry> zones() {
        return zones;
    }

    /** Whether Démarche has written it. */
    boolean isOurs() {
        return isOurs;
    }

    @Override
    public void startCalendar() {
        open.clear();
    }

    @Override
    public void endCalendar() {
        open.clear();
    }

    @Override
    public void startComponent(String name) {
        var kind = name.toUpperCase(Locale.ROOT);
        var entry = new CalendarEntry(entries.size() + 1L, kind, new ArrayList<>(), new ArrayList<>());
        if (!open.isEmpty()) {
            open.peek().parts().add(entry);
        } else if (kind.equals("VTIMEZONE")) {
            zones.add(entry);
        } else {
            entries.add(entry);
        }
        open.push(entry);
    }

    @Override
    public void endComponent(String name) {
        open.poll();
    }

    @Override
    public void startProperty(String name) {
        property = name.strip().toUpperCase(Locale.ROOT);
        parameters = new LinkedHashMap<>();
    }

    @Override
    public void parameter(String name, String value) {
        try {
            var plain = ParameterCodec.INSTANCE.decode(value);
            parameters.putIfAbsent(name.strip().toUpperCase(Locale.ROOT), plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"") ? plain.substring(1, plain.length() - 1) : plain);
        } catch (DecoderException plainly) {
            parameters.putIfAbsent(name.strip().toUpperCase(Locale.ROOT), value);
        }
    }

    @Override
    public void propertyValue(String value) {
        if (!open.isEmpty()) {
            open.peek().properties().add(new CalendarEntry.Property(property, parameters, value));
        } else if (property.equals("PRODID")) {
            isOurs |= value.contains("//Démarche//");
        }
    }

    @Override
    public void endProperty(String name) {
        parameters = new LinkedHashMap<>();
    }
}
