/**
 * What any list asks and gets: one query, one row, one interface.
 *
 * <p>{@link org.demarche.item.TimelineQuery} is the question in every URL that lists items, {@link org.demarche.item.Item} the row of
 * the answer, {@link org.demarche.item.Items} where it is asked. No entity and no database is known here.
 */
package org.demarche.item;
