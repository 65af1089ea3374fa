package org.demarche.exchange.in.dna;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.demarche.exchange.in.DerivedIds;
import org.demarche.source.DocumentRecord;
import org.demarche.text.Texts;
import org.demarche.web.RecordLimits;

/**
 * A document of a project of the Discourse Network Analyzer.
 *
 * @param record with the publisher's name in the place of its slug
 * @param key tells it apart from those of other projects
 */
record DnaDocument(DocumentRecord record, String key, String title, String section, String type, DnaText text) {
    private static final String NO_PUBLISHER = "Publisher not known";
    private static final int LAST_YEAR = 9_999;

    /** @param day null where it has no date */
    static DnaDocument of(String title, String text, String author, String source, String section, String type, String day) {
        var read = new DnaText(text == null ? "" : text);
        var publisher = !line(source).isEmpty() ? line(source) : !line(author).isEmpty() ? line(author) : NO_PUBLISHER;
        var hash = Texts.sha256(read.normal());
        var key = String.join("\0", "dna document", publisher, line(title), hash);
        boolean isHeld = Texts.length(read.normal()) <= RecordLimits.DOCUMENT_TEXT && !read.normal().isBlank();
        var agency = line(author).equals(publisher) ? "" : line(author);
        var id = DerivedIds.id(key, 0);
        return new DnaDocument(new DocumentRecord(id, null, publisher, agency.isEmpty() ? null : agency, line(title).isEmpty() ? null : line(title), null, null, day, null,
                null, isHeld ? null : hash, isHeld ? read.normal() : null, null), key, line(title), line(section), line(type), read);
    }

    UUID id() {
        return record.id();
    }

    /**
     * Version 3 keeps a date and time as if they were in UTC. Version 2 keeps a moment, and which day it was depends on where the coder's machine stood: an hour or half hour
     * sharp after noon in UTC is taken for midnight of the next day east of Greenwich. Null where it is no day of the calendar.
     */
    static String day(long moment, boolean inMilliseconds) {
        long seconds = inMilliseconds ? Math.floorDiv(moment, 1_000L) : moment;
        if (Math.abs((double) seconds) > 366.0 * 86_400 * LAST_YEAR) {
            return null;
        }
        if (inMilliseconds && seconds % 1_800 == 0 && Math.floorMod(seconds, 86_400L) >= 43_200) {
            seconds += 43_200;
        }
        var day = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return Math.abs(day.getYear()) > LAST_YEAR ? null : day.toString();
    }

    /** With its line ends. */
    static String lines(String text) {
        return Texts.normalise(DnaText.kept(text)).strip();
    }

    /** On one line, of what can be kept; empty for null. */
    static String line(String text) {
        return text == null ? "" : Texts.oneLine(Texts.normalise(DnaText.kept(text)));
    }
}
