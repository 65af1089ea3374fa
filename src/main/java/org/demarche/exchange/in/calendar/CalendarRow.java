package org.demarche.exchange.in.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.fortuna.ical4j.model.TemporalAmountAdapter;

import org.demarche.actor.ActorRecord;
import org.demarche.event.EventKind;
import org.demarche.event.EventRecord;
import org.demarche.event.EventStatus;
import org.demarche.event.ParticipantRole;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.EventProposal;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;

/** An entry of a calendar as events. */
record CalendarRow(CalendarEntry entry, boolean isOurs) {
    static final List<String> HEADER = List.of("UID", "RECURRENCE-ID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "LOCATION", "GEO", "STATUS", "CATEGORIES", "ORGANIZER",
            "ATTENDEE", "URL");
    private static final Set<String> THINGS = Set.of("ROOM", "RESOURCE");

    boolean isEvent() {
        return entry.kind().equals("VEVENT");
    }

    String title() {
        return entry.line("SUMMARY");
    }

    Proposal refused(String column, String value, String reason) {
        var told = value != null ? value : entry.first(column).map(CalendarEntry.Property::value).orElse(null);
        return Proposal.refused(entry.row(), HEADER, cells(), List.of(new ImportProblem(entry.row(), column, told, reason)));
    }

    /** How long it takes, as the clocks where it begins show it. */
    Duration lasting(CalendarMoment from, CalendarMoment to) {
        Duration lasting;
        if (to != null) {
            lasting = from.offset() != null && to.offset() != null ? Duration.between(from.local().toInstant(from.offset()), to.local().toInstant(to.offset())) : Duration.between(from.local(), to.local());
        } else {
            lasting = entry.first("DURATION").map(amount -> Duration.between(from.local(), after(from.local(), amount.value().strip()))).orElse(Duration.ZERO);
        }
        if (lasting.isNegative()) {
            throw new IllegalArgumentException("It ends before it begins");
        }
        return lasting;
    }

    private static LocalDateTime after(LocalDateTime from, String amount) {
        try {
            return from.plus(TemporalAmountAdapter.parse(amount).getDuration());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException unread) {
            throw new IllegalArgumentException("The DURATION ‘" + Texts.cut(amount, 40) + "’ can't be read; for example: P2D or PT1H30M", unread);
        }
    }

    /** @param name what tells this time of the entry apart; blank where it has no UID */
    Proposal proposal(String name, CalendarMoment from, Duration lasting) {
        var participants = participants();
        var document = document();
        try {
            var first = from.local().toLocalDate();
            var end = from.local().plus(lasting);
            // an end is the first moment that is no part of it any more
            var last = lasting.isZero() ? first : end.minusNanos(1).toLocalDate();
            var date = EdtfDate.parse(last.isAfter(first) ? day(first) + "/" + day(last) : day(first)).toString();
            var id = DerivedIds.id("icalendar\0" + (name.replace("\0", "").isBlank() || entry.line("UID").isEmpty() ? String.join("\0", cells()) + "\0" + from.key() : name), 0);
            var told = new EventRecord(id, null, EventKind.OTHER.name(), title(), date, null, from.time(), status(first).name(), place(), null, participants,
                    document.map(cited -> List.of(new CitationRecord(cited.id(), null, List.of()))).orElse(List.of()), List.of(), List.of(), topics(), null);
            return EventProposal.of(entry.row(), HEADER, cells(), told, document.map(List::of).orElse(List.of()), people(), CalendarRow::column);
        } catch (DateTimeException | ArithmeticException beyond) {
            return refused("DTSTART", null, "It lasts beyond the year 9999");
        } catch (NumberFormatException unread) {
            return refused("GEO", null, "Coordinates are two numbers, as 35.68;139.69");
        } catch (IllegalArgumentException unread) {
            return refused("DTSTART", null, unread.getMessage());
        }
    }

    private static String day(LocalDate day) {
        return EdtfDate.of(day).toString();
    }

