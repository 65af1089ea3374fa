package org.demarche.exchange.example;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import org.demarche.history.RecordKind;

/**
 * One revision as an archive holds it, a line of JSON each, in the order in which they were recorded.
 *
 * @param record in the shape of its kind; without a version where it is the first revision of its record, else with the version that it changes
 */
record ExampleLine(RecordKind kind, Instant recordedAt, String recordedBy, JsonNode record) {
}
