package org.demarche.source;

/**
 * Where in a document something stands, by its words and by its place (W3C TextQuoteSelector and TextPositionSelector).
 *
 * @param part WHOLE or QUOTE
 * @param start in code points from 0, null where unknown
 * @param end exclusive
 * @param exact the words, null where they are not held
 * @param sha256 of the exact words where these are not held
 * @param state EXACT, AMBIGUOUS, ORPHANED or UNVERIFIED; null is UNVERIFIED
 */
public record AnchorRecord(String part, Integer start, Integer end, String exact, String prefix, String suffix, String sha256, String state) {
}
