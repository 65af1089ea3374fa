/**
 * Tables that analysts make: the timeline CSV, and any other whose columns are mapped to its columns. {@code TimelineRow} makes records of cells for both.
 * {@link org.demarche.exchange.in.sheet.ColumnPages} is the one page that a format has of its own.
 */
package org.demarche.exchange.in.sheet;
