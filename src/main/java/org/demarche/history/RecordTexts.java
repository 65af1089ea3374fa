package org.demarche.history;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Which feature keeps which kind of record, and how a record is written as text. */
@ApplicationScoped
public class RecordTexts {
    private final Map<RecordKind, Recorded<?>> features = new EnumMap<>(RecordKind.class);
    private final ObjectMapper mapper;

    private final AsRecorded asRecorded;

    @Inject
    RecordTexts(@Any Instance<Recorded<?>> offered, ObjectMapper mapper, AsRecorded asRecorded) {
        this.asRecorded = asRecorded;
        offered.forEach(feature -> features.put(feature.kind(), feature));
        this.mapper = mapper;
    }

    /** For the rest of the transaction. */
    void takeAsRecorded() {
        asRecorded.begin(false);
    }

    Recorded<?> feature(RecordKind kind) {
        return features.get(kind);
    }

    @SuppressWarnings("unchecked")
    <R extends RootRecord> Recorded<R> featureOf(R record) {
        return (Recorded<R>) features.values().stream().filter(feature -> feature.type().isInstance(record)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody keeps a " + record.getClass().getSimpleName()));
    }

    public String write(RootRecord record) {
        try {
            return mapper.writeValueAsString(record);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A checked record can't be written", broken);
        }
    }

    /** The same of a record that is to be kept. */
    String writeWithinLimit(RootRecord record) {
        var violations = new Violations();
        var text = write(record, violations);
        violations.orThrow();
        return text;
    }

    /** The same, which notes where it is too long. */
    String write(RootRecord record, Violations violations) {
        var text = write(record);
        if (text.length() > RecordLimits.RECORD) {
            violations.add("", "The record as a whole is longer than %,d characters".formatted(RecordLimits.RECORD));
        }
        return text;
    }

    /**
     * Reads a text that comes from elsewhere.
     *
     * @throws JsonProcessingException where it is no record of this kind
     */
    public RootRecord readForeign(RecordKind kind, String text) throws JsonProcessingException {
        return mapper.readValue(text, features.get(kind).type());
    }

    /** The record of a kind. */
    public Class<? extends RootRecord> type(RecordKind kind) {
        return features.get(kind).type();
    }

    JsonNode tree(Object record) {
        return mapper.valueToTree(record);
    }

    JsonNode tree(String text) throws JsonProcessingException {
        return mapper.readTree(text);
    }

    /** Reads a text that {@link #write} made. */
    public RootRecord read(RecordKind kind, String text) {
        try {
            return mapper.readValue(text, features.get(kind).type());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A kept " + kind.label() + " can't be read", broken);
        }
    }
}
