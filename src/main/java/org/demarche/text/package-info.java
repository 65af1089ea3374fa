/**
 * The normal form of text, slugs, quotation marks, anchors, and the one analysis of words that the index and the search in plain Java share.
 *
 * <p>Positions are Unicode code points, 0-based, the end exclusive; none is an index into a Java {@code String}.
 */
package org.demarche.text;
