package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.demarche.event.Linked;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.source.DocumentRecord;

/** The rows that one transaction checks or keeps, and what comes of each. */
final class ImportBatch {
    final List<Row> rows = new ArrayList<>();
    /** Documents that some row cites and that are not here, by their ids. */
    final Map<UUID, DocumentRecord> documents = new LinkedHashMap<>();
    final List<ImportProblem> problems = new ArrayList<>();
    final List<ImportProblem> conflicts = new ArrayList<>();
    final List<Long> waiting = new ArrayList<>();
    private final Set<UUID> within = new HashSet<>();
    private final Map<UUID, Row> byId = new HashMap<>();

    /** What comes of a row. */
    enum Outcome {
        OPEN, FRESH, CHANGED, UNCHANGED, CONFLICT, REFUSED
    }

    /** One row on its way. */
    static final class Row {
        final Proposal proposal;
        Linked record;
        Linked present;
        /** The version that it changes, null where it is new. */
        Integer version;
        Outcome outcome = Outcome.OPEN;

        Row(Proposal proposal) {
            this.proposal = proposal;
        }

        boolean isOpen() {
            return outcome == Outcome.OPEN;
        }

        /** Whether it says what is there, whyever that was changed. */
        boolean isAsPresent() {
            return present != null && plain(record).equals(plain(present));
        }

        private static Linked plain(Linked record) {
            return (Linked) record.linked(record.links(), null).identified(null, null);
        }
    }

    ImportBatch(List<Proposal> proposals) {
        for (var proposal : proposals) {
            var row = new Row(proposal);
            rows.add(row);
            if (proposal.id() != null) {
                byId.putIfAbsent(proposal.id(), row);
            }
        }
    }

    List<Row> open() {
        return rows.stream().filter(Row::isOpen).toList();
    }

    Row of(UUID id) {
        return byId.get(id);
    }

    /** Whether the row is the first of the batch with its id. */
    boolean isFirst(Row row) {
        return within.add(row.proposal.id());
    }

    void refuse(Row row, String field, String reason) {
        var column = field == null || field.isEmpty() ? null : row.proposal.columnOf().apply(field);
        problems.add(new ImportProblem(row.proposal.row(), column, row.proposal.cell(column), reason));
        row.outcome = Outcome.REFUSED;
    }

    void refuse(Row row, List<ImportProblem> reasons) {
        problems.addAll(reasons);
        row.outcome = Outcome.REFUSED;
    }

    void conflict(Row row, String reason) {
        conflicts.add(new ImportProblem(row.proposal.row(), null, null, reason));
        row.outcome = Outcome.CONFLICT;
    }

    ImportCounts counts(long kept) {
        return new ImportCounts(rows.size(), count(Outcome.FRESH), count(Outcome.CHANGED), count(Outcome.UNCHANGED), count(Outcome.CONFLICT), count(Outcome.REFUSED), kept);
    }

    private long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome == outcome).count();
    }
}
