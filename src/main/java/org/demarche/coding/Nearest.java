package org.demarche.coding;

import java.util.Comparator;
import java.util.List;

/** The right forms nearest to a wrong one. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {
    }

    /** 'do you mean …?' where something is near, else what there is to choose from. */
    static String to(String wrong, List<String> right) {
        List<String> near = right.stream()
                .filter(form -> distance(wrong, form) <= Math.max(1, form.length() / 3) || form.startsWith(wrong) || wrong.startsWith(form))
                .sorted(Comparator.comparingInt(form -> distance(wrong, form)))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "it may be " + String.join(", ", right) : "do you mean " + String.join(" or ", near) + "?";
    }

    /** The number of letters to put in, take out or change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int changed = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
