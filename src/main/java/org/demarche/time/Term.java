package org.demarche.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A year, season, month or day as written, without qualifier. Any digit but a season's may be {@code X}, and first and
 * last are then the hull of the days that fit.
 */
record Term(String text, Precision precision, long first, long last) {

    private static final Pattern FORM = Pattern.compile("(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?");
    private static final Pattern SEASON = Pattern.compile("2[1-4]");

    /** @throws EdtfException with the whole text, of which the term may be a part, and what is wrong with the term */
    static Term parse(String text, String whole) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Misspelling.of(text, whole);
        }
        boolean negative = !form.group(1).isEmpty();
        String year = form.group(2);
        String month = form.group(3);
        String day = form.group(4);
        if (negative && year.equals("0000")) {
            throw new EdtfException(whole, "the year before 0001 is 0000, without a sign", "0000 or -0001");
        }
        List<Integer> years = negative ? negated(fitting(year, 1, 9999)) : fitting(year, 0, 9999);
        if (month == null) {
            return new Term(text, Precision.YEAR,
                    LocalDate.of(years.get(0), 1, 1).toEpochDay(),
                    LocalDate.of(years.get(years.size() - 1), 12, 31).toEpochDay());
        }
        if (SEASON.matcher(month).matches()) {
            if (day != null) {
                throw new EdtfException(whole, "a season has no days", text.substring(0, text.length() - 3));
            }
            int start = 3 * (Integer.parseInt(month) - 20);
            return new Term(text, Precision.SEASON,
                    LocalDate.of(years.get(0), start, 1).toEpochDay(),
                    YearMonth.of(years.get(years.size() - 1), start).plusMonths(2).atEndOfMonth().toEpochDay());
        }
        List<Integer> months = fitting(month, 1, 12);
        if (months.isEmpty()) {
            throw Misspelling.ofMonth(text, month, whole);
        }
        if (day == null) {
            return new Term(text, Precision.MONTH,
                    LocalDate.of(years.get(0), months.get(0), 1).toEpochDay(),
                    YearMonth.of(years.get(years.size() - 1), months.get(months.size() - 1)).atEndOfMonth().toEpochDay());
        }
        List<Integer> days = fitting(day, 1, 31);
        Long first = firstFit(years, months, days);
        if (first == null) {
            throw Misspelling.ofDay(text, years.get(0), months, day, whole);
        }
        return new Term(text, Precision.DAY, first, firstFit(reversed(years), reversed(months), reversed(days)));
    }

    static Term ofDay(LocalDate day) {
        return new Term(day.toString(), Precision.DAY, day.toEpochDay(), day.toEpochDay());
    }

    static Term ofMonth(YearMonth month) {
        return new Term(month.toString(), Precision.MONTH, month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay());
    }

    static Term ofYear(Year year) {
        return new Term(year.toString(), Precision.YEAR, year.atDay(1).toEpochDay(), year.atDay(year.length()).toEpochDay());
    }

    /** This and each one after it to the last, both included; empty when there are more than the most or they are not alike. */
    List<Term> upTo(Term last, int most) {
        if (equals(last)) {
            return List.of(this);
        }
        if (precision != last.precision || precision == Precision.SEASON || hasUnknownDigits() || last.hasUnknownDigits()) {
            return List.of();
        }
        List<Term> terms = new ArrayList<>();
        for (LocalDate day = firstDay(); !day.isAfter(last.firstDay()); day = LocalDate.ofEpochDay(terms.get(terms.size() - 1).last + 1)) {
            if (terms.size() == most) {
                return List.of();
            }
            terms.add(precision == Precision.YEAR ? ofYear(Year.from(day))
                    : precision == Precision.MONTH ? ofMonth(YearMonth.from(day)) : ofDay(day));
        }
        return terms;
    }

    boolean hasUnknownDigits() {
        return text.indexOf('X') >= 0;
    }

    LocalDate firstDay() {
        return LocalDate.ofEpochDay(first);
    }

    LocalDate lastDay() {
        return LocalDate.ofEpochDay(last);
    }

    private static List<Integer> fitting(String pattern, int from, int to) {
        if (pattern.indexOf('X') < 0) {
            int value = Integer.parseInt(pattern);
            return value < from || value > to ? List.of() : List.of(value);
        }
        return IntStream.rangeClosed(from, to).filter(value -> fits(pattern, value)).boxed().toList();
    }

    private static boolean fits(String pattern, int value) {
        int rest = value;
        for (int place = pattern.length() - 1; place >= 0; place--) {
            char digit = pattern.charAt(place);
            if (digit != 'X' && digit - '0' != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }

    private static Long firstFit(List<Integer> years, List<Integer> months, List<Integer> days) {
        for (int year : years) {
            for (int month : months) {
                int length = YearMonth.of(year, month).lengthOfMonth();
                for (int day : days) {
                    if (day <= length) {
                        return LocalDate.of(year, month, day).toEpochDay();
                    }
                }
            }
        }
        return null;
    }

    private static List<Integer> negated(List<Integer> years) {
        return reversed(years.stream().map(year -> -year).toList());
    }

    private static List<Integer> reversed(List<Integer> values) {
        return IntStream.rangeClosed(1, values.size()).mapToObj(back -> values.get(values.size() - back)).toList();
    }
}
