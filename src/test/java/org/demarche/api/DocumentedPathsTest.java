package org.demarche.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentedPathsTest {
    private static final Pattern PATH = Pattern.compile("`(/api/v1/[^`]+)`");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void everyPathOfTheApiIsDocumentedWithItsMethods() throws IOException {
        var answered = new TreeSet<String>();
        Map<String, Map<String, Object>> paths = given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200).extract().path("paths");
        paths.forEach((path, operations) -> operations.keySet().stream().filter(METHODS::contains).forEach(method -> {
            if (path.startsWith("/api/")) {
                answered.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }));

        var documented = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("docs", "reference", "api.md")).stream().filter(line -> line.startsWith("| `")).toList()) {
            var cells = line.split("\\|");
            var named = PATH.matcher(cells[1]).results().map(found -> found.group(1)).toList();
            var methods = cells[2].split(";");
            for (int index = 0; index < named.size(); index++) {
                for (var method : methods[index].split(",")) {
                    documented.add(method.strip() + " " + named.get(index));
                }
            }
        }
        assertThat(documented).isEqualTo(answered);
    }
}
