package org.demarche.exchange.in.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.fortuna.ical4j.model.Recur;

/** How an entry recurs. Its end is kept apart from what the library reads, which can't compare ends in UTC with dates of a zone. */
final class CalendarRule {
    /** So often an event may recur. */
    static final int MOST = 400;

    private static final int LONGEST = 1_000;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> PARTS = Set.of("FREQ", "COUNT", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "WKST");
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59);

    private final String text;
    private final boolean counted;
    private final LocalDateTime until;

    private CalendarRule(String text, boolean counted, LocalDateTime until) {
        this.text = text;
        this.counted = counted;
        this.until = until;
    }

    /**
     * @param local what the clocks show where the entry takes place
     * @throws IllegalArgumentException with a sentence
     */
    static CalendarRule read(String rule, Function<Instant, LocalDateTime> local) {
        if (rule.length() > LONGEST) {
            throw new IllegalArgumentException("The rule is longer than %,d characters".formatted(LONGEST));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (var part : rule.strip().toUpperCase(Locale.ROOT).split(";")) {
            var sides = part.split("=", 2);
            if (!part.isBlank()) {
                parts.put(sides[0].strip(), sides.length < 2 ? "" : sides[1].strip());
            }
        }
        var end = parts.remove("UNTIL");
        if (!FREQUENCIES.contains(parts.getOrDefault("FREQ", "")) || !PARTS.containsAll(parts.keySet())) {
            throw new IllegalArgumentException("Of rules those of days, weeks, months and years are read, with " + PARTS.stream().sorted().collect(Collectors.joining(", ")) + " and UNTIL");
        }
        var plain = parts.entrySet().stream().map(part -> part.getKey() + "=" + part.getValue()).collect(Collectors.joining(";"));
        return new CalendarRule(plain, parts.containsKey("COUNT"), end == null ? null : until(end, local));
    }

    private static LocalDateTime until(String end, Function<Instant, LocalDateTime> local) {
        var moment = CalendarMoment.read(end, "", null);
        return moment.wholeDay() ? moment.local().toLocalDate().atTime(23, 59) : moment.offset() == null ? moment.local() : local.apply(moment.local().toInstant(ZoneOffset.UTC));
    }

    /**
     * All dates from the first on.
     *
     * @throws IllegalArgumentException with a sentence where it has no end, or more than {@link #MOST}
     */
    List<LocalDateTime> all(LocalDateTime first) {
        if (!counted && until == null) {
            throw new IllegalArgumentException("It recurs without an end: a timeline needs one; give the rule a COUNT or UNTIL, or write its dates one by one");
        }
        var dates = between(first, first, LAST);
        if (dates.size() > MOST) {
            throw new IllegalArgumentException("It recurs more than %d times".formatted(MOST));
        }
        return dates;
    }

    /** Those of a time, at most one more than {@link #MOST}. */
    List<LocalDateTime> between(LocalDateTime first, LocalDateTime from, LocalDateTime to) {
        try {
            var last = until != null && until.isBefore(to) ? until : to;
            return last.isBefore(from) ? List.of() : new Recur<LocalDateTime>(text).getDates(first, from, last, MOST + 1).stream().filter(date -> !date.isAfter(last)).toList();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | IndexOutOfBoundsException | ClassCastException unread) {
            throw new IllegalArgumentException("The rule can't be read", unread);
        }
    }
}
