package org.demarche.exchange.in.sheet;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.DelimitedReader;
import org.demarche.exchange.in.table.Dialect;
import org.demarche.exchange.in.table.Dialects;
import org.demarche.exchange.in.table.TableProposals;
import org.demarche.exchange.in.table.TableReader;
import org.demarche.exchange.in.table.WorkbookReader;

/** Any table: a text file of cells or a workbook, by a mapping of its columns. */
@ApplicationScoped
class SheetFormat implements RowFormat {
    static final String WORD = "table";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String label() {
        return "table (CSV, TSV or XLSX)";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        if (isWorkbook(file)) {
            return 60;
        }
        return file.isCalled("csv", "tsv", "tab", "txt") ? 51 : file.isCalled("json", "ics", "dna", "zip", "xml", "xls", "ods", "db", "html") ? 0 : isText(file) ? 50 : 0;
    }

    @Override
    public SheetMapping proposedMapping(ImportFile file) throws IOException {
        var dialect = isWorkbook(file) ? null : Dialects.of(file);
        try (var table = table(file, dialect)) {
            return SheetProposer.propose(table, dialect, null);
        }
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        var read = SheetMapping.read(mapping);
        var table = table(file, read.dialect());
        try {
            return new TableProposals(table, new SheetRow(table.header(), read)::proposal);
        } catch (UnreadableFileException unfit) {
            table.close();
            throw unfit;
        }
    }

    static TableReader table(ImportFile file, Dialect dialect) throws IOException {
        return dialect == null ? new WorkbookReader(file) : new DelimitedReader(file, dialect);
    }

    private static boolean isWorkbook(ImportFile file) throws IOException {
        var head = file.head(4);
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4 && !file.isCalled("zip");
    }

    private static boolean isText(ImportFile file) throws IOException {
        try {
            Dialects.of(file);
            return true;
        } catch (UnreadableFileException binary) {
            return false;
        }
    }
}
