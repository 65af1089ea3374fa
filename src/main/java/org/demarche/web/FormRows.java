package org.demarche.web;

import java.util.ArrayList;
import java.util.List;

/** Rows of one list as a record has them, with the number that each has in the form: rows that stay empty are left out of the record. */
public record FormRows<T>(List<Integer> numbers, List<T> rows) {
    public static <T> FormRows<T> empty() {
        return new FormRows<>(new ArrayList<>(), new ArrayList<>());
    }

    public void add(int number, T row) {
        numbers.add(number);
        rows.add(row);
    }

    /** The number in the form of a row of the record; that of the record itself beyond them. */
    public int number(int row) {
        return row < numbers.size() ? numbers.get(row) : row;
    }
}
