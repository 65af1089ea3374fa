package org.demarche.exchange.in.slides;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.DelimitedReader;
import org.demarche.exchange.in.table.Dialects;

/** What TimelineJS draws: the JSON of versions 2 and 3, and the table of its spreadsheet. */
@ApplicationScoped
class SlidesFormat implements RowFormat {
    private static final int HEAD = 1 << 14;
    private static final Pattern LISTS = Pattern.compile("\"(events|timeline)\"\\s*:\\s*[\\[{]");
    private static final Pattern SLIDES = Pattern.compile("\"(start_date|startDate|headline)\"\\s*:");

    @Override
    public String word() {
        return "timelinejs";
    }

    @Override
    public String label() {
        return "TimelineJS (JSON or CSV)";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        if (isJson(file)) {
            var head = new String(file.head(HEAD), StandardCharsets.UTF_8);
            return LISTS.matcher(head).find() ? SLIDES.matcher(head).find() ? 85 : 55 : SLIDES.matcher(head).find() && head.contains("\"text\"") ? 60 : 0;
        }
        if (file.isCalled("xlsx", "zip", "dna", "ics")) {
            return 0;
        }
        try (var table = new DelimitedReader(file, Dialects.of(file))) {
            return SlideTable.isHeader(table.header()) ? 85 : 0;
        } catch (UnreadableFileException other) {
            return 0;
        }
    }

    private static boolean isJson(ImportFile file) throws IOException {
        return new String(file.head(HEAD), StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().startsWith("{");
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        if (isJson(file) || file.isCalled("json")) {
            return new SlideJson(file);
        }
        var table = new DelimitedReader(file, Dialects.of(file));
        if (!SlideTable.isHeader(table.header())) {
            table.close();
            throw new UnreadableFileException(1, null, String.join(",", table.header()), "The header is not that of TimelineJS's spreadsheet: Year, Month, Day, Time, End Year … Headline, Text …");
        }
        return new SlideTable(table);
    }
}
