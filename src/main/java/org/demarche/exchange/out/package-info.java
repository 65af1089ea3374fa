/**
 * Everything out: what a query finds, in the form that the next tool expects. {@link org.demarche.exchange.out.ExportFormats} has all of
 * them; each writes what one {@link org.demarche.exchange.out.Export} reads for it, batch after batch.
 */
package org.demarche.exchange.out;
