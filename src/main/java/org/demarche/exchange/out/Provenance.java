package org.demarche.exchange.out;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where an export is from, so that a figure in a paper can be traced.
 *
 * @param query as a URL has it, empty for everything
 * @param address where the same is asked for again
 * @param asOf null where it is what was known when it was made
 * @param revision the number of the last change that it knows
 * @param codeBooks the schemes of codes with their versions
 * @param licence under which the data is given, null where nobody said
 */
public record Provenance(String title, String query, String address, Instant at, String asOf, long revision, List<String> codeBooks, String licence, String program) {

    /**
     * What is known once all is read.
     *
     * @param items how many were read
     * @param leftOut how many of these the format can't hold
     * @param sha256 of the timeline CSV of the same items in the same order
     */
    public record Rows(long items, long leftOut, String sha256) {
    }

    /** By name, for machines; null where unknown. */
    Map<String, Object> entries() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("title", title);
        entries.put("query", query);
        entries.put("address", address);
        entries.put("exported_at", at.toString());
        entries.put("as_of", asOf);
        entries.put("revision", revision);
        entries.put("code_books", codeBooks);
        entries.put("licence", licence);
        entries.put("program", program);
        return entries;
    }

    static Map<String, Object> entries(Rows rows) {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("items", rows.items);
        entries.put("left_out", rows.leftOut);
        entries.put("sha256", rows.sha256);
        return entries;
    }

    /** By name, for people. */
    Map<String, String> lines(Rows rows) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Title", title);
        lines.put("Query", query.isEmpty() ? "everything" : query);
        lines.put("Address", address);
        lines.put("Exported", at.toString());
        lines.put("As known on", asOf == null ? at.toString() : asOf);
        lines.put("Last change", String.valueOf(revision));
        lines.put("Code books", codeBooks.stream().collect(Collectors.joining(", ")));
        lines.put("Licence", licence == null ? "none is given" : licence);
        lines.put("Program", program);
        lines.put("Items", String.valueOf(rows.items));
        if (rows.leftOut > 0) {
            lines.put("Left out", rows.leftOut + ", which this format can't hold");
        }
        lines.put("SHA-256 of the timeline CSV of these items", rows.sha256);
        return lines;
    }
}
