package org.demarche.exchange.in.sheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Tables of all kinds, as people keep them. */
@QuarkusTest
class SheetImportTest {
    private static final int PIECE = 1 << 16;


    @Test
    void theWholeColumnTellsWhetherTheDayStandsFirst() {
        var mark = mark();

        var view = csv("When,Headline\n01/02/2023,Talks %1$s A\n13/02/2023,Talks %1$s B\n".formatted(mark));

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(2);
        assertThat(dates(mark)).containsExactly("2023-02-01", "2023-02-13");
    }

    @Test
    void orTheMonth() {
        var mark = mark();

        csv("date,title\n2/1/2023,Talks %1$s A\n2/16/2023,Talks %1$s B\n".formatted(mark));

        assertThat(dates(mark)).containsExactly("2023-02-01", "2023-02-16");
    }

    @Test
    void whereNothingDecidesItIsAskedAndNeverGuessed() {
        var view = csv("date,title\n01/02/2023,A %1$s\n05/06/2023,B %1$s\n07/07/2023,C %1$s\n".formatted(mark()));

        assertThat(view.getInt("refused")).as(view.prettify()).isEqualTo(2);
        assertThat(view.getString("problems[0].reason")).contains("day and month or month and day");
        assertThat(view.getString("problems[0].column")).isEqualTo("date");
        assertThat(view.getString("problems[0].value")).isEqualTo("01/02/2023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-16"})
    void theEncodingIsTold(String encoding) {
        var mark = mark();
        var text = "Datum;Titel;title\n2023-02-01;x;Zürich, «Genève» %s\n".formatted(mark);

        var view = Imported.file("rows.csv", text.getBytes(Charset.forName(encoding)), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(titles(mark)).containsExactly("Zürich, «Genève» " + mark);
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'", "'|'"})
    void theSeparatorIsTold(String separator) {
        var mark = mark();
        var text = String.join(separator, "date", "title", "place") + "\n" + String.join(separator, "2023-02-01", "\"Said " + separator + " of " + mark + "\"", "Tokyo") + "\n";

        var view = csv(text);

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
    }

    @Test
    void aDecimalCommaIsOneWhereTheColumnHasNoPoint() {
        var mark = mark();

        var view = csv("date;title;lat;lon\n2023-02-01;Talks %s;48,8566;2,3522\n".formatted(mark));

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(items(mark).get(0)).containsEntry("latitude", 48.8566f).containsEntry("longitude", 2.3522f);
    }

    @Test
    void aStatementOfASheetIsOneOfAllItsColumns() {
        var mark = mark();

        var view = csv("Date,Speaker,On behalf of,Role,Target,Quote,Newspaper,Link\n"
                + "1 Feb 2023,Ann Other %1$s,Republic %1$s,Foreign Minister,China,\"\"\"We object,\"\" she said\",The Daily %1$s,https://example.org/%1$s\n".formatted(mark));

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        var item = items(mark).get(0);
        assertThat(item).containsEntry("date", "2023-02-01").containsEntry("words", "\"We object,\" she said").containsEntry("mode", "MIXED")
                .containsEntry("targets", List.of("china")).containsEntry("source", "The Daily " + mark).containsEntry("source_url", "https://example.org/" + mark)
                .containsEntry("speaker_roles", List.of("Foreign Minister"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'date,title\n2023-02-01,MÃ¼nchen'                              | 2 | title | encoding
            'date,title\n2023-02-01,Good\n2023-02-02,itâ€™s'              | 3 | title | encoding
            'date,title\n2.02E+13,A'                                       | 2 | date  | rounded number
            'date,title,cameo\n2023-02-01,A,050\n2023-02-02,B,50'         | 3 | cameo | leading zero
            'date,title\n2023-02-01,A,more'                                | 2 |       | 3 cells
            'date,title\n2023-02-01'                                       | 2 |       | 1 cell
            'date,title\n2023-02-01,"never closed'                         | 2 |       | never closed
            'date,title\n2023-02-01,"a " b"'                               | 2 |       | doubled
            'date,title\n2023-02-01,an "unescaped" one'                    | 2 |       | doubled
            ''                                                             | 1 |       | empty
            'qux,quux,quuz'                                                | 1 |       | no row
            'date,date\n1,2'                                               | 1 | date  | Two columns
            """)
    void aDamagedFileIsRefusedWithItsRow(String text, int row, String column, String reason) {
        var view = csv(text.replace("\\n", "\n"));

        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("FAILED");
        assertThat(view.getInt("problems[0].row")).as(view.prettify()).isEqualTo(row);
        assertThat(view.getString("problems[0].column")).isEqualTo(column);
        assertThat(view.getString("problems[0].reason")).contains(reason);
    }

    @Test
    void aWorkbookIsReadWithItsDates() throws IOException {
        var mark = mark();

        var view = Imported.file("rows.xlsx", workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>date</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>title</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44958</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Talks " + mark + "</t></is></c></row>", ""), "");

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(dates(mark)).containsExactly("2023-02-01");
    }

    @Test
    void aWorkbookThatUnpacksToFarMoreIsRefused() throws IOException {
        var view = Imported.file("bomb.xlsx", workbook("<row r=\"1\"><c r=\"A1\"><v>" + "1".repeat(60_000_000) + "</v></c></row>", ""), "");

        assertThat(view.getString("state")).isEqualTo("FAILED");
        assertThat(view.getString("failure")).contains("unpacks to more");
    }

    @Test
    void aWorkbookWithEntitiesIsRefused() throws IOException {
        var view = Imported.file("entity.xlsx", workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>",
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), "");

        assertThat(view.getString("state")).isEqualTo("FAILED");
        assertThat(view.getString("failure")).contains("document type");
    }

    @Test
    void aMillionColumnsAreRefused() {
        var view = csv("a,".repeat(1_000_000) + "b\n");

        assertThat(view.getString("state")).isEqualTo("FAILED");
        assertThat(view.getString("failure")).contains("columns");
    }

    @Test
    void anUnknownFormatIsNamed() {
        given().multiPart("file", "rows.csv", "x".getBytes(StandardCharsets.UTF_8)).post("/api/v1/imports?format=wordperfect").then().statusCode(400);
        given().multiPart("file", "rows.csv", "x".getBytes(StandardCharsets.UTF_8)).post("/api/v1/imports?check=perhaps").then().statusCode(400);
        given().multiPart("other", "rows.csv", "x".getBytes(StandardCharsets.UTF_8)).post("/api/v1/imports").then().statusCode(422);
        given().get("/api/v1/imports/019a0000-0000-7000-8000-000000000009").then().statusCode(404);
        given().get("/api/v1/imports/none").then().statusCode(404);
    }

    private static io.restassured.path.json.JsonPath csv(String text) {
        return Imported.csv(text);
    }

    private static String mark() {
        return "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static List<Map<String, Object>> items(String mark) {
        return given().queryParam("q", mark).queryParam("sort", "date").get("/api/v1/items").jsonPath().getList("items");
    }

    private static List<Object> dates(String mark) {
        return items(mark).stream().map(item -> item.get("date")).toList();
    }

    private static List<Object> titles(String mark) {
        return items(mark).stream().map(item -> item.get("title")).toList();
    }

    /** A workbook of one sheet with these rows. */
    private static byte[] workbook(String rows, String declaration) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + part("workbook", "sheet.main") + part("worksheets/sheet1", "worksheet") + part("styles", "styles") + "</Types>");
            entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            entry(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            entry(zip, "xl/worksheets/sheet1.xml", declaration + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"/xl/" + name + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (int from = 0; from < content.length(); from += PIECE) {
            zip.write(content.substring(from, Math.min(content.length(), from + PIECE)).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }
}
