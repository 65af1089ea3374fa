package org.demarche.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class ApiTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void aStatementIsKeptResolvedShownChangedAndRetracted() {
        Map<String, Object> created = post("/api/v1/statements", statement()).statusCode(201)
                .header("Location", startsWith("/api/v1/statements/")).extract().as(Map.class);
        var id = (String) created.get("id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        given().get("/api/v1/statements/" + id).then().statusCode(200)
                .body("speakers[0].behalf", contains("mfa-china", "china"), "speakers[0].as", equalTo("Spokesperson"), "renderings[0].mode", equalTo("VERBATIM"), "version", equalTo(1));
        given().get("/api/v1/items/" + id).then().statusCode(200).body("id", equalTo(id));

        var change = new LinkedHashMap<>(created);
        change.put("summary", "Said again");
        change.put("reason", "a better summary");
        send().body(change).put("/api/v1/statements/" + id).then().statusCode(200).body("version", equalTo(2), "reason", equalTo("a better summary"));
        send().body(change).put("/api/v1/statements/" + id).then().statusCode(409).contentType(PROBLEM).body("current.version", equalTo(2), "current.summary", equalTo("Said again"));

        send().body(Map.of("version", 2)).delete("/api/v1/statements/" + id).then().statusCode(422).body("violations.field", hasItem("reason"));
        send().body(Map.of("version", 2, "reason", "entered twice")).delete("/api/v1/statements/" + id).then().statusCode(204);
        given().get("/api/v1/statements/" + id).then().statusCode(410).contentType(PROBLEM);
        given().get("/timeline.csv?q=again").then().body(org.hamcrest.Matchers.not(containsString(id)));
    }

    @Test
    void aCollectionIsKeptChangedAndRetracted() {
        var title = "The two summits " + System.nanoTime();
        Map<String, Object> created = post("/api/v1/collections", Map.of("title", title, "query", "kind=event")).statusCode(201).body("query", equalTo("kind=event")).extract().as(Map.class);
        given().get("/api/v1/collections/" + created.get("slug")).then().statusCode(200).body("title", equalTo(title));
        var change = new LinkedHashMap<>(created);
        change.put("query", "kind=statement");
        send().body(change).put("/api/v1/collections/" + created.get("slug")).then().statusCode(200).body("version", equalTo(2));
        post("/api/v1/collections", Map.of("title", title, "query", "kind=sometimes")).statusCode(422).body("violations.field", hasItem("query"));
        send().body(Map.of("version", 2, "reason", "made to try it")).delete("/api/v1/collections/" + created.get("id")).then().statusCode(204);
        given().get("/timeline?collection=" + created.get("slug")).then().statusCode(400);
    }

    @Test
    void anActorAndADocumentAreMadeAndNamedByTheirSlugAndId() {
        var name = "Åland Ministry " + System.nanoTime();
        post("/api/v1/actors", Map.of("type", "ORGANIZATION", "name", name)).statusCode(201).body("slug", startsWith("aland-ministry-"), "version", equalTo(1));
        post("/api/v1/actors", Map.of("type", "ORGANIZATION", "name", name)).statusCode(201).body("slug", org.hamcrest.Matchers.endsWith("-2"));
        post("/api/v1/documents", Map.of("source", "mainichi", "title", "ニュース", "published", "2023-02-01")).statusCode(201).body("title", equalTo("ニュース"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date        | 2023-02-30 | date
            date        |            | date
            dateBasis   | GUESSED    | dateBasis
            time        | 25:00      | time
            instrument  | TELEGRAM   | instrument
            """)
    void aFaultOfOneFieldIsNamed(String field, String value, String named) {
        var statement = statement();
        statement.put(field, value);
        post("/api/v1/statements", statement).statusCode(422).contentType(PROBLEM).body("violations.field", contains(named), "violations[0].message", org.hamcrest.Matchers.not(""));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var statement = statement();
        statement.put("date", "31 Feb 2023");
        statement.put("targets", List.of("atlantis"));
        statement.put("speakers", List.of(Map.of("actor", "nobody-knows")));
        statement.put("stances", List.of(Map.of("toward", "nato", "value", 3)));
        post("/api/v1/statements", statement).statusCode(422)
                .body("violations.field", containsInAnyOrder("date", "targets[0]", "speakers[0].actor", "stances[0].value"));
    }

    @Test
    void aStatementNeedsASpeakerASourceAndWordsOrASummary() {
        post("/api/v1/statements", Map.of("date", "2023-02-01")).statusCode(422).body("violations.field", containsInAnyOrder("speakers", "renderings", "summary"));
    }

    @Test
    void severalOfficesAreAskedAndAnOverrideIsKept() {
        var statement = statement();
        statement.put("date", "2013-10/2014-10");
        statement.put("speakers", List.of(Map.of("actor", "jens-stoltenberg")));
        post("/api/v1/statements", statement).statusCode(422)
                .body("violations.field", contains("speakers[0].behalf"), "violations[0].message", containsString("norway"), "violations[0].message", containsString("nato"));
        statement.put("speakers", List.of(Map.of("actor", "jens-stoltenberg", "behalf", List.of("nato"))));
        post("/api/v1/statements", statement).statusCode(201).body("speakers[0].override", equalTo(false));
        statement.put("speakers", List.of(Map.of("actor", "jens-stoltenberg", "behalf", List.of("eu"))));
        post("/api/v1/statements", statement).statusCode(422).body("violations.field", contains("speakers[0].behalf"));
        statement.put("speakers", List.of(Map.of("actor", "jens-stoltenberg", "behalf", List.of("eu"), "override", true)));
        post("/api/v1/statements", statement).statusCode(201).body("speakers[0].override", equalTo(true), "speakers[0].behalf", contains("eu"), "speakers[0].affiliation", nullValue());
    }

    @Test
    void wordsAreKeptWholeUpToAHundredThousandCharacters() {
        var long5000 = "A paragraph. ".repeat(400).strip();
        post("/api/v1/statements", words(long5000)).statusCode(201).body("renderings[0].words", equalTo(long5000));
        post("/api/v1/statements", words("😀".repeat(100_000))).statusCode(201);
        post("/api/v1/statements", words("x".repeat(100_001))).statusCode(422).body("violations.field", contains("renderings[0].words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本は「遺憾」と述べた", "قالت الوزارة: «نرفض ذلك»", "<script>alert(1)</script>", "=1+1", "'=1+1", "line one\r\nline two", "e\u0301tat"})
    void wordsInAnyScriptSurvive(String words) {
        var kept = words.replace("\r\n", "\n").replace("e\u0301", "é");
        String id = post("/api/v1/statements", words(words)).statusCode(201).body("renderings[0].words", equalTo(kept)).extract().path("id");
        var cell = given().get("/timeline.csv").then().statusCode(200).extract().asString().lines().filter(line -> line.startsWith(id)).findFirst();
        assertThat(cell).isPresent();
        if (words.matches("^'*=.*")) {
            assertThat(cell.get()).contains("'" + words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "a\\udfffb"})
    void whatNoDatabaseCanHoldIsRefusedByField(String escaped) {
        var body = ("{\"date\":\"2023-02-01\",\"summary\":\"x%1$s\",\"speakers\":[{\"actor\":\"mao-ning\",\"as\":\"x%1$s\"}],\"targets\":[\"x%1$s\"],"
                + "\"renderings\":[{\"document\":\"%2$s\",\"words\":\"x%1$s\",\"language\":\"x%1$s\",\"anchors\":[{\"exact\":\"x%1$s\"}]}],\"reason\":\"x%1$s\"}").formatted(escaped, article());
        send().body(body).post("/api/v1/statements").then().statusCode(422).contentType(PROBLEM)
                .body("violations.field", hasItems("summary", "speakers[0].as", "targets[0]", "renderings[0].words", "renderings[0].language", "renderings[0].anchors[0].exact", "reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "{\"date\":", "not json"})
    void whatIsNotJsonIsABadRequest(String body) {
        send().body(body).post("/api/v1/statements").then().statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=red                      | colour
            target=atlantis                 | target
            from=soon                       | from
            to=2023-02-01~                  | to
            from=2023-02-02&to=2023-02-01   | from
            when=maybe                      | when
            kind=treaty                     | kind
            type=HUG                        | type
            cameo=99                        | cameo
            stance=angry                    | stance
            country=Japan                   | country
            event=01860cd9-1a00-7999-8000-d3a4c4e00999 | event
            document=x                      | document
            recorded=yesterday              | recorded
            as_of=Friday                    | as_of
            as_of=2023-02                   | as_of
            as_of=%2B1000000000-12-31T23:59:59.999999999Z | as_of
            recorded=../%2B1000000000-12-31T23:59:59.999999999Z | recorded
            sort=size                       | sort
            limit=501                       | limit
            limit=0                         | limit
            cursor=broken                   | cursor
            cursor=AAAA                     | cursor
            """)
    void aQueryThatCanNotBeReadSaysWhichParameter(String query, String parameter) {
        given().get("/api/v1/items?" + query).then().statusCode(400).contentType(PROBLEM).body("violations.field", contains(parameter));
        if (!parameter.equals("cursor")) {
            given().get("/timeline.csv?" + query).then().statusCode(400).contentType(PROBLEM);
        }
    }

    @Test
    void aListIsPagedToItsEnd() {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = given().queryParam("cursor", cursor).get("/api/v1/items?recorded=2023-01-01/2023-12-31&limit=5").then().statusCode(200).body("total", equalTo(18)).extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).hasSize(18).doesNotHaveDuplicates();
        given().get("/api/v1/items?recorded=2023-01-01/2023-12-31&limit=18").then().body("next", nullValue(), "items", hasSize(18), "items[0].addressees", hasSize(0), "items[0].latitude", nullValue());
    }

    @Test
    void whatIsUnknownInAPathIsNotFound() {
        for (var path : List.of("/api/v1/statements/01860cd9-1a00-7999-8000-d3a4c4e00999", "/api/v1/items/x", "/api/v1/actors/atlantis")) {
            given().get(path).then().statusCode(404).contentType(PROBLEM);
        }
    }

    private static Map<String, Object> statement() {
        return words("\"We never said so.\"");
    }

    private static Map<String, Object> words(String words) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("date", "2023-02-01");
        statement.put("speakers", List.of(Map.of("actor", "mao-ning")));
        statement.put("targets", List.of("nato"));
        statement.put("renderings", List.of(Map.of("document", article(), "words", words)));
        return statement;
    }

    private static String article() {
        return given().get("/api/v1/items?source=mainichi&limit=1&recorded=2023-01-01/2023-12-31&kind=statement").then().extract().<String>path("items[0].id").transform(id ->
                given().get("/api/v1/statements/" + id).then().extract().path("renderings[0].document"));
    }

    private static ValidatableResponse post(String path, Object body) {
        return send().body(body).post(path).then();
    }

    private static RequestSpecification send() {
        return given().contentType(ContentType.JSON);
    }
}
