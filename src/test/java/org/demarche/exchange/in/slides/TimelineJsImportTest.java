package org.demarche.exchange.in.slides;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What was made for TimelineJS, in each of its forms. */
@QuarkusTest
class TimelineJsImportTest {
    private static final String HEADER = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n";

    private final String mark = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void versionThreeComesInWithItsDates() {
        var view = json("""
                {"scale": "human", "title": {"text": {"headline": "All of it"}, "media": {"url": "x", "deep": {"deeper": [1, {"a": []}]}}},
                 "events": [
                  {"start_date": {"year": "-44", "month": "3", "day": "15"}, "text": {"headline": "<b>Ides</b> &amp; daggers<br>%1$s", "text": "<p>x</p>"}, "group": "Rome %1$s"},
                  {"start_date": {"year": 1815, "month": "", "day": null}, "text": {"headline": "Congress \u05e9\u05dc\u05d5\u05dd %1$s"}, "unique_id": "congress"},
                  {"start_date": {"year": "1943", "month": "7"}, "end_date": {"year": 1946}, "text": {"headline": "Conference %1$s<script>alert(1)</script>"}, "autolink": false},
                  {"start_date": {"year": 2023, "month": 2, "day": 1, "hour": 9, "minute": 5}, "text": {"headline": "a < b %1$s"}},
                  {"start_date": {"month": 2}, "text": {"headline": "No year"}},
                  {"text": {"headline": "No date"}},
                  {"start_date": {"year": 2023, "month": 2, "day": 30}, "text": {"headline": "No such day"}},
                  {"start_date": {"year": 0}, "text": {"headline": "No such year"}},
                  {"start_date": {"year": 13800000000}, "text": {"headline": "Too early"}},
                  {"start_date": {"year": 2023}, "end_date": {"year": 2022}, "text": {"headline": "Backwards"}},
                  {"start_date": {"year": 2023}, "text": {"headline": "<p>&nbsp;</p>"}},
                  "no object", [{"a": 1}]
                 ],
                 "eras": [{"start_date": {"year": 1900}, "end_date": {"year": 2000}, "text": {"headline": "Century"}}]}
                """.formatted(mark));

        assertThat(view.getString("format")).isEqualTo("timelinejs");
        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(4);
        assertThat(events()).extracting(event -> event.get("date"), event -> event.get("title"), event -> event.get("time")).containsExactly(
                tuple("-0043-03-15", "Ides & daggers " + mark, null), tuple("1815", "Congress \u05e9\u05dc\u05d5\u05dd " + mark, null),
                tuple("1943-07/1946", "Conference " + mark, null), tuple("2023-02-01", "a < b " + mark, "09:05"));
        assertThat(view.<Map<String, Object>>getList("problems")).extracting(problem -> problem.get("row"), problem -> problem.get("column")).containsExactlyInAnyOrder(tuple(1, "type"), tuple(6, "start_date"),
                tuple(7, "start_date"), tuple(8, "start_date"), tuple(9, "start_date"), tuple(10, "start_date"), tuple(11, "end_date"), tuple(12, "headline"), tuple(13, "headline"), tuple(14, "headline"), tuple(15, "type"));
        assertThat(events().get(0).get("topics").toString()).contains("rome");
    }

    @Test
    void versionTwoComesIn() {
        var view = json("""
                {"timeline": {"headline": "All of it", "type": "default", "asset": {"media": "x"}, "date": [
                  {"startDate": "2011,12,10", "endDate": "2011,12,11", "headline": "Summit %1$s", "text": "", "asset": {"media": "https://example.org"}},
                  {"startDate": "2012,1,26,15,30", "headline": "Vote %1$s", "tag": "Votes %1$s"},
                  {"startDate": "2013", "endDate": "", "headline": "Year %1$s"},
                  {"startDate": "1/2/2013", "headline": "Which %1$s"}],
                 "era": [{"startDate": "2011", "endDate": "2012", "headline": "Era"}]}}
                """.formatted(mark));

        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(3);
        assertThat(view.getInt("refused")).isEqualTo(3);
        assertThat(events()).extracting(event -> event.get("date"), event -> event.get("time")).containsExactly(tuple("2011-12-10/2011-12-11", null), tuple("2012-01-26", "15:30"), tuple("2013", null));
    }

