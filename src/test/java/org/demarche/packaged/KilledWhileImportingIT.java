package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An import that is killed at any moment goes on at the next start: no row is lost, none is there twice. How often is
 * {@code -Ddemarche.kills=50}, and where chance begins {@code -Ddemarche.seed=…}.
 */
class KilledWhileImportingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 6_000;

    private final int kills = Integer.getInteger("demarche.kills", 5);
    private final long seed = Long.getLong("demarche.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void noRowIsLostAndNoneIsThereTwice() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "packaged")), "importing");
        var server = ServerProcess.ready(folder);
        try {
            var location = server.postFile("/api/v1/imports", "rows.csv", csv()).headers().firstValue("Location").orElseThrow();
            for (int kill = 1; kill <= kills; kill++) {
                long before = read(server.get(location).body());
                int further = random.nextInt(ROWS / kills);
                while (isAtWork(view(server, location)) && read(server.get(location).body()) < before + further) {
                    LockSupport.parkNanos(5_000_000);
                }
                LockSupport.parkNanos(random.nextInt(200_000_000));
                server.kill();
                server = ServerProcess.ready(folder);
            }
            while (isAtWork(view(server, location))) {
                LockSupport.parkNanos(50_000_000);
            }
            var done = view(server, location);
            assertThat(done.get("state").textValue()).as("%s, seed %d", done, seed).isEqualTo("DONE");
            assertThat(done.get("stored").intValue()).as("%s, seed %d", done, seed).isEqualTo(ROWS);
            assertThat(JSON.readTree(server.get("/api/v1/items?limit=1").body()).get("total").intValue()).as("items, seed %d", seed).isEqualTo(ROWS);
            // each has one version: a row that was stored twice would have another, or another item
            assertThat(JSON.readTree(server.get("/api/v1/items?limit=1&q=%22row+number+17%22").body()).get("total").intValue()).isEqualTo(1);
        } finally {
            server.close();
        }
    }

    private static String csv() {
        var text = new StringBuilder("kind,date,event_kind,title,participants,source,source_title\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("event,20%02d-%02d-%02d,MEETING,row number %d,Ruritania=ACTOR; Graustark=HOST,The Gazette,Article %d\n".formatted(row % 24, 1 + row % 12, 1 + row % 28, row, row / 3));
        }
        return text.toString();
    }

    private static JsonNode view(ServerProcess server, String location) throws IOException, InterruptedException {
        return JSON.readTree(server.get(location).body());
    }

    private static boolean isAtWork(JsonNode view) {
        return view.get("state").textValue().equals("CHECKING") || view.get("state").textValue().equals("RUNNING");
    }

    private static long read(String body) throws IOException {
        return JSON.readTree(body).get("read").longValue();
    }
}
