package org.demarche.analysis;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.BadParameterException;

/**
 * From when on something is new, as a person writes it: 'Friday 18:00', 'yesterday', '20 Nov 18:00', a day, an instant. What has no
 * offset is in the server's time zone.
 *
 * @param at whole seconds
 */
record Since(ZonedDateTime at) {
    static final String PARAMETER = "since";
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int LONGEST = 60;
    private static final Pattern WITH_TIME = Pattern.compile("(.*?)[\\s,]*(?:\\bat\\s+)?\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|h)?", Pattern.CASE_INSENSITIVE);
    private static final String FORMS = "write for example Friday 18:00, yesterday, 2026-11-20 or 2026-11-20T18:00:00Z";

    /** @param text null or blank is the evening of the last working day before today */
    static Since read(String text, ZonedDateTime now) {
        if (text == null || text.isBlank()) {
            return lastEvening(now);
        }
        var typed = Texts.oneLine(Texts.normalise(text));
        if (typed.length() > LONGEST || Texts.problem(typed).isPresent()) {
            throw refuse("this is no moment; " + FORMS);
        }
        var at = instant(typed, now.getZone());
        at = at == null ? words(typed, now) : at;
        if (at.isAfter(now)) {
            throw refuse("‘" + typed + "’ lies ahead; " + FORMS);
        }
        return new Since(at.withNano(0));
    }

    /** 'Friday 20 November 2026, 18:00'. */
    String words() {
        return DateWords.weekdayAndDay(day()) + ", " + time(at.toLocalTime());
    }

    /** 'server time, Central European Time, UTC+01:00'. */
    String zone() {
        return "server time, " + (at.getOffset().getTotalSeconds() == 0 ? "UTC" : at.getZone().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", UTC" + at.getOffset().getId());
    }

    /** For the parameter: the same moment whatever day it is read on. */
    String canonical() {
        return at.toInstant().toString();
    }

    long day() {
        return at.toLocalDate().toEpochDay();
    }

    /** 'today, 09:05', 'yesterday, 18:00', 'Fri 20 Nov 2026, 18:00'. */
    static String moment(Instant instant, ZonedDateTime now) {
        var at = instant.atZone(now.getZone());
        long ago = now.toLocalDate().toEpochDay() - at.toLocalDate().toEpochDay();
        var day = ago == 0 ? "today" : ago == 1 ? "yesterday" : DateWords.shortWeekdayAndDay(at.toLocalDate().toEpochDay());
        return day + ", " + time(at.toLocalTime());
    }

    private static Since lastEvening(ZonedDateTime now) {
        var day = now.toLocalDate().minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return new Since(day.atTime(EVENING).atZone(now.getZone()));
    }

    /** Null where it is written in another way. */
    private static ZonedDateTime instant(String typed, ZoneId zone) {
        if (!typed.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
            return null;
        }
        try {
            return typed.matches(".*(Z|[+-]\\d{2}:\\d{2})") ? ZonedDateTime.parse(typed).withZoneSameInstant(zone) : LocalDateTime.parse(typed).atZone(zone);
        } catch (DateTimeException unread) {
            throw refuse("‘" + typed + "’ is no instant; " + FORMS);
        }
    }

    private static ZonedDateTime words(String typed, ZonedDateTime now) {
        var day = day(typed, now.toLocalDate());
        if (day != null) {
            return recent(typed, day, LocalTime.MIDNIGHT, now);
        }
        Matcher timed = WITH_TIME.matcher(typed);
        if (timed.matches()) {
            var time = time(timed);
            var words = timed.group(1).strip();
            day = words.isEmpty() ? now.toLocalDate() : day(words, now.toLocalDate());
            if (day != null && time != null) {
                return recent(words, day, time, now);
            }
        }
        throw refuse("‘" + typed + "’ is no moment that can be read; " + FORMS);
    }

    /** The last such moment: a time of day, or a weekday, that is still to come today means the one before. */
    private static ZonedDateTime recent(String words, LocalDate day, LocalTime time, ZonedDateTime now) {
        var at = day.atTime(time).atZone(now.getZone());
        if (at.isAfter(now) && words.isEmpty()) {
            return day.minusDays(1).atTime(time).atZone(now.getZone());
        }
        boolean weekday = words.chars().noneMatch(Character::isDigit) && !words.equalsIgnoreCase("today") && !words.equalsIgnoreCase("tomorrow");
        return at.isAfter(now) && weekday ? day.minusDays(7).atTime(time).atZone(now.getZone()) : at;
    }

    /** Null where the words are no single day. */
    private static LocalDate day(String words, LocalDate today) {
        try {
            var date = DateInput.read(words, EdtfDate.parse(today.toString())).date();
            return date.isKnownDay() ? LocalDate.ofEpochDay(date.days().s1()) : null;
        } catch (IllegalArgumentException unread) {
            return null;
        }
    }

    private static LocalTime time(Matcher timed) {
        int hour = Integer.parseInt(timed.group(2));
        int minute = timed.group(3) == null ? 0 : Integer.parseInt(timed.group(3));
        var half = timed.group(4) == null ? "" : timed.group(4).toLowerCase(Locale.ROOT);
        if (timed.group(3) == null && half.isEmpty() || hour > 23 || minute > 59 || !half.isEmpty() && !half.equals("h") && (hour < 1 || hour > 12)) {
            return null;
        }
        return LocalTime.of(half.equals("pm") ? hour % 12 + 12 : half.equals("am") ? hour % 12 : hour, minute);
    }

    private static String time(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private static BadParameterException refuse(String message) {
        return new BadParameterException(PARAMETER, "since: " + message);
    }
}
