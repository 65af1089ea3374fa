package org.demarche.exchange.in.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;

/** Calendars as their programs give them: an event of each VEVENT. */
@ApplicationScoped
class IcalendarFormat implements RowFormat {
    private static final int HEAD = 200;

    @Override
    public String word() {
        return "icalendar";
    }

    @Override
    public String label() {
        return "calendar (iCalendar)";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        // without the zeros of UTF-16 and any byte order mark
        var head = new String(file.head(HEAD), StandardCharsets.ISO_8859_1).replaceAll("[^\\x21-\\x7E]", "");
        return head.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15) ? 90 : file.isCalled("ics", "ical", "ifb") ? 70 : 0;
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        return new IcalendarReader(CalendarContent.read(file));
    }
}
