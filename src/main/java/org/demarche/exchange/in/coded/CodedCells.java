package org.demarche.exchange.in.coded;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.ImportProblem;

/** Cells that sets of events share. */
final class CodedCells {
    private CodedCells() {
    }

    /** The day as it stands; what is no day of the calendar is a problem. */
    static String day(long row, String column, String cell, List<ImportProblem> problems) {
        try {
            return LocalDate.parse(cell).toString();
        } catch (DateTimeException none) {
            problems.add(new ImportProblem(row, column, cell, "It is no day of the calendar"));
            return null;
        }
    }

    /** Null where the cell is empty; what is no number is a problem. */
    static Double number(long row, String column, String cell, List<ImportProblem> problems) {
        if (cell.isEmpty()) {
            return null;
        }
        if (!cell.matches("[-+]?\\d{1,9}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?")) {
            problems.add(new ImportProblem(row, column, cell, "It is no number"));
            return null;
        }
        return Double.valueOf(cell);
    }

    static UUID id(String text, String day) {
        return DerivedIds.id(text, LocalDate.parse(day).toEpochDay());
    }
}
