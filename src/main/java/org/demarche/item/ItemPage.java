package org.demarche.item;

import java.util.List;

/**
 * A few of the items of a query, as a page lists them beside other things.
 *
 * @param next the cursor of those that follow, null where none do
 * @param timeline where all of them are seen
 * @param known as of when they are as they are, null being now
 */
public record ItemPage(List<ItemRow> rows, long total, String next, String timeline, AsOf known) {
    private static final int ROWS = 20;

    /** @param cursor where to go on, null or blank for the first ones */
    public static ItemPage of(Items items, TimelineQuery query, String cursor) {
        var asked = query.with(Parameter.LIMIT, String.valueOf(ROWS));
        var slice = items.list(cursor == null || cursor.isBlank() ? asked : asked.with(Parameter.CURSOR, cursor));
        return new ItemPage(ItemRow.of(slice.items()), slice.total(), slice.next(), query.at("/timeline"), query.asOf().orElse(null));
    }
}
