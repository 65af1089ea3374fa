package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline as a script draws it, with the example data. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class TimelineJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI server;

    @Test
    void itOpensOnTheWindowOfThePage() {
        var view = view("");
        assertThat(view.get("window").toString()).isEqualTo("[" + day("2023-01-28") + "," + day("2023-02-03") + "]");
        assertThat(view.get("statements").asInt() + view.get("events").asInt()).isEqualTo(16);
        assertThat(texts(view.get("lanes"), "key")).containsExactly("events", "nato", "japan", "china");
        assertThat(texts(view.get("lanes"), "name")).containsExactly("Events", "NATO", "Japan", "China");
        assertThat(view.at("/lanes/1/statements").asInt()).isEqualTo(5);
        assertThat(view.at("/lanes/1/joint").asInt()).isEqualTo(3);
        assertThat(view.at("/lanes/1/href").asText()).isEqualTo("/actors/nato");
        assertThat(view.at("/lanes/1/add").asText()).startsWith("/statements/new?speaker=nato&behalf=nato");
        assertThat(view.get("next").isNull()).isTrue();
    }

    @Test
    void stepsAreDaysWhereADayHasRoomAndGoThreeWindowsWide() {
        var view = view("");
        assertThat(view.at("/step/unit").asText()).isEqualTo("DAY");
        assertThat(bounds(view)).startsWith(day("2023-01-21")).endsWith(day("2023-02-11")).hasSize(22);
        assertThat(view("?from=1945&to=2025").at("/step/words").asText()).isEqualTo("half a year");
    }

    @Test
    void anItemHasItsDaysItsLookAndItsMarkInEachLane() {
        var view = view("?behalf=china&target=nato");
        var items = view.get("items");
        long from = 0;
        for (int place = 0; place < items.get("id").size(); place++) {
            from += items.get("from").get(place).asLong();
        }
        assertThat(from).as("the last one begins").isBetween(day("2023-01-31"), day("2023-02-01"));
        assertThat(texts(items.get("look"))).contains("hollow");
        assertThat(texts(view.at("/lanes/0/marks"))).allMatch(mark -> List.of("-2", "-1", "0", "1", "2", "x", ".").contains(mark));
        assertThat(texts(view.at("/lanes/0/labels"))).anyMatch(label -> label.contains("China threats"));
    }

    @Test
    void anEventHasItsKindItsStateWhatItIsPartOfAndWhatWasSaidThere() {
        var events = view("?from=2023-01-28&to=2023-02-03").at("/items/event");
        var told = StreamSupport.stream(events.spliterator(), false).filter(JsonNode::isArray).toList();
        assertThat(told).isNotEmpty().allSatisfy(event -> assertThat(event).hasSize(4));
        assertThat(told).anyMatch(event -> event.get(2).asInt() >= 0).anyMatch(event -> event.get(3).asInt() > 0);
    }

    @Test
    void thePageHoldsTheSameAsTheAddressBesideItGives() {
        var page = given().get("/timeline?behalf=nato").asString();
        assertThat(page).containsPattern("(?s)<demarche-timeline [^>]*>.*<svg class=\"chart.*</demarche-timeline>");
        assertThat(attribute(page, "data-view")).isEqualTo(given().urlEncodingEnabled(false).get(attribute(page, "data-json") + "&width=" + Chart.PLOT).asString());
    }

    @Test
    void pinnedLanesComeFirstAlsoWhereNothingStandsInThem() {
        assertThat(texts(view("?pin=china&pin=norway").get("lanes"), "key")).containsExactly("events", "china", "norway", "nato", "japan");
        assertThat(texts(view("?lanes=dyad&pin=china>nato&target=nato").get("lanes"), "key")).startsWith("china>nato");
        assertThat(given().get("/timeline?pin=china").statusCode()).isEqualTo(200);
    }

    @Test
    void lanesComeInPages() {
        var view = view("?lane=2");
        assertThat(texts(view.get("lanes"), "key")).containsExactly("japan", "china");
        assertThat(view.get("statements")).isEqualTo(view("").get("statements"));
        assertThat(texts(view("?lane=99").get("lanes"), "key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=-9999&to=9999", "from=-0044-03-15&to=-0044-03-15", "from=1500&to=1582", "from=0000&to=0001", "from=9999&to=9999", "from=-9999-01-01&to=-9999-01-01", "to=2023", "from=2023",
            "from=2023-02&to=2023-02&width=10000", "from=1945&to=2025&width=100", "q=nothing that is there", "lanes=type", "lanes=topic", "lanes=country", "lanes=kind", "lanes=actor&predecessors=true"})
    void anyViewIsGivenWithItsStepsInOrder(String query) {
        var view = view("?" + query);
        var bounds = bounds(view);
        assertThat(bounds).isSorted().doesNotHaveDuplicates();
        assertThat(bounds.get(0)).isLessThanOrEqualTo(view.at("/window/0").asLong());
        assertThat(bounds.get(bounds.size() - 1)).isGreaterThan(view.at("/window/1").asLong());
        view.get("lanes").forEach(lane -> assertThat(lane.has("items")).isNotEqualTo(lane.has("counts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=99", "width=10001", "width=wide", "lane=-1", "lane=first", "lane=1&lane=2", "pin=nobody", "pin=china>nobody&lanes=dyad", "pin=>nato&lanes=dyad", "pin=x&lanes=type", "selected=x", "colour=red", "behalf=nobody", "from=2024&to=2023"})
    void whatCannotBeAskedIsRefusedAndNamed(String query) {
        var refused = query.startsWith("lane=") ? "lane" : query.substring(0, query.indexOf('='));
        assertThat(given().get("/timeline.json?" + query).then().statusCode(400).extract().asString()).contains(refused);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var first = given().get("/timeline.json?behalf=nato");
        var tag = first.header("ETag");
        assertThat(tag).isNotBlank();
        assertThat(first.header("Cache-Control")).contains("no-cache");
        given().header("If-None-Match", tag).get("/timeline.json?behalf=nato").then().statusCode(304).header("ETag", tag);
        given().header("If-None-Match", tag).get("/timeline.json?behalf=japan").then().statusCode(200);
    }

    @Test
    void itIsSentCompressed() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/timeline.json")).header("Accept-Encoding", "gzip").build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(answer.body())))).isEqualTo(view(""));
    }

    private static String attribute(String page, String name) {
        var value = page.substring(page.indexOf(name + "=\"") + name.length() + 2);
        return value.substring(0, value.indexOf('"')).replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static JsonNode view(String query) {
        try {
            return JSON.readTree(given().get("/timeline.json" + query).then().statusCode(200).contentType("application/json").extract().asString());
        } catch (IOException unread) {
            throw new AssertionError(query, unread);
        }
    }

    private static List<Long> bounds(JsonNode view) {
        var bounds = new ArrayList<Long>();
        long day = 0;
        for (var length : view.get("bounds")) {
            day += length.asLong();
            bounds.add(day);
        }
        return bounds;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(node -> node.get(field).asText()).toList();
    }

    private static long day(String text) {
        return LocalDate.parse(text).toEpochDay();
    }
}
