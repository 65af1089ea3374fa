package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the server has acknowledged is there whatever kills it. How often it is killed is {@code -Ddemarche.kills=50}, and where
 * chance begins {@code -Ddemarche.seed=…}.
 */
class KilledWhileWritingIT {
    private static final int CLIENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int kills = Integer.getInteger("demarche.kills", 5);
    private final long seed = Long.getLong("demarche.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Change> acknowledged = new ConcurrentHashMap<>();
    private final Semaphore answers = new Semaphore(0);

    /** The last change of a statement that the server has acknowledged. */
    private record Change(int version, String summary) {
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void noAcknowledgedChangeIsMissingAndTheIndexAgrees() throws Exception {
        System.out.printf("%d kills, seed %d%n", kills, seed);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "packaged")), "killed");
        var threads = Executors.newScheduledThreadPool(CLIENTS + 1);
        var server = ServerProcess.ready(folder);
        try {
            var template = template(server);
            for (int kill = 1; kill <= kills; kill++) {
                int before = acknowledged.size();
                writeUntilKilled(server, template, threads);
                assertThat(acknowledged.size()).as("statements written before kill %d, seed %d", kill, seed).isGreaterThan(before);

                server = ServerProcess.ready(folder);
                everythingIsThere(server, kill);
            }
            System.out.printf("%d statements were acknowledged%n", acknowledged.size());
        } finally {
            server.close();
            threads.shutdown();
        }
    }

    private void writeUntilKilled(ServerProcess server, Template template, ScheduledExecutorService threads) throws InterruptedException, ExecutionException {
        answers.drainPermits();
        var clients = new ArrayList<Future<?>>();
        for (int client = 0; client < CLIENTS; client++) {
            var choices = new Random(random.nextLong());
            clients.add(threads.submit(() -> write(server, template, choices)));
        }
        // A number of changes and then a moment, so that a slow machine is killed as deep in its work as a fast one.
        int wanted = 1 + random.nextInt(100);
        assertThat(answers.tryAcquire(wanted, 5, TimeUnit.MINUTES)).as("%d changes were acknowledged in time, seed %d", wanted, seed).isTrue();
        threads.schedule(() -> {
            server.kill();
            return null;
        }, random.nextInt(300_000), TimeUnit.MICROSECONDS).get();
        for (var client : clients) {
            client.get();
        }
    }

    /** Adds statements, and changes one in three of them, until nobody answers any more. */
    private Void write(ServerProcess server, Template template, Random choices) throws InterruptedException {
        try {
            while (true) {
                var summary = "Said number " + choices.nextLong();
                var answer = server.post("/api/v1/statements", template.statement(null, 0, summary));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                var id = JSON.readTree(answer.body()).get("id").textValue();
                acknowledged(id, new Change(1, summary));
                if (choices.nextInt(3) == 0) {
                    var changed = server.put("/api/v1/statements/" + id, template.statement(id, 1, summary + ", corrected"));
                    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
                    acknowledged(id, new Change(2, summary + ", corrected"));
                }
            }
        } catch (IOException killed) {
            return null;
        }
    }

    private void acknowledged(String id, Change change) {
        acknowledged.put(id, change);
        answers.release();
    }

    /** The index has all that was acknowledged as it was last, and nothing that the database has not. */
    private void everythingIsThere(ServerProcess server, int kill) throws IOException, InterruptedException {
        var indexed = indexed(server);
        assertThat(indexed.keySet()).as("ids in the index after kill %d, seed %d", kill, seed).containsAll(acknowledged.keySet());
        // Each kill may catch one change of each client that is on disk and was not yet acknowledged.
        assertThat(indexed.size() - acknowledged.size()).as("statements nobody was told of").isBetween(0, CLIENTS * kill);
        for (var id : indexed.keySet()) {
            var last = acknowledged.get(id);
            if (last == null || random.nextInt(20) == 0 || kill == kills) {
                var answer = server.get("/api/v1/statements/" + id);
                assertThat(answer.statusCode()).as("statement %s after kill %d, seed %d", id, kill, seed).isEqualTo(200);
                var record = JSON.readTree(answer.body());
                assertThat(indexed.get(id)).as("what the index says of %s", id).isEqualTo(record.get("summary").textValue());
                if (last != null) {
                    assertThat(record.get("version").intValue()).as("version of %s after kill %d, seed %d", id, kill, seed).isBetween(last.version, last.version + 1);
                    assertThat(record.get("summary").textValue()).startsWith(last.summary);
                }
            }
        }
    }

    private static Map<String, String> indexed(ServerProcess server) throws IOException, InterruptedException {
        var summaries = new HashMap<String, String>();
        var next = "";
        long total;
        do {
            var answer = server.get("/api/v1/items?limit=500" + (next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = JSON.readTree(answer.body());
            page.get("items").forEach(item -> summaries.put(item.get("id").textValue(), item.get("summary").textValue()));
            next = page.get("next").asText("");
            next = next.equals("null") ? "" : next;
            total = page.get("total").longValue();
        } while (!next.isEmpty());
        assertThat(summaries).as("the pages of the list").hasSize((int) total);
        return summaries;
    }

    private static Template template(ServerProcess server) throws IOException, InterruptedException {
        var source = created(server, "/api/v1/sources", Map.of("name", "The Gazette"));
        var document = created(server, "/api/v1/documents", Map.of("source", source.get("slug").textValue(), "title", "A report"));
        var state = created(server, "/api/v1/actors", Map.of("type", "STATE", "name", "Ruritania"));
        return new Template(document.get("id").textValue(), state.get("slug").textValue());
    }

    private static JsonNode created(ServerProcess server, String path, Map<String, Object> record) throws IOException, InterruptedException {
        var answer = server.post(path, JSON.writeValueAsString(record));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private record Template(String document, String speaker) {
        /** @param id null for a new one */
        String statement(String id, int version, String summary) throws IOException {
            var record = new HashMap<String, Object>(Map.of("date", "2023-02-01", "summary", summary, "speakers", List.of(Map.of("actor", speaker)),
                    "renderings", List.of(Map.of("document", document))));
            if (id != null) {
                record.put("id", id);
                record.put("version", version);
            }
            return JSON.writeValueAsString(record);
        }
    }
}
