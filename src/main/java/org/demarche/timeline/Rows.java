package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;

/** Rows of a lane, filled from the top: each mark takes the first row in which it touches no other. */
final class Rows {
    private record Span(double from, double to) {
    }

    private final List<List<Span>> rows = new ArrayList<>();

    /** @return the number of the row that it takes, not above {@code highest} */
    int take(double from, double to, int highest) {
        for (int row = highest;; row++) {
            while (rows.size() <= row) {
                rows.add(new ArrayList<>());
            }
            if (rows.get(row).stream().noneMatch(span -> span.from < to && from < span.to)) {
                rows.get(row).add(new Span(from, to));
                return row;
            }
        }
    }

    int number() {
        return rows.size();
    }

    /** Where the next mark of a row begins after a place; the edge where none does. */
    double freeUntil(int row, double from, double edge) {
        return rows.get(row).stream().mapToDouble(Span::from).filter(start -> start > from).min().orElse(edge);
    }
}
