package org.demarche.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which page of a list is shown, and where its neighbours are.
 *
 * @param number from 1
 * @param more whether another page follows
 * @param kept what stands in front of the number of the page in a query string; empty, or ends with {@code &}
 */
public record Paging(int number, boolean more, String kept) {
    /** So far that no list reaches it, and so near that a page's first row still has a number. */
    private static final int LAST = 1_000_000;

    public Paging(int number, boolean more) {
        this(number, more, "");
    }

    /** @param text of the parameter {@code page}; null or blank is the first */
    public static int number(String text) {
        if (text == null || text.isBlank()) {
            return 1;
        }
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > LAST) {
            throw new BadParameterException("page", "A page has a number from 1 on; write for example page=2");
        }
        return Integer.parseInt(text);
    }

    /** The same, with a parameter that its neighbours have too; none where the value is empty. */
    public Paging keeping(String parameter, String value) {
        return value.isEmpty() ? this : new Paging(number, more, kept + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&");
    }

    public String previous() {
        return "?" + kept + "page=" + (number - 1);
    }

    public String next() {
        return "?" + kept + "page=" + (number + 1);
    }
}
