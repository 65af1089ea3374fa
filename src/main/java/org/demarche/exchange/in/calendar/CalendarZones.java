package org.demarche.exchange.in.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.ibm.icu.util.TimeZone;

/**
 * The time zones that a calendar names: by the names of the world's database, with whatever a program puts in front, by those of Windows, and else as the
 * calendar defines them itself. Its own definitions come last, since many tell only of the year in which they were written.
 */
final class CalendarZones {
    private final Map<String, Optional<ZoneId>> known = new HashMap<>();
    private final Map<String, CalendarEntry> definitions = new HashMap<>();
    private final Map<String, List<Onset>> onsets = new HashMap<>();

    private record Onset(LocalDateTime from, ZoneOffset offset) {
    }

    CalendarZones(List<CalendarEntry> defined) {
        defined.forEach(definition -> definition.first("TZID").ifPresent(name -> definitions.putIfAbsent(name.text().strip(), definition)));
    }

    /** Null where nobody says. */
    ZoneOffset offset(String name, LocalDateTime local) {
        var zone = zone(name);
        return zone.isPresent() ? zone.get().getRules().getOffset(local) : definitions.containsKey(name.strip()) ? defined(name.strip(), local) : null;
    }

    /** What the clocks show there. */
    LocalDateTime local(String name, Instant moment) {
        var there = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        var offset = name.isEmpty() ? null : zone(name).map(zone -> zone.getRules().getOffset(moment)).orElseGet(() -> offset(name, there));
        return offset == null ? there : LocalDateTime.ofInstant(moment, offset);
    }

    private Optional<ZoneId> zone(String name) {
        return known.computeIfAbsent(name.strip(), CalendarZones::found);
    }

    private static Optional<ZoneId> found(String name) {
        var parts = name.split("/");
        var tail = parts.length < 2 ? name : parts[parts.length - 2] + "/" + parts[parts.length - 1];
        var longer = parts.length < 3 ? name : parts[parts.length - 3] + "/" + tail;
        return Stream.of(name, TimeZone.getIDForWindowsID(name, "001"), longer, tail).filter(Objects::nonNull).filter(ZoneId.getAvailableZoneIds()::contains).findFirst().map(ZoneId::of);
    }

    private ZoneOffset defined(String name, LocalDateTime local) {
        var found = onsets.computeIfAbsent(name + " " + local.getYear(), any -> onsets(definitions.get(name), local.getYear()));
        return found.stream().filter(onset -> !onset.from().isAfter(local)).reduce((one, next) -> next).or(() -> found.stream().findFirst()).map(Onset::offset).orElse(null);
    }

    /** When the clocks were changed up to the end of a year; of what recurs the last ones. */
    private List<Onset> onsets(CalendarEntry definition, int year) {
        var found = new ArrayList<Onset>();
        for (var part : definition.parts()) {
            try {
                var offset = ZoneOffset.of(part.line("TZOFFSETTO"));
                var first = CalendarMoment.read(part.line("DTSTART"), "", this).local();
                found.add(new Onset(first, offset));
                for (var date : part.all("RDATE")) {
                    date.values().forEach(value -> found.add(new Onset(CalendarMoment.read(value.replaceFirst("/.*", ""), "", this).local(), offset)));
                }
                for (var rule : part.all("RRULE")) {
                    var read = CalendarRule.read(rule.value(), moment -> LocalDateTime.ofInstant(moment, offset));
                    read.between(first, LocalDateTime.of(year - 1, 1, 1, 0, 0), LocalDateTime.of(year, 12, 31, 23, 59)).forEach(from -> found.add(new Onset(from, offset)));
                }
            } catch (IllegalArgumentException | DateTimeException unread) {
                return List.of();
            }
        }
        found.sort(Comparator.comparing(Onset::from));
        return found;
    }
}
