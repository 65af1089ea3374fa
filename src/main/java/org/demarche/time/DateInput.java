package org.demarche.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what people type into the date field of a form. {@code docs/reference/dates.md} lists the forms. */
public final class DateInput {

    private static final Pattern DAY_FIRST_OR_MONTH_FIRST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{2}|\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([./])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern EDTF_WITH_SPACES = Pattern.compile("[-0-9xX/.,\\[\\]?~% ]+");
    /** Has a word, or a dash that joins two dates. */
    private static final Pattern WORDS = Pattern.compile(".*\\p{L}{2,}.*|.*\\p{L}.* .*|.* - .*|\\d{4}-\\d{4}");

    private static final String EXAMPLE = "2023-02-01 or 1 February 2023";

    private DateInput() {
    }

    /** What was read, and how the date would be known when it stands like that in a source. */
    public record Reading(EdtfDate date, DateBasis basis) {
    }

    /**
     * A weekday is the one in the week up to the document's day; a day or month without year the nearest at or before it.
     *
     * @param documentDate the date of the document; null where unknown, and then nothing relative can be read
     * @throws EdtfException with a message for people when it cannot be read, or can be read in two ways
     */
    public static Reading read(String typed, EdtfDate documentDate) {
        String text = (typed == null ? "" : typed)
                .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .replaceAll("[‐‑‒–—−]", "-")
                .strip();
        refuseNumeric(text);
        try {
            return explicit(EdtfDate.parse(text));
        } catch (EdtfException notEdtf) {
            String mended = text.replaceAll(" ?([/,\\[\\]]|\\.\\.) ?", "$1").replace('x', 'X');
            if (EDTF_WITH_SPACES.matcher(text).matches() && !mended.equals(text)) {
                return explicit(EdtfDate.parse(mended));
            }
            if (text.length() > EdtfParser.LONGEST || !WORDS.matcher(text).matches()) {
                throw notEdtf;
            }
        }
        return new DatePhrase(text, dayOf(documentDate)).reading();
    }

    private static Reading explicit(EdtfDate date) {
        return new Reading(date, date.isSet() ? DateBasis.INFERRED : DateBasis.EXPLICIT);
    }

    private static void refuseNumeric(String text) {
        Matcher figures = DAY_FIRST_OR_MONTH_FIRST.matcher(text);
        if (figures.matches()) {
            String year = figures.group(4);
            List<EdtfDate> meant = Stream.of(form(year, figures.group(3), figures.group(1)), form(year, figures.group(1), figures.group(3)))
                    .distinct()
                    .map(form -> Misspelling.readable(form, null))
                    .filter(Objects::nonNull)
                    .map(EdtfDate::parse)
                    .toList();
            throw switch (meant.size()) {
                case 0 -> new EdtfException(text, "days and months in figures are not told apart here", EXAMPLE);
                case 1 -> new EdtfException(text, "days and months in figures are not told apart here",
                        meant.get(0) + " or " + DateWords.words(meant.get(0)));
                default -> new EdtfException(text, "it may be day and month or month and day",
                        meant.stream().map(date -> date + " (" + DateWords.words(date) + ")").collect(Collectors.joining(" or ")));
            };
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            throw new EdtfException(text, "year, month and day are joined with hyphens",
                    Misspelling.readable(form(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)), EXAMPLE));
        }
    }

    private static String form(String year, String month, String day) {
        return year + "-%02d-%02d".formatted(Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The last day that the date may be: a document of a month may tell of any day of it. Null where there is none. */
    private static LocalDate dayOf(EdtfDate date) {
        if (date == null) {
            return null;
        }
        FourDays days = date.days();
        return days.e2() != FourDays.PLUS_INFINITY ? LocalDate.ofEpochDay(days.e2())
                : days.s1() != FourDays.MINUS_INFINITY ? LocalDate.ofEpochDay(days.s1()) : null;
    }
}
