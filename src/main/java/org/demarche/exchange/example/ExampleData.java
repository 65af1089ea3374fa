package org.demarche.exchange.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RecordTexts;
import org.demarche.history.Revisions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** The example timeline: a careful reading of one article on Japan, NATO and China, early 2023. Loaded on the first start, removable. */
@ApplicationScoped
public class ExampleData {
    /** Behind the index, which must be there to follow what is loaded. */
    public static final int PRIORITY = 5_000;

    private static final Logger LOG = Logger.getLogger(ExampleData.class);
    private static final String RESOURCE = "/example/revisions.jsonl";
    private static final String REASON = "The example was removed";

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    RecordTexts texts;
    @Inject
    Identities identities;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.example-data")
    boolean wanted;

    private List<ExampleLine> lines;

    void onStart(@Observes @jakarta.annotation.Priority(PRIORITY) StartupEvent start) {
        if (wanted && revisions.last() == 0) {
            load();
        }
    }

    /** Loads it into an empty database, in one transaction. */
    public void load() {
        history.write(change -> {
            lines().forEach(line -> keep(line, change));
            return null;
        });
        LOG.infof("Loaded the example timeline: %d revisions", lines().size());
    }

    /** Whether any statement or event of the example is there. */
    public boolean isPresent() {
        return QuarkusTransaction.joiningExisting().call(() -> ids(RecordKind.STATEMENT).stream().anyMatch(id -> identities.isPresent(RecordKind.STATEMENT, id))
                || ids(RecordKind.EVENT).stream().anyMatch(id -> identities.isPresent(RecordKind.EVENT, id)));
    }

    /**
     * Retracts what of the example nobody else has changed and nothing else uses. What is used stays, and so does what that needs.
     *
     * @return how many records were retracted
     */
    public int remove() {
        var records = new LinkedHashMap<UUID, RecordKind>();
        lines().forEach(line -> records.put(id(line), line.kind()));
        var backwards = new ArrayList<>(records.keySet());
        Collections.reverse(backwards);
        return history.write(change -> (int) backwards.stream().filter(id -> retract(records.get(id), id, change)).count());
    }

    private void keep(ExampleLine line, Change change) {
        change.recordedBy(line.recordedBy(), line.recordedAt());
        var record = texts.read(line.kind(), line.record().toString());
        if (record.version() == null) {
            change.add(record);
        } else {
            change.keep(record);
        }
    }

    private boolean retract(RecordKind kind, UUID id, Change change) {
        var all = revisions.of(kind, id);
        if (all.isEmpty() || all.get(0).isRetraction() || all.stream().anyMatch(revision -> !revision.by().equals(lines().get(0).recordedBy()))) {
            return false;
        }
        return change.retractUnused(kind, id, all.get(0).version(), REASON);
    }

    private List<UUID> ids(RecordKind kind) {
        return lines().stream().filter(line -> line.kind() == kind).map(ExampleData::id).distinct().toList();
    }

    private static UUID id(ExampleLine line) {
        return UUID.fromString(line.record().get("id").asText());
    }

    private synchronized List<ExampleLine> lines() {
        if (lines == null) {
            try (var reader = new BufferedReader(new InputStreamReader(ExampleData.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
                lines = reader.lines().map(this::line).toList();
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        }
        return lines;
    }

    private ExampleLine line(String text) {
        try {
            return mapper.readValue(text, ExampleLine.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The example can't be read", broken);
        }
    }
}
