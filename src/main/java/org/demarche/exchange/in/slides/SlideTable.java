package org.demarche.exchange.in.slides;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.table.DelimitedReader;
import org.demarche.text.Texts;
import org.demarche.timeline.TimelineCsv;

/** Slides in the columns of TimelineJS's spreadsheet. */
final class SlideTable implements ProposalReader {
    private static final Slide.Columns CALLED = new Slide.Columns("Type", "Year", "Time", "End Year", "Headline", "Group");
    private static final List<String> TELLING = List.of("end year", "display date", "media", "media credit", "media caption", "media thumbnail", "background", "group");
    private static final int ENOUGH = 3;

    private final DelimitedReader table;
    private final Map<String, Integer> places;

    SlideTable(DelimitedReader table) {
        this.table = table;
        places = places(table.header());
    }

    /** Whether a header is that of the spreadsheet, perhaps without some of its columns. */
    static boolean isHeader(List<String> header) {
        var names = places(header).keySet();
        return names.contains("year") && names.contains("headline") && TELLING.stream().filter(names::contains).count() >= ENOUGH;
    }

    private static Map<String, Integer> places(List<String> header) {
        var places = new HashMap<String, Integer>();
        for (int place = 0; place < header.size(); place++) {
            places.putIfAbsent(header.get(place).toLowerCase(Locale.ROOT), place);
        }
        return places;
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public Proposal next() throws IOException {
        var row = table.next();
        if (row == null) {
            return null;
        }
        var cells = row.cells();
        return new Slide(row.row(), table.header(), cells, cell(cells, "type"), cell(cells, "unique id"),
                new SlideDate(cell(cells, "year"), cell(cells, "month"), cell(cells, "day"), cell(cells, "time")),
                new SlideDate(cell(cells, "end year"), cell(cells, "end month"), cell(cells, "end day"), cell(cells, "end time")),
                TimelineCsv.unguarded(cell(cells, "headline")), TimelineCsv.unguarded(cell(cells, "group")), CALLED).proposal();
    }

    private String cell(List<String> cells, String column) {
        var place = places.get(column);
        return place == null ? "" : Texts.normalise(cells.get(place)).strip();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
