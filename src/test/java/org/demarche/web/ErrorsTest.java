package org.demarche.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorsTest {

    private static final String JSON = "application/json";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void everyViolationIsToldAtOnce() {
        failing("invalid", JSON).statusCode(422).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("about:blank"), "title", equalTo("Unprocessable Content"), "status", equalTo(422),
                        "violations.field", contains("date", "speakers[0].actor"),
                        "violations[0].message", equalTo("This day does not exist."));
    }

    @Test
    void aStaleVersionShowsTheRecordAsItStands() {
        failing("stale", JSON).statusCode(409).body("current.version", equalTo(4));
    }

    @Test
    void aBadParameterIsNamed() {
        failing("parameter", JSON).statusCode(400).body("violations.field", contains("from"), "detail", containsString("soon"));
    }

    @ParameterizedTest
    @CsvSource({"unknown, 404", "retracted, 410", "stale, 409", "invalid, 422", "parameter, 400"})
    void aBrowserGetsAPageInTheShell(String how, int status) {
        failing(how, BROWSER).statusCode(status).contentType(ContentType.HTML)
                .body(allOf(containsString("class=\"masthead\""), containsString("Go to the timeline")));
    }

    @Test
    void anUnexpectedErrorShowsItsNumberAndNothingOfTheInside() {
        String reference = failing("otherwise", JSON).statusCode(500)
                .body("detail", not(containsString("secret"))).extract().path("reference");
        assertThat(reference).hasSize(8);
        failing("otherwise", BROWSER).statusCode(500).body(allOf(not(containsString("secret")), not(containsString("Exception"))));
    }

    @Test
    void aPageEscapesWhatItRepeats() {
        given().accept(BROWSER).get("/specimens/failing/retracted?<script>").then().body(not(containsString("<script>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing.json", "/nothing.csv", "/nothing.svg"})
    void anAddressForProgramsThatIsUnknownIsAProblem(String path) {
        given().accept("*/*").get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE).body("status", equalTo(404));
    }

    @Test
    void anUnknownAddressIsAPageForABrowser() {
        given().accept(BROWSER).get("/nothing").then().statusCode(404).body(containsString("Nothing here"));
    }

    @Test
    void aMethodThatIsNotTakenIsSaidInWords() {
        given().accept(BROWSER).delete("/help").then().statusCode(405).body(containsString("This can’t be done here"));
    }

    @Test
    void aRoleThatIsMissingIsForbidden() {
        given().accept(JSON).get("/specimens/nobody").then().statusCode(403).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{\"title\":\"a\",}", "{\"title\":\"a\"} b", "{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"\\u12\"}",
            "{\"parts\":[{\"name\":}]}"})
    void whatIsNotJsonIsABadRequest(String body) {
        posted(body).statusCode(400).contentType(Problem.MEDIA_TYPE).body("detail", containsString("not JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aBodyWithoutARecordIsABadRequest(String body) {
        posted(body).statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        for (byte[] body : List.of(new byte[] {0, 0, 0, '{', 0, 17, -1, -1}, new byte[] {'{', '"', -1, -2, '"'}, new byte[] {-2, -1, -40, 0})) {
            given().accept(JSON).header("Content-Type", JSON).body(body).post("/specimens/records")
                    .then().statusCode(400).contentType(Problem.MEDIA_TYPE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"title\":[]} | title",
        "{\"title\":50} | title",
        "{\"parts\":{}} | parts",
        "{\"parts\":[{\"name\":{}}]} | parts[0].name",
        "{\"parts\":[{},{\"count\":\"3\"}]} | parts[1].count",
        "{\"parts\":[{},{\"count\":3.5}]} | parts[1].count",
        "{\"colour\":\"red\"} | colour",
        "[] | ''"})
    void aValueOfTheWrongTypeNamesItsField(String body, String field) {
        posted(body).statusCode(422).contentType(Problem.MEDIA_TYPE).body("violations.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/json", "application/xml"})
    void whatIsNotSentAsJsonIsNotTaken(String type) {
        given().accept(JSON).header("Content-Type", type).body("{}").post("/specimens/records")
                .then().statusCode(415).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void aFormIsNotTakenWhereJsonIsAskedFor() {
        given().accept(JSON).formParam("title", "a").post("/specimens/records")
                .then().statusCode(415).contentType(Problem.MEDIA_TYPE);
    }

    private static ValidatableResponse failing(String how, String accept) {
        return given().accept(accept).get("/specimens/failing/" + how).then();
    }

    private static ValidatableResponse posted(String body) {
        return given().accept(JSON).header("Content-Type", JSON).body(body).post("/specimens/records").then();
    }
}
