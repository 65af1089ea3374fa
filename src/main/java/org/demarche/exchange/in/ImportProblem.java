package org.demarche.exchange.in;

import org.demarche.text.Texts;

/**
 * What keeps a row out.
 *
 * @param row in the file, counted from 1 with its header, as a spreadsheet does; 0 where it is the file as a whole
 * @param column as the file calls it, null where it is the row as a whole
 * @param value of that cell, cut; null where there is none
 */
public record ImportProblem(long row, String column, String value, String reason) {
    private static final int SHOWN = 200;
    private static final int REASON = 1_000;

    public ImportProblem {
        column = column == null ? null : Texts.cut(printable(column), SHOWN);
        value = value == null ? null : Texts.cut(printable(value), SHOWN);
        reason = Texts.cut(printable(reason), REASON);
    }

    /** A damaged file may hold anything; databases do not take NUL and halves of characters. */
    private static String printable(String text) {
        var normal = Texts.normalise(text);
        return Texts.problem(normal).isEmpty() ? normal : normal.replaceAll("[\\x00\\uD800-\\uDFFF]", "\uFFFD");
    }
}
