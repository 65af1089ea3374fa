package org.demarche.exchange.out;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.demarche.text.Texts;
import org.demarche.timeline.Column;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every file is opened by a reader that is not ours, with texts that are made to break files. */
@QuarkusTest
class ExportedFilesTest {
    private static final int NUMBER = 20;

    private static ExportedItems.World world;
    private static List<JsonNode> rows;

    @Inject
    ExportedItems items;
    @Inject
    ObjectMapper mapper;
    @Inject
    ExportFormats formats;

    @BeforeEach
    void keep() throws IOException {
        if (world == null) {
            long seed = System.nanoTime();
            System.out.println("Exported items of seed " + seed);
            world = items.keep(seed, NUMBER);
            rows = new ArrayList<>();
            mapper.readTree(given().get("/api/v1/items?limit=500&" + world.query()).asString()).get("items").forEach(rows::add);
            assertThat(rows).hasSize(2 * NUMBER);
        }
    }

    @Test
    void everyFormatAnswersWithItsTypeAndSaysWhereItIsFrom() throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes("csv")));
        for (var format : formats.all()) {
            var answer = given().get("/timeline." + format.ending() + "?" + world.query());
            assertThat(answer.statusCode()).as(format.word()).isEqualTo(200);
            assertThat(answer.contentType().replace(" ", "").toLowerCase()).as(format.word()).startsWith(format.mediaType().split(";")[0].toLowerCase());
            assertThat(answer.header("Content-Disposition")).contains(format.fileName());
            var link = answer.header("Link");
            assertThat(link).as(format.word()).contains(format.path() + ".meta.json?" + world.query());
            var meta = mapper.readTree(given().get(link.substring(1, link.indexOf('>'))).then().statusCode(200).extract().asString());
            assertThat(meta.get("query").asText()).isEqualTo(world.query());
            assertThat(meta.get("code_books")).extracting(JsonNode::asText).contains("PLOVER 2.0", "CAMEO 1.1b3");
            if (!format.word().equals("atom")) {
                assertThat(meta.get("sha256").asText()).as("of %s the hash of the CSV", format.word()).isEqualTo(hash);
            }
            if (format.saysWhereItIsFrom() && !format.ending().matches("xlsx|docx|site.zip")) {
                assertThat(answer.asString().replace("\r\n ", "")).as(format.word()).contains(meta.get("sha256").asText()).contains("PLOVER 2.0").contains(world.query().split("=")[1]);
            }
            var tag = answer.header("ETag");
            given().header("If-None-Match", tag).get("/timeline." + format.ending() + "?" + world.query()).then().statusCode(304);
        }
    }

    @Test
    void badQueriesAreRefusedInEveryFormatBeforeAnythingIsWritten() {
        for (var format : formats.all()) {
            given().get(format.path() + "?colour=red").then().statusCode(400);
            given().get(format.path() + "?behalf=atlantis").then().statusCode(400);
            given().get(format.path() + ".meta.json?from=yesterday").then().statusCode(400);
        }
        given().get("/timeline.exe").then().statusCode(404);
        given().get("/timeline.exe.meta.json").then().statusCode(404);
    }

    @Test
    void csvHoldsEveryTextButForTheApostropheOfTheGuard() throws IOException {
        var read = csv(text("csv"), ',');
        assertThat(read.get(0)).containsExactlyElementsOf(columns());
        for (int row = 0; row < rows.size(); row++) {
            for (var column : Column.values()) {
                var cell = read.get(row + 1).get(column.ordinal());
                var plain = column.isFreeText() && cell.matches("(?s)'+[=+@\t\r-].*") ? cell.substring(1) : cell;
                assertThat(plain).as("%s of row %s", column, row).isEqualTo(joined(rows.get(row).get(column.word())));
                assertThat(cell).as("no formula").doesNotMatch(column.isFreeText() ? "(?s)[=+@\t\r-].*" : "(?s)[=+@\t\r].*");
            }
        }
    }

    @Test
    void excelHoldsEveryTextAsATextAndNoFormula() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes("xlsx")))) {
            var sheet = workbook.getSheet("Items");
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
            for (var column : Column.values()) {
                assertThat(sheet.getRow(0).getCell(column.ordinal()).getStringCellValue()).isEqualTo(column.word());
            }
            for (int row = 0; row < rows.size(); row++) {
                for (var column : Column.values()) {
                    var value = rows.get(row).get(column.word());
                    var cell = sheet.getRow(row + 1).getCell(column.ordinal());
                    if (value.isNumber()) {
                        assertThat(cell.getNumericCellValue()).isEqualTo(value.asDouble());
                    } else if (joined(value).isEmpty()) {
                        assertThat(cell == null || cell.getCellType() == CellType.BLANK).as("%s of row %s is empty", column, row).isTrue();
                    } else {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getStringCellValue()).as("%s of row %s", column, row).isEqualTo(joined(value));
                    }
                }
            }
            assertThat(about(workbook.getSheet("About"))).containsEntry("Query", world.query()).containsEntry("Items", String.valueOf(rows.size()))
                    .containsEntry("Code books", "PLOVER 2.0, CAMEO 1.1b3").containsEntry("SHA-256 of the timeline CSV of these items", sha256("csv"));
        }
    }

    @Test
    void jsonAndLinesOfJsonHoldTheRowsOfTheApi() throws IOException {
        var document = mapper.readTree(bytes("items.json"));
        assertThat(document.get("items")).containsExactlyElementsOf(rows);
        assertThat(document.get("rows").get("sha256").asText()).isEqualTo(sha256("csv"));
        assertThat(text("ndjson").lines().map(this::json).toList()).containsExactlyElementsOf(rows);
    }

    @Test
    void wordOpensTheChronologyWithItsFootnotes() throws Exception {
        try (var document = new XWPFDocument(OPCPackage.open(new ByteArrayInputStream(bytes("docx"))))) {
            var paragraphs = document.getParagraphs();
            var quotes = paragraphs.stream().filter(paragraph -> "Quote".equals(paragraph.getStyle())).map(paragraph -> paragraph.getText().strip()).toList();
            assertThat(quotes).containsExactlyElementsOf(words().stream().map(String::strip).toList());
            var footnotes = document.getFootnotes().stream().filter(note -> note.getId().intValue() > 0).toList();
            assertThat(footnotes).hasSize(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                var note = footnotes.get(row).getParagraphs().get(0).getText();
                assertThat(note).as("footnote %s", row + 1).contains(cited(rows.get(row), "source"), cited(rows.get(row), "agency"), "“" + cited(rows.get(row), "source_title") + "”", cited(rows.get(row), "source_url"),
                        "1 February 2023", "retrieved 3 February 2023");
            }
            assertThat(paragraphs).anyMatch(paragraph -> "Heading1".equals(paragraph.getStyle()) && paragraph.getText().contains("1 February 2023"));
            assertThat(paragraphs).anyMatch(paragraph -> paragraph.getText().contains("an official; \"unnamed\", on behalf of =Exporting"));
            assertThat(paragraphs.get(paragraphs.size() - 1).getText()).contains(sha256("csv"));
        }
    }

    @Test
    void markdownIsReadAsWhatWasWritten() throws IOException {
        var parser = Parser.builder().extensions(List.of(FootnotesExtension.create())).build();
        var reading = new Reading();
        parser.parse(text("md")).accept(reading);
        assertThat(reading.quotes).containsExactlyElementsOf(words().stream().map(ExportedFilesTest::lines).toList());
        assertThat(reading.notes).hasSize(rows.size());
        assertThat(reading.references).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(reading.notes.get(row)).contains("“" + Texts.oneLine(rows.get(row).get("source_title").asText()) + "”", rows.get(row).get("source_url").asText(), "retrieved 3 February 2023");
        }
        assertThat(reading.headings).startsWith(title()).contains("About this chronology");
    }

    @Test
    void calendarsHoldWhatCanBeSaidInDaysAndTheRestInWords() throws IOException {
        var lines = text("ics").split("\r\n", -1);
        assertThat(lines).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        var calendars = Biweekly.parse(text("ics")).all();
        assertThat(calendars).hasSize(1);
        ICalendar calendar = calendars.get(0);
        var dated = rows.stream().filter(row -> !row.get("date").asText().startsWith("-")).toList();
        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).containsExactlyElementsOf(dated.stream().map(row -> row.get("id").asText()).toList());
        assertThat(calendar.getExperimentalProperty("X-DEMARCHE-SHA256").getValue()).isEqualTo(sha256("csv"));
        assertThat(calendar.getExperimentalProperty("X-DEMARCHE-LEFT-OUT").getValue()).isEqualTo(String.valueOf(rows.size() - dated.size()));
        for (int index = 0; index < dated.size(); index++) {
            var event = calendar.getEvents().get(index);
            var row = dated.get(index);
            assertThat(event.getSummary().getValue()).startsWith(Texts.oneLine(row.get("title").asText()));
            if (!row.get("words").isNull()) {
                assertThat(event.getDescription().getValue()).contains(row.get("words").asText());
            }
            var start = event.getDateStart().getValue();
            if (row.get("date").asText().equals("2023-02-01") && row.get("time").isNull()) {
                assertThat(start.hasTime()).isFalse();
                assertThat(LocalDate.of(start.getRawComponents().getYear(), start.getRawComponents().getMonth(), start.getRawComponents().getDate())).isEqualTo(LocalDate.of(2023, 2, 1));
                assertThat(event.getDescription().getValue()).doesNotContain("Date: ");
            } else if (row.get("date").asText().equals("2023-02-01")) {
                assertThat(start.toInstant().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(7);
            } else if (row.get("date").asText().equals("[2023-01-31,2023-02-01]")) {
                assertThat(event.getSummary().getValue()).endsWith("(31 Jan or 1 Feb 2023)");
                assertThat(event.getDescription().getValue()).contains("Date: 31 January or 1 February 2023");
            }
        }
    }

    @Test
    void feedsAreAtomWithTheNewestFirst() throws Exception {
        var feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes("atom"))));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).startsWith("urn:uuid:");
        assertThat(feed.getEntries()).hasSize(rows.size()).extracting(entry -> entry.getPublishedDate()).isSortedAccordingTo((one, other) -> other.compareTo(one));
        var byId = rows.stream().collect(Collectors.toMap(row -> "urn:uuid:" + row.get("id").asText(), row -> row));
        for (var entry : feed.getEntries()) {
            var row = byId.get(entry.getUri());
            assertThat(entry.getTitle()).isEqualTo(Texts.oneLine(row.get("title").asText()));
            assertThat(entry.getLink()).endsWith(row.get("url").asText());
            assertThat(entry.getAuthor()).isNotEmpty();
            if (!row.get("words").isNull()) {
                assertThat(entry.getContents().get(0).getValue()).contains(">" + EntryHtml.escaped(row.get("words").asText()).replace("\n", "<br>") + "<");
            }
        }
        var fewer = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(given().get("/timeline.atom?limit=3&" + world.query()).asByteArray())));
        assertThat(fewer.getEntries()).extracting(entry -> entry.getUri()).isEqualTo(feed.getEntries().stream().limit(3).map(entry -> entry.getUri()).toList());
    }

    @Test
    void networksAreGraphMlByItsSchemaWithWeightAndSign() throws IOException {
        var graph = new DirectedWeightedPseudograph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var edges = new HashMap<DefaultWeightedEdge, Map<String, String>>();
        var labels = new HashMap<String, String>();
        var importer = new GraphMLImporter<String, DefaultWeightedEdge>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer((vertex, attribute) -> {
            if (vertex.getSecond().equals("label")) {
                labels.put(vertex.getFirst(), attribute.getValue());
            }
        });
        importer.addEdgeAttributeConsumer((edge, attribute) -> edges.computeIfAbsent(edge.getFirst(), none -> new HashMap<>()).put(edge.getSecond(), attribute.getValue()));
        importer.importGraph(graph, new StringReader(text("graphml")));
        var state = world.query().split("=")[1];
        assertThat(graph.vertexSet()).hasSize(3).contains(state);
        assertThat(labels.get(state)).startsWith("=Exporting \"State\" <&>");
        var target = world.statements().get(0).targets().get(0);
        long sum = world.statements().stream().mapToLong(statement -> statement.stances().get(0).value()).sum();
        long strength = world.statements().stream().mapToLong(statement -> Math.abs(statement.stances().get(0).value())).sum();
        var edge = graph.getEdge(state, target);
        assertThat(edges.get(edge)).containsEntry("sign", String.valueOf(Long.signum(sum))).containsEntry("statements", String.valueOf(NUMBER)).containsEntry("coded", String.valueOf(NUMBER));
        assertThat(Double.parseDouble(edges.get(edge).getOrDefault("weight", String.valueOf(graph.getEdgeWeight(edge))))).isEqualTo(strength);
    }

    @Test
    void gdeltAndIcewsLayoutsHaveTheirColumnsAndCodesThatStayTexts() throws IOException {
        var gdelt = text("gdelt.tsv").lines().map(line -> List.of(line.split("\t", -1))).toList();
        assertThat(gdelt).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(61));
        assertThat(gdelt).extracting(row -> row.get(GdeltFormat.COLUMNS.indexOf("EventCode"))).containsOnly("050", "042");
        assertThat(gdelt).extracting(row -> row.get(GdeltFormat.COLUMNS.indexOf("EventRootCode"))).containsOnly("05", "04");
        assertThat(gdelt).extracting(row -> row.get(0)).doesNotHaveDuplicates().allMatch(id -> id.matches("\\d{1,16}"));
        assertThat(gdelt).extracting(row -> row.get(GdeltFormat.COLUMNS.indexOf("SQLDATE"))).contains("20230201", "").allMatch(day -> day.isEmpty() || day.matches("202302\\d\\d"));
        assertThat(gdelt).extracting(row -> row.get(GdeltFormat.COLUMNS.indexOf("Actor1CountryCode"))).containsOnly("JPN");
        assertThat(gdelt).extracting(row -> row.get(GdeltFormat.COLUMNS.indexOf("Actor1Name"))).allMatch(name -> name.startsWith("'=Exporting"));
        var icews = csv(text("icews.tab"), '\t');
        assertThat(icews).allSatisfy(row -> assertThat(row).hasSize(20));
        assertThat(icews.get(0)).startsWith("Event ID", "Event Date", "Source Name").endsWith("Latitude", "Longitude");
        assertThat(icews.stream().skip(1).map(row -> row.get(6)).toList()).containsOnly("050", "042");
        assertThat(icews.stream().skip(1).map(row -> row.get(4)).toList()).containsOnly("Japan");
        assertThat(icews.stream().map(row -> row.get(2)).toList()).contains("an official; \"unnamed\"");
        // Two speakers about two targets, and a host with a visitor.
        assertThat(icews).hasSize(1 + NUMBER * 4 + NUMBER);
    }

    @Test
    void theEventListOfTheDiscourseNetworkAnalyzerHasItsColumns() throws IOException {
        var list = csv(text("dna.csv"), ';');
        assertThat(list.get(0)).containsExactly("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text", "person", "organization", "concept", "agreement");
        assertThat(list.stream().skip(1).map(row -> row.get(12)).toList()).allMatch(agreement -> agreement.matches("[01]?"));
        assertThat(list.stream().skip(1).map(row -> row.get(9)).distinct().toList()).contains("(an official; \"unnamed\")");
        assertThat(list).hasSize(1 + NUMBER * 4);
    }

    @Test
    void timelineJsTakesSlidesThatHoldNoMarkupButOurs() throws IOException {
        var document = mapper.readTree(bytes("timelinejs.json"));
        var table = csv(text("timelinejs.csv"), ',');
        assertThat(table.get(0)).hasSize(18).startsWith("Year", "Month", "Day").endsWith("Background");
        var slides = new ArrayList<JsonNode>();
        document.get("events").forEach(slides::add);
        assertThat(slides).hasSize(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            var slide = slides.get(row);
            assertThat(slide.get("unique_id").asText()).isEqualTo(rows.get(row).get("id").asText());
            assertThat(slide.get("text").get("headline").asText()).doesNotContain("<", ">").isEqualTo(unguarded(table.get(row + 1).get(9)));
            assertThat(slide.get("text").get("text").asText().replaceAll("</?(p|blockquote|br)( lang=\"\\w+\")?( dir=\"auto\")?>", "")).doesNotContain("<", ">");
            assertThat(table.get(row + 1).get(0)).isEqualTo(slide.get("start_date").get("year").asText());
            if (rows.get(row).get("date").asText().equals("2023-02")) {
                assertThat(slide.get("start_date").has("day")).isFalse();
                assertThat(slide.get("start_date").get("month").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void theSiteHoldsPagesDrawingAndDataWithTheirHash() throws IOException {
        var parts = unzip(bytes("site.zip"));
        assertThat(parts.keySet()).containsExactly("timeline.csv", "timeline.json", "timeline.svg", "style.css", "index.html");
        assertThat(parts.get("timeline.csv")).isEqualTo(bytes("csv"));
        assertThat(mapper.readTree(parts.get("timeline.json")).get("items")).containsExactlyElementsOf(rows);
        var page = new String(parts.get("index.html"), StandardCharsets.UTF_8);
        assertThat(page).contains(sha256("csv"), "<dt>As known on</dt>", "<dt>Licence</dt>", "Démarche").doesNotContain("<script", "http-equiv");
        assertThat(IntStream.range(0, rows.size()).filter(row -> page.contains("id=\"" + rows.get(row).get("id").asText() + "\"")).count()).isEqualTo(rows.size());
    }

    @Test
    void emptyTimelinesGiveWholeFiles() throws Exception {
        var none = "?q=nobodyeversaidthisword&" + world.query();
        for (var format : formats.all()) {
            given().get(format.path() + none).then().statusCode(200);
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(given().get("/timeline.xlsx" + none).asByteArray()))) {
            assertThat(workbook.getSheet("Items").getLastRowNum()).isZero();
        }
        assertThat(new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(given().get("/timeline.atom" + none).asByteArray()))).getEntries()).isEmpty();
        new XWPFDocument(new ByteArrayInputStream(given().get("/timeline.docx" + none).asByteArray())).close();
        assertThat(unzip(given().get("/timeline.site.zip" + none).asByteArray())).containsKey("index.html");
    }

    private byte[] bytes(String ending) {
        return given().get("/timeline." + ending + "?" + world.query()).then().statusCode(200).extract().asByteArray();
    }

    private String text(String ending) {
        return new String(bytes(ending), StandardCharsets.UTF_8);
    }

    private String sha256(String ending) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(ending)));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static List<List<String>> csv(String text, char separator) throws IOException {
        var read = new ArrayList<List<String>>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            reader.forEach(row -> read.add(row.getFields()));
        }
        return read;
    }

    private static List<String> columns() {
        return java.util.stream.Stream.of(Column.values()).map(Column::word).toList();
    }

    /** A value of the API as a cell. */
    private static String joined(JsonNode value) {
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            value.forEach(each -> texts.add(each.asText().replace("\\", "\\\\").replace(";", "\\;")));
            return String.join("; ", texts);
        }
        return value.isNull() ? "" : value.asText();
    }

    private static List<String> words() {
        return rows.stream().filter(row -> row.get("kind").asText().equals("statement") && !row.get("words").isNull()).map(row -> row.get("words").asText()).toList();
    }

    private static String cited(JsonNode row, String column) {
        return row.get(column).asText();
    }

    private static String title() {
        return Texts.oneLine(given().get("/timeline.items.json?" + world.query()).path("export.title"));
    }

    private static String unguarded(String cell) {
        return cell.matches("(?s)'+[=+@\t\r-].*") ? cell.substring(1) : cell;
    }

    /** A text as Markdown keeps it: its lines without the blanks around them, and without the empty ones. */
    private static String lines(String text) {
        return text.strip().lines().map(Texts::oneLine).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> about(Sheet sheet) {
        var about = new LinkedHashMap<String, String>();
        sheet.forEach(row -> about.put(row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue()));
        return about;
    }

    static Map<String, byte[]> unzip(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), ((InputStream) zip).readAllBytes());
            }
        }
        return parts;
    }

    /** The texts of a Markdown document. */
    private static final class Reading extends AbstractVisitor {
        private final List<String> quotes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> headings = new ArrayList<>();
        private int references;

        @Override
        public void visit(BlockQuote quote) {
            quotes.add(text(quote));
        }

        @Override
        public void visit(Heading heading) {
            headings.add(text(heading));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof FootnoteDefinition) {
                notes.add(text(block));
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FootnoteReference) {
                references++;
            }
        }

        private static String text(Node node) {
            var text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(HardLineBreak line) {
                    text.append('\n');
                }

                @Override
                public void visit(SoftLineBreak line) {
                    text.append('\n');
                }

                @Override
                public void visit(org.commonmark.node.Paragraph paragraph) {
                    text.append(text.isEmpty() ? "" : "\n");
                    visitChildren(paragraph);
                }
            });
            return text.toString();
        }
    }
}