    private EventStatus status(LocalDate first) {
        var status = entry.line("STATUS").toUpperCase(Locale.ROOT);
        boolean isToCome = first.isAfter(LocalDate.now(ZoneOffset.UTC));
        return status.equals("CANCELLED") ? EventStatus.CANCELLED : status.equals("TENTATIVE") || isToCome ? EventStatus.PLANNED : EventStatus.HELD;
    }

    private EventRecord.Place place() {
        var name = entry.line("LOCATION");
        var geo = entry.line("GEO");
        if (geo.isEmpty()) {
            return name.isEmpty() ? null : new EventRecord.Place(name, List.of(), null, null);
        }
        var degrees = geo.split("[;,]");
        if (degrees.length != 2) {
            throw new NumberFormatException(geo);
        }
        return new EventRecord.Place(name.isEmpty() ? null : name, List.of(), Double.valueOf(degrees[0].strip()), Double.valueOf(degrees[1].strip()));
    }

    private List<String> topics() {
        return entry.all("CATEGORIES").stream().flatMap(categories -> categories.values().stream()).map(Texts::oneLine).filter(topic -> !topic.isEmpty()).distinct().toList();
    }

    /** Whom it names; not whom it knows by an address alone, nor who declined. */
    private List<EventRecord.Participant> participants() {
        var roles = new LinkedHashMap<String, Set<String>>();
        Stream.concat(entry.all("ORGANIZER").stream(), entry.all("ATTENDEE").stream()).forEach(one -> {
            var role = one.name().equals("ORGANIZER") ? ParticipantRole.CONVENER : one.parameter("ROLE").equalsIgnoreCase("CHAIR") ? ParticipantRole.CHAIR : ParticipantRole.MEMBER;
            person(one).ifPresent(name -> roles.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(role.name()));
        });
        var participants = new ArrayList<EventRecord.Participant>();
        roles.forEach((name, all) -> participants.add(new EventRecord.Participant(name, List.copyOf(all))));
        return participants;
    }

    private static Optional<String> person(CalendarEntry.Property one) {
        var name = Texts.oneLine(Texts.normalise(one.parameter("CN")));
        boolean absent = THINGS.contains(one.parameter("CUTYPE").toUpperCase(Locale.ROOT)) || one.parameter("ROLE").equalsIgnoreCase("NON-PARTICIPANT") || one.parameter("PARTSTAT").equalsIgnoreCase("DECLINED");
        return name.isEmpty() || name.contains("@") || absent ? Optional.empty() : Optional.of(name);
    }

    private Map<String, ActorRecord> people() {
        var people = new HashMap<String, ActorRecord>();
        Stream.concat(entry.all("ORGANIZER").stream(), entry.all("ATTENDEE").stream()).filter(one -> one.parameter("CUTYPE").equalsIgnoreCase("INDIVIDUAL"))
                .forEach(one -> person(one).ifPresent(name -> people.put(name, new ActorRecord(null, null, null, "PERSON", null, null, null, null, null, null, null, null, null, null))));
        return people;
    }

    /** The page that the entry gives, published by its site. Our own pages tell of the record itself. */
    private Optional<DocumentRecord> document() {
        var url = entry.line("URL");
        try {
            var address = new URI(url);
            var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            boolean isPage = !host.isEmpty() && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
            return !isPage || isOurs ? Optional.empty()
                    : Optional.of(new DocumentRecord(DerivedIds.id("icalendar document\0" + url, 0), null, host, null, null, url, null, null, null, null, null, null, null));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private List<String> cells() {
        return HEADER.stream().map(name -> entry.all(name).stream().map(CalendarEntry.Property::cell).collect(Collectors.joining(" | "))).toList();
    }

    private static String column(String field) {
        return switch (field.replaceFirst("[.\\[].*", "")) {
            case "title" -> "SUMMARY";
            case "place" -> field.endsWith("name") ? "LOCATION" : "GEO";
            case "topics" -> "CATEGORIES";
            case "participants" -> "ATTENDEE";
            case "citations", "document" -> "URL";
            case "status" -> "STATUS";
            default -> "DTSTART";
        };
    }
}
