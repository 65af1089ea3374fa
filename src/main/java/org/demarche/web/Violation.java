package org.demarche.web;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field path of the field as the JSON record has it, such as {@code speakers[0].actor}; the name of the parameter
 *              for a query; empty when the whole is at fault
 * @param message a sentence for the reader, which says what is wrong and, where it helps, shows a right form
 */
public record Violation(String field, String message) {
}
