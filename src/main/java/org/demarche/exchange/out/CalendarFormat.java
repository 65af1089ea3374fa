package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.item.Item;
import org.demarche.text.Texts;
import org.demarche.text.XmlText;
import org.demarche.time.DateWords;

import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * iCalendar: an event for each item. A calendar knows days and moments alone, so what is not so well known stands at its first possible day
 * and is said in words. The library writes the properties; lines are folded here, since its own folding counts half characters.
 */
final class CalendarFormat extends ExportFormat {
    /** Bytes of a line, its end not counted. */
    private static final int LINE = 75;
    private static final Map<String, String> STATUSES = Map.of("PLANNED", "TENTATIVE", "POSTPONED", "TENTATIVE", "HELD", "CONFIRMED", "CANCELLED", "CANCELLED");

    CalendarFormat() {
        super("ics", "ics", "text/calendar; charset=UTF-8", "iCalendar", "A calendar to subscribe to: an event of whole days for each item, timed where the moment is known. "
                + "What is not known to the day stands at its first possible day, with the date in words.");
    }

    @Override
    public boolean isFeed() {
        return true;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        try (var held = new Spool()) {
            export.each(items -> {
                for (var item : items) {
                    var days = CalendarDays.of(item).filter(known -> known.first().getYear() > 0 && known.last().getYear() < 10_000);
                    if (days.isEmpty()) {
                        export.leaveOut();
                    } else {
                        lines(held, event(item, days.get(), export).toString());
                    }
                }
            });
            lines(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Démarche//Timeline//EN\r\nCALSCALE:GREGORIAN\r\n");
            lines(out, new XProperty("X-WR-CALNAME", text(export.provenance().title())).toString());
            lines(out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
            for (var entry : Stream.concat(export.provenance().entries().entrySet().stream(), Provenance.entries(export.rows()).entrySet().stream()).toList()) {
                if (entry.getValue() != null) {
                    lines(out, new XProperty("X-DEMARCHE-" + entry.getKey().toUpperCase(java.util.Locale.ROOT).replace('_', '-'), text(value(entry.getValue()))).toString());
                }
            }
            held.writeTo(out);
            lines(out, "END:VCALENDAR\r\n");
        }
    }

    private static String value(Object value) {
        return value instanceof java.util.List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining(", ")) : value.toString();
    }

    private static VEvent event(Item item, CalendarDays days, Export export) {
        var properties = new ArrayList<Property>();
        properties.add(new Uid(item.id().toString()));
        properties.add(new DtStamp(item.recorded().at()));
        dates(item, days, properties);
        var date = DateWords.shortWords(item.when().date());
        properties.add(new Summary(text(Texts.oneLine(days.exact() ? item.title() : item.title() + " (" + date + ")"))));
        properties.add(new Description(text(description(item, days))));
        var place = Stream.concat(Stream.ofNullable(item.place().name()), item.place().countries().stream()).collect(Collectors.joining(", "));
        if (!place.isEmpty()) {
            properties.add(new Location(text(place)));
        }
        if (item.place().latitude() != null && item.place().longitude() != null) {
            properties.add(new Geo(BigDecimal.valueOf(item.place().latitude()), BigDecimal.valueOf(item.place().longitude())));
        }
        if (!item.topics().isEmpty()) {
            properties.add(new Categories(new TextList(item.topics().stream().map(topic -> text(topic.label())).toList())));
        }
        if (item.status() != null) {
            properties.add(new Status(STATUSES.get(item.status())));
        }
        var address = export.baseUrl().at("/" + item.kind().word() + "s/" + item.id());
        if (!address.startsWith("/")) {
            properties.add(new Url(URI.create(address)));
        }
        // Somebody else's meeting does not make its reader busy.
        properties.add(new Transp(Transp.VALUE_TRANSPARENT));
        properties.add(new Created(item.recorded().first()));
        properties.add(new LastModified(item.recorded().at()));
        properties.add(new Sequence(Math.max(0, item.version() - 1)));
        return new VEvent(new PropertyList(properties));
    }

    private static void dates(Item item, CalendarDays days, java.util.List<Property> properties) {
        var time = item.when().time();
        if (days.exact() && days.isOneDay() && time != null) {
            var moment = LocalDateTime.of(days.first(), time.time());
            properties.add(time.offset() == null ? new DtStart<>(moment) : new DtStart<>(moment.toInstant(time.offset())));
            return;
        }
        properties.add(new DtStart<>(days.first()));
        properties.add(new DtEnd<>((days.exact() ? days.last() : days.first()).plusDays(1)));
    }

    private static String description(Item item, CalendarDays days) {
        var entry = ChronicleEntry.of(item, true);
        var when = days.exact() ? null : "Date: " + DateWords.words(item.when().date()) + "; it stands here at the first day that is possible.";
        var time = item.when().time() == null || days.exact() && days.isOneDay() ? null : "Time: " + item.when().time();
        var reason = "Date " + DateWords.basis(item.when().basis()) + ".";
        return Stream.of(when, time, entry.who() + ".", entry.words(), entry.summary(), entry.about(), entry.note(), reason).filter(Objects::nonNull)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** The format forbids what XML forbids, and U+007F. */
    private static String text(String text) {
        return XmlText.of(text).replace('\u007F', '\uFFFD');
    }

    /** Writes lines folded to 75 bytes, never within a character. */
    private static void lines(OutputStream out, String lines) throws IOException {
        for (var line : lines.split("\r\n")) {
            var folded = new StringBuilder();
            int room = LINE;
            for (int at = 0; at < line.length();) {
                int character = line.codePointAt(at);
                int bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
                if (bytes > room) {
                    folded.append("\r\n ");
                    room = LINE - 1;
                }
                folded.appendCodePoint(character);
                room -= bytes;
                at += Character.charCount(character);
            }
            out.write(folded.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
