package org.demarche.exchange.in.calendar;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;

/** Proposals of the entries of a calendar, one for each time that an entry recurs. */
final class IcalendarReader implements ProposalReader {
    private final CalendarZones zones;
    private final boolean isOurs;
    private final Iterator<CalendarEntry> entries;
    private final Queue<Proposal> ready = new ArrayDeque<>();
    /** Of which times of a recurring entry other entries tell: uid and key. */
    private final Set<String> changed = new HashSet<>();
    private final Map<UUID, List<String>> seen = new HashMap<>();

    IcalendarReader(CalendarContent content) {
        zones = new CalendarZones(content.zones());
        isOurs = content.isOurs();
        entries = content.entries().iterator();
        for (var entry : content.entries()) {
            try {
                entry.first("RECURRENCE-ID").ifPresent(of -> changed.add(name(entry, moment(of, of.value()))));
            } catch (IllegalArgumentException unread) {
                // said of the entry itself
            }
        }
    }

    @Override
    public List<String> header() {
        return CalendarRow.HEADER;
    }

    @Override
    public Proposal next() {
        while (ready.isEmpty() && entries.hasNext()) {
            take(new CalendarRow(entries.next(), isOurs));
        }
        return ready.poll();
    }

    @Override
    public void close() {
        // the file was read as a whole
    }

    private void take(CalendarRow row) {
        var entry = row.entry();
        if (!row.isEvent()) {
            ready.add(row.refused("BEGIN", entry.kind(), "Events come in (VEVENT); this is another kind of entry"));
            return;
        }
        String column = "DTSTART";
        try {
            if (row.title().isEmpty()) {
                column = "SUMMARY";
                throw new IllegalArgumentException("It has no title: SUMMARY is " + (entry.first("SUMMARY").isPresent() ? "empty" : "missing"));
            }
            var start = entry.first(column).orElseThrow(() -> new IllegalArgumentException("It has no date: DTSTART is missing"));
            var from = moment(start, start.value());
            column = "DTEND";
            var lasting = row.lasting(from, entry.first(column).map(end -> moment(end, end.value())).orElse(null));
            column = "RECURRENCE-ID";
            var of = entry.first(column);
            if (of.isPresent()) {
                if (!of.get().parameter("RANGE").isEmpty()) {
                    throw new IllegalArgumentException("It changes all later times too (RANGE), which is not read");
                }
                add(row, row.proposal(name(entry, moment(of.get(), of.get().value())), from, lasting));
                return;
            }
            column = "RRULE";
            var times = times(entry, start.parameter("TZID"), from);
            boolean recurs = times.size() > 1 || entry.first(column).isPresent() || entry.first("RDATE").isPresent();
            times.values().stream().filter(time -> !recurs || !changed.contains(name(entry, time)))
                    .forEach(time -> add(row, row.proposal(recurs ? name(entry, time) : entry.line("UID"), time, lasting)));
        } catch (IllegalArgumentException unread) {
            ready.add(row.refused(column, null, unread.getMessage()));
        }
    }

    private void add(CalendarRow row, Proposal proposal) {
        var before = proposal.id() == null ? null : seen.putIfAbsent(proposal.id(), proposal.cells());
        ready.add(before == null || before.equals(proposal.cells()) ? proposal : row.refused("UID", null, "An earlier entry has the same UID, and says something else"));
    }

    private Map<String, CalendarMoment> times(CalendarEntry entry, String zone, CalendarMoment from) {
        var times = new LinkedHashMap<String, CalendarMoment>();
        times.put(from.key(), from);
        if (entry.first("EXRULE").isPresent()) {
            throw new IllegalArgumentException("Rules of exceptions (EXRULE) are not read");
        }
        for (var rule : entry.all("RRULE")) {
            for (var date : CalendarRule.read(rule.value(), moment -> zones.local(zone, moment)).all(from.local())) {
                var time = new CalendarMoment(date, from.wholeDay(), from.offset() == null || zone.isEmpty() ? from.offset() : zones.offset(zone, date));
                times.putIfAbsent(time.key(), time);
            }
        }
        for (var dates : entry.all("RDATE")) {
            for (var value : dates.values()) {
                var time = moment(dates, value.replaceFirst("/.*", ""));
                times.putIfAbsent(time.key(), time);
            }
        }
        if (times.size() > CalendarRule.MOST + 1) {
            throw new IllegalArgumentException("It recurs more than %d times".formatted(CalendarRule.MOST));
        }
        for (var dates : entry.all("EXDATE")) {
            for (var value : dates.values()) {
                var without = moment(dates, value);
                times.values().removeIf(time -> time.key().equals(without.key()) || without.wholeDay() && time.local().toLocalDate().equals(without.local().toLocalDate()));
            }
        }
        return times;
    }

    private CalendarMoment moment(CalendarEntry.Property property, String value) {
        return CalendarMoment.read(value, property.parameter("TZID"), zones);
    }

    private static String name(CalendarEntry entry, CalendarMoment time) {
        return entry.line("UID") + "\0" + time.key();
    }
}
