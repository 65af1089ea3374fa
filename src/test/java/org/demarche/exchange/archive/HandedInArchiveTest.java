package org.demarche.exchange.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.database.Samples;
import org.demarche.exchange.in.Imported;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Archives that come in as other files do: by page, API and command alike. */
@QuarkusTest
@Tag("database")
@TestProfile(EmptyAlone.class)
class HandedInArchiveTest {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Samples samples;
    @Inject
    Emptying emptying;

    @BeforeEach
    void empty() throws SQLException {
        emptying.empty();
    }

    @Test
    void intoAnEmptyInstanceItBringsEverythingAsItWas() throws SQLException {
        int least = keepSamples();
        var archive = archive();
        emptying.empty();

        var checked = Imported.file("all.zip", archive, "check=true");
        assertThat(checked.getString("format")).isEqualTo("archive");
        assertThat(checked.getString("state")).as(checked.prettify()).isEqualTo("CHECKED");
        assertThat(checked.getInt("new")).isEqualTo(checked.getInt("read")).isGreaterThan(least);
        assertThat(revisions.last()).isZero();

        var done = Imported.moved(checked, "RUNNING");
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        assertThat(done.getInt("stored")).isEqualTo(checked.getInt("read"));
        assertThat(archive()).isEqualTo(archive);
        given().contentType("application/json").body("{\"state\":\"UNDONE\"}").when().post("/api/v1/imports/" + done.getString("id")).then().statusCode(409).body("detail", containsString("nothing to undo"));
    }

    @Test
    void intoAFilledOneItIsMergedAndUndoneAsAWhole() throws SQLException {
        int least = keepSamples();
        var added = history.keep(new SourceRecord(null, null, null, "A gazette of there", null, null));
        var archive = archive();
        emptying.empty();
        var here = history.keep(new SourceRecord(null, null, null, "A gazette of here", null, null));

        var done = Imported.file("all.zip", archive, "");
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        assertThat(done.getInt("new")).isEqualTo(done.getInt("read")).isGreaterThan(least);
        assertThat(revisions.present(RecordKind.SOURCE, added.id())).isPresent();
        assertThat(Imported.file("again.zip", archive, "").getInt("unchanged")).isEqualTo(done.getInt("read"));

        var page = given().when().get("/exchange/imports/" + done.getString("id")).then().statusCode(200).extract().asString();
        assertThat(page).contains("Undo all of it").doesNotContain("wrong.csv");
        assertThat(Imported.moved(done, "UNDONE").getString("state")).isEqualTo("UNDONE");
        assertThat(revisions.present(RecordKind.SOURCE, added.id()).orElseThrow().isRetraction()).isTrue();
        assertThat(revisions.present(RecordKind.SOURCE, here.id()).orElseThrow().isRetraction()).isFalse();
    }

    @Test
    void whatWasChangedOnBothSidesStaysAndIsListed() throws SQLException {
        var source = history.keep(new SourceRecord(null, null, null, "A gazette", null, null));
        var before = archive();
        history.keep(new SourceRecord(source.id(), source.slug(), source.version(), "A gazette as it is called there", null, null));
        var there = archive();
        emptying.empty();
        Imported.file("before.zip", before, "");
        history.keep(new SourceRecord(source.id(), source.slug(), source.version(), "A gazette as it is called here", null, null));

        var done = Imported.file("there.zip", there, "");
        assertThat(done.getInt("conflicts")).as(done.prettify()).isEqualTo(1);
        assertThat(done.getString("problems[0].reason")).contains("changed both here and there", "as it is called there");
        assertThat(done.getString("problems[0].column")).isEqualTo("revisions/sources.jsonl");
        given().when().get("/exchange/imports/" + done.getString("id") + "/wrong.csv").then().statusCode(404);
    }

    @Test
    void aZipThatIsNoneIsRefusedWithItsReason() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../manifest.json"));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        var told = Imported.file("climbing.zip", zip.toByteArray(), "format=archive");
        assertThat(told.getString("state")).isEqualTo("FAILED");
        assertThat(told.getString("failure")).contains("../../manifest.json");
        assertThat(Imported.file("climbing.zip", zip.toByteArray(), "").getString("failure")).contains("no file of a kind");
        assertThat(Imported.file("cut.zip", java.util.Arrays.copyOf(archive(), 2_000), "format=archive").getString("failure")).isNotBlank();
    }

    /** Beside what they need. */
    private int keepSamples() {
        var all = samples.all();
        all.forEach(history::keep);
        return all.size();
    }

    private static byte[] archive() {
        return given().when().get("/exchange/archive.zip").then().statusCode(200).extract().asByteArray();
    }
}
