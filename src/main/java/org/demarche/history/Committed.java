package org.demarche.history;

/**
 * Fired once a change is on disk and before it is acknowledged: whoever follows the history brings itself up to date in its observer.
 *
 * @param last the number of the last revision of the change
 */
public record Committed(long last) {
}
