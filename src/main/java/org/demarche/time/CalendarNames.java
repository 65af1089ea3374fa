package org.demarche.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Months, weekdays and seasons by name, to write and to read. */
final class CalendarNames {

    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

    private CalendarNames() {
    }

    static String of(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String of(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Cut to the three letters that fit a label, 'Sep' too. */
    static String shortOf(Month month) {
        return of(month).substring(0, 3);
    }

    static String shortOf(DayOfWeek weekday) {
        return of(weekday).substring(0, 3);
    }

    /** @param season 21 to 24 */
    static String ofSeason(int season) {
        return SEASONS.get(season - 21);
    }

    static Optional<Month> month(String word) {
        return Stream.of(Month.values())
                .filter(month -> isNameOf(word, of(month)) || month == Month.SEPTEMBER && word.equals("sept"))
                .findFirst();
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Stream.of(DayOfWeek.values())
                .filter(weekday -> isNameOf(word, of(weekday))
                        || weekday == DayOfWeek.TUESDAY && word.equals("tues")
                        || weekday == DayOfWeek.THURSDAY && (word.equals("thur") || word.equals("thurs")))
                .findFirst();
    }

    /** 21 to 24, or empty. */
    static Optional<Integer> season(String word) {
        int place = SEASONS.indexOf(word.equals("fall") ? "autumn" : word);
        return place < 0 ? Optional.empty() : Optional.of(place + 21);
    }

    private static boolean isNameOf(String word, String name) {
        return word.equalsIgnoreCase(name) || word.equalsIgnoreCase(name.substring(0, 3));
    }
}
