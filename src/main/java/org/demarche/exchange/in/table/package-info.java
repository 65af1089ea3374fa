/** The rows of a table in a text file or a workbook, read strictly, whatever they mean: {@link org.demarche.exchange.in.table.TableReader}. */
package org.demarche.exchange.in.table;
