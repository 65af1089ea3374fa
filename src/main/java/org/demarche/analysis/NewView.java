package org.demarche.analysis;

import java.util.List;

import org.demarche.item.Items;

/**
 * What is new since a moment.
 *
 * @param since 'Friday 20 November 2026, 18:00'
 * @param kept filters that the form hands on
 * @param filters what else the query asks, in words; null where it asks nothing else
 * @param came recorded since then, of that day or later
 * @param late recorded since then, of an earlier day
 * @param planned for this week; null where the query is of statements only, and so is {@code overdue}
 * @param overdue planned for an earlier day
 */
record NewView(String since, String zone, List<KeptField> kept, String filters, Items.Total total, ListedItems came, ListedItems late, ListedItems planned, ListedItems overdue,
               String week, QueryLinks links) {
}
