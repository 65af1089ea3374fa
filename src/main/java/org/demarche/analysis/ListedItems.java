package org.demarche.analysis;

import java.util.List;
import java.util.function.Function;

import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;

/**
 * One of several lists of a page: some of the items of a query, the way to those that follow, and where all of them are.
 *
 * @param name of the page's parameter for the cursor, and id of the section
 * @param next null where none follow
 */
record ListedItems(String name, List<Row> rows, long total, String next, QueryLinks links) {
    private static final int ROWS = 20;

    /** @param when what is told of its dates */
    record Row(ItemRow row, String when) {
    }

    /** How the lists of one page are asked for. */
    record Page(Items items, String address, Function<String, String> cursors) {
        /** @param when what is told of an item's dates */
        ListedItems list(String name, TimelineQuery query, Function<Item, String> when) {
            var asked = query.with(Parameter.LIMIT, String.valueOf(ROWS));
            var cursor = cursors.apply(name);
            var slice = items.list(cursor == null || cursor.isBlank() ? asked : asked.with(Parameter.CURSOR, cursor));
            var next = slice.next() == null ? null : address + (address.contains("?") ? "&" : "?") + name + "=" + slice.next() + "#" + name;
            return new ListedItems(name, slice.items().stream().map(item -> new Row(ItemRow.of(item), when.apply(item))).toList(), slice.total(), next, QueryLinks.of(query));
        }
    }
}
