package org.demarche.exchange.in.coded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** The field's sets of events, each row as its publisher writes it. */
@QuarkusTest
class EventDataImportTest {
    private static final String ICEWS_HEADER = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\t"
            + "Sentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";

    @ParameterizedTest
    @ValueSource(ints = {57, 58, 61})
    void aRowOfGdeltIsAnEventWithItsOwnCodeScoreAndQuadClass(int columns) {
        var mark = mark();

        var view = Imported.file("20180101000000.export.CSV", gdelt(columns, number(), "20171202", mark).getBytes(StandardCharsets.UTF_8), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(view.getString("format")).isEqualTo("gdelt");
        var item = item(mark);
        assertThat(item).containsEntry("date", "2017-12-02").containsEntry("cameo", "050").containsEntry("goldstein", 3.5f).containsEntry("quad", 1)
                .containsEntry("place", "Tokyo, Tokyo, Japan").containsEntry("country", List.of("JP")).containsEntry("latitude", 35.68f);
        assertThat(item.get("participants").toString()).contains("japan", "police-of-australia", "RECIPIENT");
        if (columns > 57) {
            assertThat(item).containsEntry("source", "daily.example.org").containsEntry("source_url", "https://www.daily.example.org/" + mark + "?a=1&b=%7C");
        }
    }

    @Test
    void theSameRowsAgainChangeNothing() {
        var rows = gdelt(61, number(), "20171202", mark()) + gdelt(61, number(), "20180101", mark());

        assertThat(Imported.file("a.CSV", rows.getBytes(StandardCharsets.UTF_8), "").getInt("stored")).isEqualTo(2);

        var again = Imported.file("b.csv", rows.getBytes(StandardCharsets.UTF_8), "");
        assertThat(again.getInt("unchanged")).as(again.prettify()).isEqualTo(2);
    }

    @Test
    void gdeltIsReadOutOfItsZip() throws IOException {
        var mark = mark();
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("20180101000000.export.CSV"));
            zip.write(gdelt(61, number(), "20171202", mark).getBytes(StandardCharsets.UTF_8));
        }

        var view = Imported.file("20180101000000.export.CSV.zip", zipped.toByteArray(), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(item(mark)).containsEntry("cameo", "050");
    }

    @Test
    void whatIsNoDayIsRefusedWithItsRow() {
        var good = mark();

        var view = Imported.file("a.csv", (gdelt(61, number(), "20171202", good) + gdelt(61, number(), "20171302", mark())).getBytes(StandardCharsets.UTF_8), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(view.getInt("problems[0].row")).isEqualTo(2);
        assertThat(view.getString("problems[0].column")).isEqualTo("SQLDATE");
        assertThat(view.getString("problems[0].value")).isEqualTo("2017-13-02");
    }

    @Test
    void aRowOfIcewsIsAnEventAndNaIsNothing() {
        var mark = mark();
        var row = String.join("\t", number(), "2018-06-01", "Foreign Affairs (" + mark + ")", "Executive,Government", "Japan", "Consult", "040", "1.0", "NA", "NA", "NA", "47400351", "2",
                "Agency " + mark, "Hanoi", "NA", "NA", "Vietnam", "21.0245", "105.841");

        var view = Imported.file("events.tab", (ICEWS_HEADER + row + "\n").getBytes(StandardCharsets.UTF_8), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(view.getString("format")).isEqualTo("icews");
        assertThat(item(mark)).containsEntry("date", "2018-06-01").containsEntry("cameo", "040").containsEntry("goldstein", 1f).containsEntry("place", "Hanoi, Vietnam")
                .containsEntry("country", List.of("VN")).containsEntry("source", "Agency " + mark).containsEntry("source_title", "ICEWS story 47400351");
    }

    private static String gdelt(int columns, String number, String day, String mark) {
        var second = columns == 61 ? "\t" : "";
        var row = String.join("\t", number, day, day.substring(0, 6), day.substring(0, 4), "2017.9096", "JPN", "TOKYO", "JPN", "", "", "", "", "", "", "",
                "AUSCOP", "POLICE " + mark.toUpperCase(), "AUS", "", "", "", "", "COP", "", "", "1", "050", "050", "05", "1", "3.5", "18", "3", "18", "-2.5641",
                "0", "", "", "" + second, "", "", "", "0", "", "", "" + second, "", "", "", "4", "Tokyo, Tokyo, Japan", "JA", "JA40" + second, "35.68", "139.69", "-246227", "20180101000000");
        return row + (columns == 57 ? "" : "\thttps://www.daily.example.org/" + mark + "?a=1&b=%7C") + "\n";
    }

    private static String number() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 1_000_000_000_000L));
    }

    private static String mark() {
        return "m" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<String, Object> item(String mark) {
        List<Map<String, Object>> items = given().queryParam("q", mark).queryParam("from", "0001").when().get("/api/v1/items").then().statusCode(200).extract().jsonPath().getList("items");
        assertThat(items).as(mark).hasSize(1);
        return items.get(0).entrySet().stream().filter(entry -> entry.getValue() != null).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
