package org.demarche.exchange.out;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.demarche.item.Item;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.timeline.TimelineCsv;

/** What TimelineJS 3 draws, as the columns of its spreadsheet. */
final class TimelineJsTableFormat extends TableFormat {
    private static final List<String> HEADER = List.of("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
            "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background");

    TimelineJsTableFormat() {
        super("timelinejs-csv", "timelinejs.csv", "text/csv; charset=UTF-8", "TimelineJS, CSV", TimelineJsFormat.CARRIES, TimelineCsv.FORMAT);
    }

    @Override
    List<String> header() {
        return HEADER;
    }

    @Override
    void rows(List<Item> items, Export export, Row row) throws IOException {
        for (var item : items) {
            var days = CalendarDays.of(item);
            if (days.isEmpty()) {
                export.leaveOut();
            } else {
                row.add(cells(item, days.get()));
            }
        }
    }

    private static List<String> cells(Item item, CalendarDays days) {
        var partial = TimelineJsFormat.Partial.of(item, days);
        boolean oneDay = days.exact() && days.isOneDay();
        var last = oneDay || partial != null || days.isOneDay() ? null : days.last();
        var time = oneDay && item.when().time() != null ? item.when().time().time().toString() : "";
        return Arrays.asList(year(days.first()), partial == TimelineJsFormat.Partial.YEAR ? "" : month(days.first()), partial == null ? day(days.first()) : "", time,
                year(last), month(last), day(last), "", TimelineCsv.guarded(DateWords.words(item.when().date())),
                TimelineCsv.guarded(EntryHtml.escaped(Texts.oneLine(item.title()))), TimelineCsv.guarded(EntryHtml.of(ChronicleEntry.of(item, true))),
                "", "", "", "", "", item.isStatement() ? "Statements" : "Events", "");
    }

    private static String year(LocalDate day) {
        return day == null ? "" : String.valueOf(TimelineJsFormat.year(day));
    }

    private static String month(LocalDate day) {
        return day == null ? "" : String.valueOf(day.getMonthValue());
    }

    private static String day(LocalDate day) {
        return day == null ? "" : String.valueOf(day.getDayOfMonth());
    }
}
