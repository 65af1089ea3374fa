package org.demarche.exchange.in.table;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;

/** The proposals of a table, one for each of its rows. Closing it closes the table. */
public record TableProposals(TableReader table, Function<TableReader.Row, Proposal> each) implements ProposalReader {
    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public Proposal next() throws IOException {
        var row = table.next();
        return row == null ? null : each.apply(row);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
