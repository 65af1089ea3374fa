package org.demarche.exchange.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.demarche.history.KeptRevision;
import org.demarche.history.RecordKind;
import org.demarche.text.Texts;
import org.demarche.web.JsonFault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A line of a file of revisions. The record in it is taken letter by letter, so that it is written again as it was.
 *
 * @param kind of the file that it stands in
 */
record ArchiveText(RecordKind kind, String text, ObjectMapper mapper) {
    private static final Set<String> NUMBERS = Set.of("number", "version", "format");
    private static final Set<String> MEMBERS = Set.of("number", "kind", "id", "version", "recordedAt", "recordedBy", "reason", "format", "record");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_RECORD = 1_048_576;

    /** @throws ArchiveException where it is none, with the line */
    KeptRevision revision(long line) throws IOException {
        var members = new HashMap<String, String>();
        try (var json = mapper.getFactory().createParser(text)) {
            json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(line, "this is no JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                member(json, members, line);
            }
            if (json.nextToken() != null) {
                throw wrong(line, "something stands behind the object");
            }
        } catch (JsonProcessingException broken) {
            throw wrong(line, JsonFault.words(broken));
        }
        return revision(members, line);
    }

    private void member(JsonParser json, Map<String, String> members, long line) throws IOException {
        var name = json.currentName();
        if (!MEMBERS.contains(name)) {
            throw wrong(line, "‘" + Texts.cut(name.replaceAll("\\p{C}", "·"), 60) + "’ is not known here");
        }
        var value = json.nextToken();
        if (name.equals("record")) {
            members.put(name, record(json, value, line));
        } else if (value == JsonToken.VALUE_NULL) {
            members.put(name, null);
        } else if (value == (NUMBERS.contains(name) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING)) {
            members.put(name, json.getText());
        } else {
            throw wrong(line, name + " has the wrong type");
        }
    }

    /** As it stands there. */
    private String record(JsonParser json, JsonToken value, long line) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.START_OBJECT) {
            throw wrong(line, "record has the wrong type");
        }
        int from = (int) json.currentTokenLocation().getCharOffset();
        for (int depth = 1; depth > 0;) {
            var token = json.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                var words = json.getText();
                var problem = Texts.problem(words);
                if (problem.isPresent()) {
                    throw wrong(line, json.currentName() + ": " + problem.get());
                }
                if (!words.equals(Texts.normalise(words))) {
                    throw wrong(line, json.currentName() + ": the text is not in Unicode NFC");
                }
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        var record = text.substring(from, (int) json.currentLocation().getCharOffset());
        if (record.length() > LONGEST_RECORD) {
            throw wrong(line, "the record is longer than %,d characters".formatted(LONGEST_RECORD));
        }
        return record;
    }

    private KeptRevision revision(Map<String, String> members, long line) {
        if (!kind.name().equals(members.get("kind"))) {
            throw wrong(line, "kind: this file holds " + kind.name());
        }
        int format = whole(members, "format", KeptRevision.FORMAT, line, "a later Démarche wrote it");
        var by = text(members, "recordedBy", LONGEST_NAME, line);
        if (by == null || by.isBlank()) {
            throw wrong(line, "recordedBy is missing");
        }
        return new KeptRevision(whole(members, "number", Integer.MAX_VALUE, line, "it is too high"), kind, id(members, line), whole(members, "version", Integer.MAX_VALUE, line, "it is too high"),
                at(members, line), by, text(members, "reason", LONGEST_REASON, line), format, members.get("record"));
    }

    private int whole(Map<String, String> members, String name, int most, long line, String tooHigh) {
        var given = members.get(name);
        if (given == null || !given.matches("[0-9]{1,19}") || given.matches("0+")) {
            throw wrong(line, name + " is missing, or no number from 1");
        }
        if (given.length() > 10 || Long.parseLong(given) > most) {
            throw wrong(line, name + " " + given + ": " + tooHigh);
        }
        return Integer.parseInt(given);
    }

    private UUID id(Map<String, String> members, long line) {
        var given = members.get("id");
        if (given == null || !given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw wrong(line, "id is missing, or no id");
        }
        return UUID.fromString(given);
    }

    private Instant at(Map<String, String> members, long line) {
        try {
            var at = Instant.parse(members.getOrDefault("recordedAt", ""));
            if (at.equals(at.truncatedTo(ChronoUnit.MILLIS)) && at.isAfter(Instant.parse("0001-01-02T00:00:00Z")) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return at;
            }
        } catch (DateTimeParseException | NullPointerException unread) {
            // said below
        }
        throw wrong(line, "recordedAt is missing, or no instant as 2023-02-01T12:00:00Z");
    }

    private String text(Map<String, String> members, String name, int most, long line) {
        var given = members.get(name);
        Texts.problem(given).ifPresent(problem -> {
            throw wrong(line, name + ": " + problem);
        });
        if (Texts.length(given) > most) {
            throw wrong(line, name + " is longer than " + most + " characters");
        }
        return given;
    }

    private ArchiveException wrong(long line, String why) {
        return new ArchiveException(ArchiveFiles.revisions(kind), line, why);
    }
}
