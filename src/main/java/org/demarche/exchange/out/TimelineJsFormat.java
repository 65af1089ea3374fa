package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.demarche.item.Item;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;

/** What TimelineJS 3 draws, as JSON. */
final class TimelineJsFormat extends ExportFormat {
    static final String CARRIES = "A slide for each item: title, who for whom, words, source. Months and years stay what they are; other uncertain dates are drawn over the days they may be, with the date in words.";

    private final ObjectMapper mapper;

    TimelineJsFormat(ObjectMapper mapper) {
        super("timelinejs", "timelinejs.json", "application/json", "TimelineJS, JSON", CARRIES);
        this.mapper = mapper;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        try (var json = mapper.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeObjectFieldStart("title");
            text(json, EntryHtml.escaped(Texts.oneLine(export.provenance().title())), export.introduction() == null ? "" : "<p>" + EntryHtml.escaped(export.introduction()) + "</p>");
            json.writeEndObject();
            json.writeArrayFieldStart("events");
            export.each(items -> {
                for (var item : items) {
                    var days = CalendarDays.of(item);
                    if (days.isEmpty()) {
                        export.leaveOut();
                    } else {
                        slide(json, item, days.get());
                    }
                }
            });
            json.writeEndArray();
            // TimelineJS passes over what it doesn't know.
            json.writeObjectField("export", export.provenance().entries());
            json.writeObjectField("rows", Provenance.entries(export.rows()));
            json.writeEndObject();
        }
    }

    private static void slide(JsonGenerator json, Item item, CalendarDays days) throws IOException {
        json.writeStartObject();
        json.writeStringField("unique_id", item.id().toString());
        boolean oneDay = days.exact() && days.isOneDay();
        boolean asItIs = oneDay || Partial.of(item, days) != null;
        json.writeObjectFieldStart("start_date");
        day(json, days.first(), Partial.of(item, days));
        if (oneDay && item.when().time() != null) {
            json.writeNumberField("hour", item.when().time().time().getHour());
            json.writeNumberField("minute", item.when().time().time().getMinute());
        }
        json.writeEndObject();
        if (!asItIs && !days.isOneDay()) {
            json.writeObjectFieldStart("end_date");
            day(json, days.last(), null);
            json.writeEndObject();
        }
        json.writeStringField("display_date", DateWords.words(item.when().date()));
        json.writeObjectFieldStart("text");
        headline(json, EntryHtml.escaped(Texts.oneLine(item.title())), EntryHtml.of(ChronicleEntry.of(item, true)));
        json.writeEndObject();
        json.writeStringField("group", item.isStatement() ? "Statements" : "Events");
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String headline, String text) throws IOException {
        json.writeObjectFieldStart("text");
        headline(json, headline, text);
        json.writeEndObject();
    }

    private static void headline(JsonGenerator json, String headline, String text) throws IOException {
        json.writeStringField("headline", headline);
        json.writeStringField("text", text);
    }

    private static void day(JsonGenerator json, LocalDate day, Partial partial) throws IOException {
        json.writeNumberField("year", year(day));
        if (partial != Partial.YEAR) {
            json.writeNumberField("month", day.getMonthValue());
            if (partial != Partial.MONTH) {
                json.writeNumberField("day", day.getDayOfMonth());
            }
        }
    }

    /** TimelineJS writes -44 as 44 BC; our years have a year 0, which is 1 BC. */
    static int year(LocalDate day) {
        return day.getYear() > 0 ? day.getYear() : day.getYear() - 1;
    }

    /** What is known of a date that is no day but can be said without one. */
    enum Partial {
        YEAR, MONTH;

        /** Null for what is no single month or year. */
        static Partial of(Item item, CalendarDays days) {
            var date = item.when().date();
            return date.isQualified() || date.isInterval() || date.isSet() ? null : days.isMonth() ? MONTH : days.isYear() ? YEAR : null;
        }
    }
}
