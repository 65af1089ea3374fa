/**
 * The questions of a working day, each answered by a page: how a wording changed, who has reacted, what since two last met, what is new.
 *
 * <p>Whatever a page lists or counts it asks {@link org.demarche.item.Items} for with a query, so that each of its lists can be seen on the
 * timeline and taken away.
 */
package org.demarche.analysis;