    @Test
    void theSpreadsheetComesInAndIsThereOnceBesideItsJson() {
        var rows = HEADER + """
                ,,,,,,,,,All of it,,,,,,title,,
                1815,12,10,,1852,11,27,,,"Ada ""Lovelace"" %1$s","<p>Text,
                with lines</p>",https://example.org/a.jpg,,,,,People,
                -3,,,,,,,,,'=Old %1$s,,,,,,,,
                2023,2,1,3:05 PM,,,,,,Talks %1$s,,,,,,,,
                2023,,1,,,,,,,Day alone %1$s,,,,,,,,
                2023,2,1,late,,,,,,Late %1$s,,,,,,,,
                2000,,,,2010,,,,,Age %1$s,,,,,,era,,
                """.formatted(mark);

        var view = Imported.csv(rows);

        assertThat(view.getString("format")).isEqualTo("timelinejs");
        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(3);
        assertThat(view.<Map<String, Object>>getList("problems")).extracting(problem -> problem.get("row"), problem -> problem.get("column")).containsExactlyInAnyOrder(tuple(2, "Type"), tuple(6, "Year"),
                tuple(7, "Time"), tuple(8, "Type"));
        assertThat(events()).extracting(event -> event.get("date"), event -> event.get("title"), event -> event.get("time")).containsExactly(tuple("-0002", "=Old " + mark, null),
                tuple("1815-12-10/1852-11-27", "Ada \"Lovelace\" " + mark, null), tuple("2023-02-01", "Talks " + mark, "15:05"));
        assertThat(Imported.csv(rows).getInt("unchanged")).isEqualTo(3);
        var same = json("{\"events\": [{\"start_date\": {\"year\": 2023, \"month\": 2, \"day\": 1, \"hour\": 15, \"minute\": 5}, \"text\": {\"headline\": \"Talks %s\"}}]}".formatted(mark));
        assertThat(same.getInt("unchanged")).as(same.prettify()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/timeline.timelinejs.json?recorded=2023-01-01/2023-12-31, rows.json", "/timeline.timelinejs.csv?recorded=2023-01-01/2023-12-31, rows.csv"})
    void whatIsExportedForItIsRecognised(String address, String name) {
        var view = Imported.file(name, given().get(address).then().statusCode(200).extract().asByteArray(), "check=true");

        assertThat(view.getString("format")).as(view.prettify()).isEqualTo("timelinejs");
        assertThat(view.getInt("new")).as(view.prettify()).isGreaterThan(10);
    }

    @Test
    void yearsBeforeTheFirstGoOutAsTheyCameIn() {
        Imported.csv(HEADER + "-44,,,,,,,,,Ides %1$s,,,,,,,,\n-1,,,,,,,,,Census %1$s,,,,,,,,\n".formatted(mark));

        assertThat(events()).extracting(event -> event.get("date")).containsExactly("-0043", "0000");
        assertThat(given().queryParam("q", mark).get("/timeline.timelinejs.json").jsonPath().<Integer>getList("events.start_date.year")).containsExactlyInAnyOrder(-44, -1);
        assertThat(given().queryParam("q", mark).get("/timeline.timelinejs.csv").asString()).contains("\n-44,", "\n-1,");
    }

    @Test
    void ourOwnTimelineAndOtherTablesStayWhatTheyAre() {
        assertThat(Imported.file("rows.csv", given().get("/timeline.csv?limit=1").asByteArray(), "check=true").getString("format")).isEqualTo("timeline");
        assertThat(Imported.file("rows.csv", ("Year,Headline\n2023,Talks " + mark + "\n").getBytes(StandardCharsets.UTF_8), "check=true").getString("format")).isEqualTo("table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"events\": [{\"start_date\": {\"year\": 2023}, \"text\": {\"headline\": \"Cut o", "{\"events\": [{\"start_date\": {\"year\": 2023", "{\"events\": {}}", "{\"timeline\": {}}", "[]", "",
            "{\"events\": []} and more", "{\"events\": [{\"a\": {\"b\": [1, 2}}]}"})
    void aDamagedFileIsRefusedAsAWhole(String text) {
        var view = Imported.file("rows.json", text.getBytes(StandardCharsets.UTF_8), "format=timelinejs");

        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("FAILED");
        assertThat(view.getString("failure")).isNotBlank().doesNotContain("log");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(json("{\"events\": [{\"headline\": " + "[".repeat(200_000)).getString("failure")).contains("no JSON");
    }

    private static JsonPath json(String text) {
        return Imported.file("rows.json", text.getBytes(StandardCharsets.UTF_8), "");
    }

    private List<Map<String, Object>> events() {
        return given().queryParam("q", mark).queryParam("sort", "date").get("/api/v1/items").jsonPath().getList("items");
    }
}
