package org.demarche.exchange.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** The example as others take it away. Other tests add items of their own, so only what the example recorded is asked for. */
@QuarkusTest
class ExampleTimelineTest {
    private static final String EXAMPLE = "recorded=2023-01-01/2023-12-31";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Test
    void everyRowAgreesWithTheReadingOfTheArticle() throws IOException {
        var rows = rows("");
        assertThat(rows).hasSize(18);
        var faults = new SoftAssertions();
        try (var expected = FORMAT.parse(new InputStreamReader(getClass().getResourceAsStream("/example/expected.csv"), StandardCharsets.UTF_8))) {
            for (var item : expected) {
                var row = rows.stream().filter(any -> any.get("id").equals(item.get("id"))).findFirst().orElseThrow();
                for (var column : expected.getHeaderNames().subList(1, expected.getHeaderNames().size())) {
                    faults.assertThat(row.get(column)).as(item.get("name") + " " + column).isEqualTo(item.get(column));
                }
            }
        }
        faults.assertAll();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind=event                                              |  9
            kind=statement                                          |  9
            behalf=china&target=nato                                |  2
            from=2023-02-01&to=2023-02-01                           | 13
            from=2023-02-01&to=2023-02-01&when=definitely           |  7
            from=2023-01-28&to=2023-02-03                           | 16
            type=none                                               |  2
            stance=mixed                                            |  0
            level=SPOKESPERSON                                      |  3
            actor=china&with=japan                                  |  1
            q="China threats"                                       |  1
            q=criticising -battlefield                              |  1
            q=北約                                                   |  9
            event_kind=MEETING                                      |  3
            status=PLANNED                                          |  0
            cameo=11                                                |  2
            source=mainichi                                         | 18
            source=ext-g7                                           |  1
            """)
    void aFilterFinds(String query, int number) throws IOException {
        assertThat(rows(query)).as(query).hasSize(number);
    }

    @Test
    void theFileIsCsvAsTheStandardHasIt() {
        var text = csv("behalf=china&target=nato", "");
        assertThat(text).startsWith("id,kind,title,date,earliest,latest,date_basis,time,speakers,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(csv("behalf=china", "&bom=true")).startsWith("\uFEFFid,kind");
    }

    @Test
    void theSummitIsKnownAsPlannedAndThenAsHeld() {
        var id = rowsOf("event_kind=SUMMIT").get(0).get("id");
        Map<String, Object> record = given().get("/api/v1/events/" + id).then().statusCode(200).extract().as(Map.class);
        // other tests may have saved it again as it is
        assertThat((Integer) record.get("version")).isGreaterThanOrEqualTo(2);
        assertThat(record).containsEntry("status", "HELD").containsEntry("date", "2023-05-19/2023-05-21");
        given().get("/events/" + id).then().statusCode(200);
    }

    private static List<CSVRecord> rowsOf(String query) {
        try {
            return rows(query);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    private static List<CSVRecord> rows(String query) throws IOException {
        try (var parser = FORMAT.parse(new StringReader(csv(query, "")))) {
            return parser.getRecords();
        }
    }

    private static String csv(String query, String more) {
        var request = given();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            request.queryParam(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return request.get("/timeline.csv?" + EXAMPLE + more).then().statusCode(200).contentType("text/csv; charset=UTF-8").extract().asString();
    }
}
