package org.demarche.time;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;

/** Finds what is wrong with a term that is not EDTF, or not the part of it that is read here. */
final class Misspelling {

    private Misspelling() {
    }

    /** @param text the term that has not even the form of one */
    static EdtfException of(String text, String whole) {
        if (text.isEmpty()) {
            return new EdtfException(whole, "a date is missing", "2023-02-01");
        }
        if (text.matches(".*[/\\[\\]].*")) {
            return new EdtfException(whole, "a single date stands here, no interval and no set", "2023-02-01, 2023-02 or 2023-02~");
        }
        if (text.matches(".*\\d[Tt]\\d.*|.*:.*")) {
            return new EdtfException(whole, "put the time in its own field", "2023-02-01");
        }
        if (text.startsWith("Y")) {
            return new EdtfException(whole, "years have four digits, from -9999 to 9999, without Y", "2023 or -0480");
        }
        if (text.matches(".*[?~%].*")) {
            return new EdtfException(whole, "a qualifier stands at the end", "2023-05~ or 2023-02-01?");
        }
        if (text.matches(".*\\s.*")) {
            return new EdtfException(whole, "EDTF has no spaces", "2023-02-01");
        }
        if (text.matches(".*[‐‑‒–—−].*")) {
            return new EdtfException(whole, "the parts of a date are joined with a plain hyphen", "2023-02-01");
        }
        if (text.matches("-?\\d{4}S\\d+")) {
            return new EdtfException(whole, "significant digits are not read", "195X or [1945..1954]");
        }
        if (text.matches("[0-9x-]+") && text.indexOf('x') >= 0) {
            return new EdtfException(whole, "an unknown digit is a capital X", readable(text.replace('x', 'X'), "2023-XX"));
        }
        if (text.startsWith("+")) {
            return new EdtfException(whole, "a year has no plus sign", "2023");
        }
        if (text.matches("\\d{8}")) {
            return new EdtfException(whole, "year, month and day are joined with hyphens",
                    readable(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6), "2023-02-01"));
        }
        if (text.matches("-?([0-9X]{1,3}|[0-9X]{5,})(-.*)?")) {
            return new EdtfException(whole, "a year has four digits, from -9999 to 9999", "2023, 0987 or -0480");
        }
        if (text.matches("-?[0-9X]{4}-[0-9X]{1,2}(-[0-9X]{1,2})?")) {
            return new EdtfException(whole, "month and day have two digits each", "2023-02-01");
        }
        return new EdtfException(whole, "a date is a year, month or day, an interval or one of a set",
                "2023, 2023-05, 2023-02-01, 2023-05~, 2023-05-19/2023-05-21 or [2023-01-31..2023-02-01]");
    }

    static EdtfException ofMonth(String text, String month, String whole) {
        String year = text.substring(0, text.indexOf('-', 1));
        if (month.matches("2[5-9]|3\\d|4[01]")) {
            return new EdtfException(whole, "of the divisions of a year only the seasons 21 to 24 are read", year + "-21");
        }
        if (month.matches("2X")) {
            return new EdtfException(whole, "X stands for no season", "[" + year + "-21.." + year + "-24]");
        }
        return new EdtfException(whole, "there is no month " + month, year + "-01 to " + year + "-12, or " + year + "-21 for spring");
    }

    static EdtfException ofDay(String text, int year, List<Integer> months, String day, String whole) {
        if (text.indexOf('X') >= 0) {
            return new EdtfException(whole, "no day fits " + text, "2023-02-XX or 2023-XX-31");
        }
        YearMonth month = YearMonth.of(year, months.get(0));
        int length = month.lengthOfMonth();
        String reason = day.equals("00")
                ? "days begin with 01"
                : CalendarNames.of(Month.of(months.get(0))) + " " + TermWords.year(year) + " has " + length + " days";
        return new EdtfException(whole, reason, text.substring(0, text.length() - 2) + (day.equals("00") ? "01" : length));
    }

    /** What was probably meant, where that would be accepted, else an example. */
    static String readable(String meant, String example) {
        try {
            return EdtfDate.parse(meant).toString();
        } catch (EdtfException refused) {
            return example;
        }
    }
}
