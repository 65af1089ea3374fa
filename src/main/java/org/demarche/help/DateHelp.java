package org.demarche.help;

import java.util.List;
import java.util.stream.Stream;

import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/**
 * A date with what it is read as: both are worked out, so that the help says what the form does.
 *
 * @param written as in the field
 * @param edtf as it is kept
 */
record DateHelp(String written, String edtf, String words) {
    /** The day of the document in the examples of what people type. */
    static final EdtfDate DOCUMENT = EdtfDate.parse("2023-02-01");

    static List<DateHelp> kept() {
        return Stream.of("2023-02-01", "2023-02", "2023", "2023-21", "202X", "2023-02-XX", "2023-05?", "2023-05~", "2023-05%", "2023-05-19/2023-05-21", "2022-02/..", "2022-02/",
                "../2023-05-05", "[2023-01-31..2023-02-01]", "[2023-01-30,2023-02-01]", "[..2023-02-01]").map(text -> of(text, EdtfDate.parse(text))).toList();
    }

    static List<DateHelp> typed() {
        return Stream.of("Tue", "yesterday", "1 Feb", "Feb. 1, 2023", "May 2023", "31 Jan or 1 Feb", "30 Jan or 1 Feb", "19–21 May 2023", "since February 2022", "until 5 May 2023",
                "about May 2023", "possibly May 2023", "spring 2023", "the 2020s", "2023 or earlier").map(text -> of(text, DateInput.read(text, DOCUMENT).date())).toList();
    }

    private static DateHelp of(String written, EdtfDate date) {
        return new DateHelp(written, date.toString(), DateWords.words(date));
    }
}
