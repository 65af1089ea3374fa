package org.demarche.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date in words: one date, an interval, or one of a list, in the forms in which {@link DateWords} writes them and their kin. */
final class DatePhrase {

    /** In this order: the two years of a winter, an EDTF date or a year, a number with what hangs on it, a word, a sign. */
    private static final Pattern WORD = Pattern.compile("(?<=winter )\\d{4}-\\d{4}"
            + "|\\d{4}-[\\dx]{2}(?:-[\\dx]{2})?(?![\\dx])|[\\dx]{4}(?![\\da-z])"
            + "|\\d[\\d:]*\\p{L}*|\\p{L}+|\\S");
    private static final Set<String> FILLERS = Set.of("the", "of", "in", "on", "day", "month", "season", "year", ".");
    private static final Set<String> ONWARDS = Set.of("on", "onward", "onwards");
    private static final Set<String> ABOUT = Set.of("about", "around", "circa", "c", "ca", "approximately", "roughly");
    private static final Set<String> POSSIBLY = Set.of("possibly", "perhaps", "maybe", "probably");
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "-");

    private final String typed;
    private final LocalDate documentDay;
    private boolean relative;

    /** @param documentDay null where it is not known */
    DatePhrase(String typed, LocalDate documentDay) {
        this.typed = typed;
        this.documentDay = documentDay;
    }

    DateInput.Reading reading() {
        EdtfDate date = EdtfDate.parse(edtf(words()));
        DateBasis basis = date.isSet() ? DateBasis.INFERRED : relative ? DateBasis.EXPLICIT_RELATIVE : DateBasis.EXPLICIT;
        return new DateInput.Reading(date, basis);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher next = WORD.matcher(typed.toLowerCase(Locale.ROOT));
        while (next.find()) {
            words.add(next.group());
        }
        boolean isOnwards = words.size() > 1 && ONWARDS.contains(words.get(words.size() - 1));
        words.removeIf(word -> FILLERS.contains(word) || isOnwards && ONWARDS.contains(word));
        List<String> kept = withoutJoiningCommas(words);
        if (isOnwards && !kept.isEmpty() && kept.get(0).equals("from")) {
            kept.set(0, "since");
        }
        return kept;
    }

    /** A comma joins a year to its day, as in 'Feb 1, 2023'; any other separates. */
    private static List<String> withoutJoiningCommas(List<String> words) {
        List<String> kept = new ArrayList<>();
        boolean hasYear = false;
        for (int place = 0; place < words.size(); place++) {
            String word = words.get(place);
            if (word.equals(",") && !hasYear && place + 1 < words.size() && words.get(place + 1).matches("\\d{4}")) {
                continue;
            }
            hasYear = word.matches("\\d{4}.*") || hasYear && !word.equals(",") && !word.equals("or");
            kept.add(word);
        }
        return kept;
    }

    private String edtf(List<String> words) {
        String phrase = String.join(" ", words);
        switch (phrase) {
            case "start unknown , still going", "start unknown , still going on", "still going", "ongoing":
                return "/..";
            case "start and end unknown":
                return "/";
            case "always , still going":
                return "../..";
            case "always before , end unknown":
                return "../";
            default:
        }
        if (phrase.startsWith("start unknown , until ")) {
            return "/" + end(words.subList(4, words.size()));
        }
        if (words.isEmpty()) {
            throw missing();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "since" -> since(rest);
            case "until", "till" -> "../" + end(rest);
            case "whole", "all" -> end(rest) + "/" + end(rest);
            case "some" -> some(rest);
            case "from" -> interval(rest);
            default -> words.contains("or") ? oneOf(words) : words.stream().anyMatch(TO::contains) ? interval(words) : end(words);
        };
    }

    private String since(List<String> words) {
        String phrase = String.join(" ", words);
        if (phrase.endsWith(" , end unknown")) {
            return end(words.subList(0, words.size() - 3)) + "/";
        }
        return end(phrase.endsWith(" , still going") ? words.subList(0, words.size() - 3) : words) + "/..";
    }

    private String interval(List<String> words) {
        List<List<String>> ends = split(words, TO);
        if (ends.size() != 2) {
            throw new EdtfException(typed, "an interval has two ends", "19–21 May 2023 or since February 2022");
        }
        List<String> signs = ends.stream().map(this::signs).toList();
        List<String> dates = resolved(ends.stream().map(this::withoutSigns).toList());
        return dates.get(0) + signs.get(0) + "/" + dates.get(1) + signs.get(1);
    }

    /** 'some day of 2023', 'some month of 2023', 'some day from 1 to 20 January 2023'. */
    private String some(List<String> words) {
        if (words.isEmpty()) {
            throw missing();
        }
        if (words.get(0).equals("from")) {
            List<String> dates = resolved(split(words.subList(1, words.size()), TO));
            return "[" + String.join("..", dates) + "]";
        }
        String within = end(words);
        String day = typed.matches("(?i).*\\bday\\b.*") ? "-XX" : "";
        return within.length() == 4 ? within + "-XX" + day : within + day;
    }

    private String oneOf(List<String> words) {
        int last = words.size() - 1;
        if (last > 1 && words.get(last - 1).equals("or")) {
            if (words.get(last).equals("earlier")) {
                return "[.." + end(words.subList(0, last - 1)) + "]";
            }
            if (words.get(last).equals("later")) {
                return "[" + end(words.subList(0, last - 1)) + "..]";
            }
        }
        List<List<String>> parts = split(words, Set.of("or", ","));
        if (parts.stream().anyMatch(part -> !signs(part).isEmpty())) {
            throw new EdtfException(typed, "one of several has no ‘about’ or ‘possibly’", "31 January or 1 February 2023");
        }
        List<String> dates = resolved(parts);
        boolean isRange = true;
        for (int place = 1; place < dates.size(); place++) {
            isRange &= follows(dates.get(place - 1), dates.get(place));
        }
        return isRange ? "[" + dates.get(0) + ".." + dates.get(dates.size() - 1) + "]" : "[" + String.join(",", dates) + "]";
    }

    private static boolean follows(String one, String next) {
        Term before = Term.parse(one, one);
        Term after = Term.parse(next, next);
        return before.precision() == after.precision() && before.precision() != Precision.SEASON && before.last() + 1 == after.first();
    }

    private String end(List<String> words) {
        return resolved(List.of(withoutSigns(words))).get(0) + signs(words);
    }

    /** From the last to the first, since the last one of a list has the month and the year, and each counts from the next. */
    private List<String> resolved(List<List<String>> parts) {
        List<PartialDate> partial = withMonths(parts.stream().map(part -> PartialDateReader.read(part, typed)).toList());
        List<String> dates = new ArrayList<>();
        LocalDate latest = documentDay;
        PartialDate last = partial.get(partial.size() - 1);
        if (!last.hasYear() && partial.stream().anyMatch(PartialDate::hasYear)) {
            throw new EdtfException(typed, "the last date needs its year too", "31 January or 1 February 2023");
        }
        for (int place = partial.size() - 1; place >= 0; place--) {
            String date = partial.get(place).before(partial.get(place).offset() == null ? latest : documentDay);
            latest = Term.parse(date, typed).firstDay();
            dates.add(0, date);
        }
        relative |= !last.hasYear();
        return dates;
    }

    /** '29, 30 or 31 Jan' has the month at its end, 'Jan 29, 30 or 31' at its start. */
    private static List<PartialDate> withMonths(List<PartialDate> dates) {
        List<PartialDate> filled = new ArrayList<>(dates);
        boolean monthFirst = dates.get(0).monthFirst();
        for (int step = 1; step < filled.size(); step++) {
            int place = monthFirst ? step : filled.size() - 1 - step;
            PartialDate neighbour = filled.get(monthFirst ? place - 1 : place + 1);
            if (filled.get(place).isDayAlone()) {
                filled.set(place, filled.get(place).of(neighbour.month()));
            }
        }
        return filled;
    }

    private String signs(List<String> words) {
        boolean isAbout = words.stream().anyMatch(word -> ABOUT.contains(word) || word.equals("~") || word.equals("%"));
        boolean isPossible = words.stream().anyMatch(word -> POSSIBLY.contains(word) || word.equals("?") || word.equals("%"));
        return (isAbout ? isPossible ? Qualifier.BOTH : Qualifier.APPROXIMATE : isPossible ? Qualifier.UNCERTAIN : Qualifier.NONE).sign();
    }

    private List<String> withoutSigns(List<String> words) {
        return words.stream().filter(word -> !ABOUT.contains(word) && !POSSIBLY.contains(word) && !word.matches("[?~%,]")).toList();
    }

    private List<List<String>> split(List<String> words, Set<String> at) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String word : words) {
            if (at.contains(word)) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(word);
            }
        }
        if (parts.stream().anyMatch(List::isEmpty)) {
            throw missing();
        }
        return parts;
    }

    private EdtfException missing() {
        return new EdtfException(typed, "a date is missing", "1 February 2023, 31 Jan or 1 Feb, or 2023-02-01");
    }
}
