package org.demarche.exchange.backup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.database.Samples;
import org.demarche.exchange.archive.ArchiveReader;
import org.demarche.exchange.archive.EmptyAlone;
import org.demarche.exchange.archive.Pace;
import org.demarche.history.History;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
@TestProfile(EmptyAlone.class)
class BackupPagesTest {
    private static final int PATIENCE_SECONDS = 120;

    @Inject
    History history;
    @Inject
    Samples samples;
    @Inject
    ServerKey key;
    @Inject
    BackupRun run;
    @Inject
    Backups backups;
    @Inject
    ObjectMapper mapper;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;
    @TempDir
    Path folder;

    @Test
    void oneIsMadeFromThePageWhichThenSaysSoAsTheTimelineAndTheHealthAnswerDo() throws Exception {
        history.keep(samples.statement());
        var page = given().get("/exchange/backups");
        assertThat(page.body().asString()).contains("Back up now");
        var html = page.body().asString();
        var token = html.replaceFirst("(?s).*?name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");

        var begun = given().redirects().follow(false).cookies(page.cookies()).formParam("csrf-token", token).post("/exchange/backups");
        assertThat(begun.statusCode()).isEqualTo(303);
        end();

        var made = backups.list().get(0);
        var after = given().get("/exchange/backups").body().asString();
        assertThat(after).contains(made.name(), "Last backup");
        assertThat(given().get("/timeline").body().asString()).contains("Last backup:", "href=\"/exchange/backups\"");
        assertThat(given().get("/history").body().asString()).contains("Last backup:");
        var health = given().get("/q/health").then().extract().jsonPath();
        assertThat(health.getString("checks.find { it.name == 'backup' }.data.last")).isEqualTo(backups.state().last().at().toString());
        assertThat(health.getString("checks.find { it.name == 'backup' }.status")).isEqualTo("UP");
        try (var archive = ArchiveReader.open(Files.write(folder.resolve("fetched.zip"), given().get("/exchange/backups/" + made.name()).body().asByteArray()), mapper)) {
            archive.verify(Pace.FULL);
        }
        assertThat(given().get("/exchange/backups/demarche-20010101-000000.zip").statusCode()).isEqualTo(404);
        assertThat(given().get("/exchange/backups/state.json").statusCode()).isEqualTo(404);
        assertThat(given().redirects().follow(false).post("/exchange/backups").statusCode()).as("without a token").isEqualTo(403);
        Files.delete(dataFolder.resolve("backups").resolve(made.name()));
    }

    @Test
    void everythingIsGivenAsOneFile() throws IOException {
        history.keep(samples.statement());
        var answer = given().get("/exchange/archive.zip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("demarche-archive.zip");
        try (var archive = ArchiveReader.open(Files.write(folder.resolve("all.zip"), answer.body().asByteArray()), mapper)) {
            archive.verify(Pace.FULL);
            assertThat(archive.manifest().records().get("statements").present()).isPositive();
        }
    }

    @Test
    void onlyWhoHasTheKeyOfTheFolderMayNameAFile() throws Exception {
        var file = folder.resolve("asked.zip").toString();
        assertThat(ask(null, file)).isEqualTo(403);
        assertThat(ask("0".repeat(64), file)).isEqualTo(403);
        assertThat(given().get("/exchange/backups/asked").statusCode()).isEqualTo(403);
        key.write(1234);
        var lines = Files.readAllLines(dataFolder.resolve(ServerKey.FILE));
        assertThat(lines.get(0)).isEqualTo("1234");
        if (Files.getFileStore(dataFolder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(dataFolder.resolve(ServerKey.FILE))).hasSize(2);
        }

        assertThat(ask(lines.get(1), "relative.zip")).isEqualTo(422);
        assertThat(ask(lines.get(1), file)).isEqualTo(202);
        end();
        assertThat(given().header(ServerKey.HEADER, lines.get(1)).get("/exchange/backups/asked").jsonPath().getString("state")).isEqualTo("DONE");
        assertThat(Path.of(file)).exists();
        assertThat(ask(lines.get(1), file)).isEqualTo(202);
        end();
        var progress = given().header(ServerKey.HEADER, lines.get(1)).get("/exchange/backups/asked").jsonPath();
        assertThat(progress.getString("state")).isEqualTo("FAILED");
        assertThat(progress.getString("problem")).contains("already");
        assertThat(backups.state().failure()).as("a wrong name is no failed backup").isNull();
        Files.delete(Path.of(file));
        assertThat(ask(lines.get(1), file)).isEqualTo(202);
        end();
        Files.delete(Path.of(file));
    }

    private static int ask(String key, String file) {
        var request = given().contentType("application/json").body("{\"file\":\"" + file + "\"}");
        return (key == null ? request : request.header(ServerKey.HEADER, key)).post("/exchange/backups/asked").statusCode();
    }

    private void end() throws Exception {
        run.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
