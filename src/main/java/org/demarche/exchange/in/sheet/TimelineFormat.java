package org.demarche.exchange.in.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.DelimitedReader;
import org.demarche.exchange.in.table.Dialects;
import org.demarche.exchange.in.table.TableProposals;
import org.demarche.exchange.in.table.TableReader;
import org.demarche.text.Texts;
import org.demarche.timeline.Column;
import org.demarche.timeline.TimelineCsv;

/** Our own timeline CSV: what is exported comes in again. Columns that are missing say nothing, others than ours are passed over. */
@ApplicationScoped
class TimelineFormat implements RowFormat {
    private static final Map<String, Column> COLUMNS = Arrays.stream(Column.values()).collect(Collectors.toMap(Column::word, column -> column));
    /** Names that no other table has by chance. */
    private static final int CERTAIN = 12;

    @Override
    public String word() {
        return "timeline";
    }

    @Override
    public String label() {
        return "timeline CSV of Démarche";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        if (file.isCalled("xlsx", "zip", "dna", "json", "ics")) {
            return 0;
        }
        try (var table = new DelimitedReader(file, Dialects.of(file))) {
            long ours = table.header().stream().filter(COLUMNS::containsKey).count();
            return ours >= CERTAIN || ours == table.header().size() && table.header().contains("date") && ours > 3 && table.header().contains("id") ? 95 : 0;
        } catch (UnreadableFileException other) {
            return 0;
        }
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        var table = new DelimitedReader(file, Dialects.of(file));
        var columns = new ArrayList<Column>();
        table.header().forEach(name -> columns.add(COLUMNS.get(name.toLowerCase(Locale.ROOT))));
        if (!columns.contains(Column.DATE)) {
            table.close();
            throw new UnreadableFileException(1, null, String.join(",", table.header()), "The header has no column ‘date’; a timeline CSV begins with its header: id,kind,title,date …");
        }
        return new TableProposals(table, row -> proposal(row, table.header(), columns));
    }

    private static Proposal proposal(TableReader.Row row, List<String> header, List<Column> columns) {
        var given = new EnumMap<Column, String>(Column.class);
        for (int place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            if (column != null) {
                var text = Texts.normalise(row.cells().get(place));
                given.put(column, column.isFreeText() ? TimelineCsv.unguarded(text) : text);
            }
        }
        return TimelineRow.proposal(row.row(), header, row.cells(), given, Column::word);
    }
}
