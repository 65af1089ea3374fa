package org.demarche.exchange.in;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.restassured.path.json.JsonPath;

/** Brings files in through the API, and waits for what comes of them. */
public final class Imported {
    private static final Set<String> AT_WORK = Set.of("CHECKING", "RUNNING", "UNDOING");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Imported() {
    }

    public static JsonPath csv(String text) {
        return file("rows.csv", text.getBytes(StandardCharsets.UTF_8), "");
    }

    /** @param query as {@code check=true} */
    public static JsonPath file(String name, byte[] content, String query) {
        var location = given().multiPart("file", name, content).when().post("/api/v1/imports" + (query.isEmpty() ? "" : "?" + query)).then().statusCode(202).extract().header("Location");
        return awaited(location);
    }

    public static JsonPath moved(JsonPath view, String state) {
        var location = "/api/v1/imports/" + view.getString("id");
        given().contentType("application/json").body("{\"state\":\"" + state + "\"}").when().post(location).then().statusCode(202);
        return awaited(location);
    }

    public static JsonPath awaited(String location) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var view = given().when().get(location).then().statusCode(200).extract().jsonPath();
            if (!AT_WORK.contains(view.getString("state"))) {
                return view;
            }
            assertThat(Instant.now()).as("still at work: %s", view.prettify()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
