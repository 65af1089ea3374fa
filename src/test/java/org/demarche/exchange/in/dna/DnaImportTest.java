package org.demarche.exchange.in.dna;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.demarche.exchange.in.Imported;
import org.demarche.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Projects of the Discourse Network Analyzer: who, for whom, is for or against what, and where it stands. */
@QuarkusTest
@Tag("database")
class DnaImportTest {
    private static final String REPORT = "The Secretary General came. We stand with our partners in the region, he said.";
    private static final String WORDS = "We stand with our partners in the region";

    private final String mark = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aStatementHasItsSpeakerChainConceptStanceAndPlace(int version) {
        try (var project = project(version)) {
            project.statement(1, 1, 1, REPORT.indexOf(WORDS), REPORT.indexOf(WORDS) + WORDS.length(), Map.of(1, "Jens Stoltenberg", 2, "Institute " + mark, 3, "Partnership " + mark, 4, true));
            project.attributes(2, "Institute " + mark, Map.of("Type", "Think tank", "Alias", "Inst " + mark));

            var view = brought(project);

            assertThat(view.getString("format")).isEqualTo("dna");
            assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(1);
            var statement = statements().get(0);
            assertThat(statement.getString("date")).isEqualTo("2023-02-01");
            assertThat(statement.getString("dateBasis")).isEqualTo("INFERRED");
            assertThat(statement.getList("topics")).containsExactly("partnership-" + mark);
            assertThat(statement.getMap("stances[0]")).containsEntry("toward", "partnership-" + mark).containsEntry("value", 1);
            assertThat(statement.getString("speakers[0].actor")).isEqualTo("jens-stoltenberg");
            assertThat(statement.getList("speakers[0].behalf")).containsExactly("institute-" + mark);
            assertThat(statement.getString("renderings[0].words")).isEqualTo(WORDS);
            assertThat(statement.getMap("renderings[0].anchors[0]")).containsEntry("start", 28).containsEntry("end", 68).containsEntry("exact", WORDS).containsEntry("state", "EXACT");
            assertThat(codings(statement)).containsEntry("DNA", "DNA Statement").containsEntry("DNA coder", "Coder 1").containsEntry("DNA section", "Politics")
                    .containsEntry("DNA document type", "Report").containsEntry("DNA organization: Type", "Think tank").hasSize(5);
            var document = document(statement);
            assertThat(document.getString("title")).isEqualTo("Visit " + mark);
            assertThat(document.getString("agency")).isEqualTo("Staff " + mark);
            assertThat(document.getString("published")).isEqualTo("2023-02-01");
            assertThat(document.getString("text")).isEqualTo(REPORT);
            var institute = given().get("/api/v1/actors/institute-" + mark).jsonPath();
            assertThat(institute.getString("type")).isEqualTo("ORGANIZATION");
            assertThat(institute.getString("names[0].text")).isEqualTo("Inst " + mark);
        }
    }

    @Test
    void placesAreThoseOfTheTextThatIsKept() {
        var before = "\uD83C\uDF0D \u05E9\u05DC\u05D5\u05DD \u2013 re\u0301sume\u0301\r\nof\r\nthe day\f";
        var words = "\u05D4\u05D0\u05D9\u05D7\u05D5\u05D3 \uD83D\uDE00 de\u0301cide\r\nnow";
        try (var project = new DnaFile(3)) {
            project.document(1, "Letters " + mark, before + words + " and on", "", "Paper " + mark, DnaFile.FEBRUARY);
            project.statement(1, 1, 1, before.length(), before.length() + words.length(), Map.of(2, "NATO", 3, "Union " + mark, 4, false));
            // cuts a pair, an accent and a line end in two
            project.statement(2, 1, 1, 1, before.indexOf('\u0301'), Map.of(2, "NATO", 3, "Union " + mark, 4, false));
            project.statement(3, 1, 1, before.indexOf('\n'), before.indexOf("the"), Map.of(2, "NATO", 3, "Union " + mark, 4, false));

            assertThat(brought(project).getInt("new")).isEqualTo(3);

            var statements = statements();
            var text = document(statements.get(0)).getString("text");
            assertThat(text).isEqualTo("\uD83C\uDF0D \u05E9\u05DC\u05D5\u05DD \u2013 r\u00E9sum\u00E9\nof\nthe day\n\u05D4\u05D0\u05D9\u05D7\u05D5\u05D3 \uD83D\uDE00 d\u00E9cide\nnow and on");
            assertThat(statements).extracting(statement -> statement.getString("renderings[0].anchors[0].exact"))
                    .containsExactlyInAnyOrder("\u05D4\u05D0\u05D9\u05D7\u05D5\u05D3 \uD83D\uDE00 d\u00E9cide\nnow", "\uD83C\uDF0D \u05E9\u05DC\u05D5\u05DD \u2013 r\u00E9", "\nof\n");
            for (var statement : statements) {
                var anchor = statement.getMap("renderings[0].anchors[0]");
                assertThat(Texts.slice(text, (int) anchor.get("start"), (int) anchor.get("end"))).isEqualTo(anchor.get("exact"));
                assertThat(anchor).containsEntry("state", "EXACT");
            }
        }
    }

    @Test
    void quotedPassagesAreAnchoredToo() {
        var text = "He said: \u201CWe agree\u201D and left.";
        try (var project = new DnaFile(3)) {
            project.document(1, "Quotes " + mark, text, "", "Paper " + mark, DnaFile.FEBRUARY);
            project.statement(1, 1, 1, 0, text.length(), Map.of(2, "NATO", 3, "Union " + mark, 4, true));

            brought(project);

            assertThat(statements().get(0).<Map<String, Object>>getList("renderings[0].anchors")).extracting(anchor -> anchor.get("part"), anchor -> anchor.get("start"), anchor -> anchor.get("state"))
                    .containsExactly(tuple("WHOLE", 0, "EXACT"), tuple("QUOTE", 9, "EXACT"));
        }
    }

    @Test
    void otherTypesAndVariablesAreKept() {
        var plot = "A plot that is told at such a length that no code of any scheme could hold it";
        try (var project = project(3)) {
            project.statement(1, 3, 1, 0, 27, Map.of(8, "Ask " + mark + "\nwhether this is right."));
            project.statement(2, 2, 1, 0, 27, Map.of(5, "NATO", 6, "Region", 7, 4, 9, "Story " + mark, 10, -5, 11, plot));
            project.statement(3, 2, 1, 28, 40, Map.of(5, "NATO", 9, "Story " + mark, 10, 1));
            project.statement(4, 1, 1, 28, 40, Map.of(1, "", 2, "", 3, "", 4, true));

            var view = brought(project);

            assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(4);
            var annotation = statement("Annotation", 0);
            assertThat(annotation.getString("summary")).isEqualTo("Ask " + mark + "\nwhether this is right.");
            assertThat(annotation.getString("speakers[0].described")).isEqualTo("speaker not coded");
            assertThat(annotation.getString("renderings[0].words")).isEqualTo("The Secretary General came.");
            var story = statement("Story", 0);
            assertThat(story.getString("speakers[0].actor")).isEqualTo("nato");
            assertThat(story.getMap("stances[0]")).containsEntry("toward", "story-" + mark).containsEntry("value", -2);
            assertThat(codings(story)).containsEntry("DNA victim", "Region").containsEntry("DNA strength", "4").containsEntry("DNA Qualifier", "-5");
            assertThat(story.getString("summary")).isEqualTo("plot: " + plot);
            assertThat(statement("Story", 28).getInt("stances[0].value")).isEqualTo(1);
            var empty = statement("DNA Statement", 28);
            assertThat(empty.getString("speakers[0].described")).isEqualTo("speaker not coded");
            assertThat(empty.getList("topics")).isEmpty();
            assertThat(codings(empty)).containsEntry("DNA agreement", "1");
        }
    }

    @Test
    void aScaleWithoutAMiddleIsACodeAndNoStance() {
        try (var project = project(3)) {
            project.statement(1, 2, 1, 0, 27, Map.of(5, "NATO", 9, "Story " + mark, 10, 4));
            project.statement(2, 2, 1, 28, 40, Map.of(5, "NATO", 9, "Story " + mark, 10, 1));

            brought(project);

            assertThat(statements()).hasSize(2).allSatisfy(statement -> assertThat(statement.getList("stances")).isEmpty());
            assertThat(codings(statement("Story", 0))).containsEntry("DNA Qualifier", "4");
        }
    }

    @Test
    void whatIsNotWholeIsRefusedWithItsStatementAndColumn() {
        try (var project = project(3)) {
            project.document(2, "Undated " + mark, REPORT, "", "Paper " + mark, null);
            project.document(3, "Empty " + mark, "", "", "", DnaFile.FEBRUARY);
            var values = Map.<Integer, Object>of(2, "NATO", 3, "Refused " + mark, 4, true);
            project.statement(11, 1, 2, 0, 5, values);
            project.statement(12, 1, 99, 0, 5, values);
            project.statement(13, 1, 1, 70, 500, values);
            project.statement(14, 1, 3, 0, 1, values);
            project.statement(15, 1, 1, 9, 9, values);
            project.statement(16, 1, 1, 0, 5, values);

            var view = brought(project);

            assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
            assertThat(view.<Map<String, Object>>getList("problems")).extracting(problem -> problem.get("row"), problem -> problem.get("column")).containsExactly(tuple(11, "date"), tuple(12, "document"),
                    tuple(13, "stop"), tuple(14, "stop"), tuple(15, "start"));
            var wrong = given().get("/exchange/imports/" + view.getString("id") + "/wrong.csv").then().statusCode(200).extract().asString();
            assertThat(wrong).contains("statement type", "organization", "Undated " + mark, "Refused " + mark);
        }
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2023-02-01T00:00", "America/New_York, 2023-02-01T00:00", "Asia/Tokyo, 2023-02-01T00:00", "UTC, 2023-02-01T00:00", "UTC, 2023-02-01T13:07"})
    void daysOfVersionTwoAreThoseOfTheCoder(String zone, String moment) {
        var offset = TimeZone.getTimeZone(zone).getOffset(TimeUnit.SECONDS.toMillis(DnaFile.FEBRUARY));
        long millis = java.time.LocalDateTime.parse(moment).toEpochSecond(java.time.ZoneOffset.UTC) * 1_000 - offset;

        assertThat(DnaDocument.day(millis, true)).isEqualTo("2023-02-01");
    }

    @Test
    void theSameProjectAgainChangesNothingAndAGrownOneOnlyWhatIsNew() {
        try (var project = project(3)) {
            var values = Map.<Integer, Object>of(1, "Jens Stoltenberg", 2, "Institute " + mark, 3, "Growth " + mark, 4, true);
            project.statement(1, 1, 1, 0, 27, values);
            project.statement(2, 1, 1, 0, 27, Map.of(1, "Jens Stoltenberg", 2, "Institute " + mark, 3, "Other " + mark, 4, false));
            assertThat(brought(project).getInt("new")).isEqualTo(2);
            assertThat(brought(project).getInt("unchanged")).isEqualTo(2);

            var stored = statements().stream().filter(one -> one.getList("topics").contains("growth-" + mark)).findFirst().orElseThrow();
            var changed = stored.prettify().replace("\"targets\": [\n        \n    ]", "\"targets\": [\"japan\"]").replace("\"as\": null", "\"as\": \"Guest\"")
                    .replace("\"instrument\": null", "\"instrument\": \"SPEECH\"").replaceFirst("\"codings\": \\[", "\"codings\": [{\"scheme\": \"PLOVER 2.0\", \"type\": \"AGREE\"},");
            given().contentType("application/json").body(changed).put("/api/v1/statements/" + stored.getString("id")).then().statusCode(200);
            assertThat(brought(project).getInt("unchanged")).isEqualTo(2);

            project.run("update DATABOOLEAN set Value = 0 where StatementId = 1");
            project.statement(3, 1, 1, 28, 40, values);
            var grown = brought(project);

            assertThat(grown.getInt("new")).as(grown.prettify()).isEqualTo(1);
            assertThat(grown.getInt("changed")).isEqualTo(1);
            assertThat(grown.getInt("unchanged")).isEqualTo(1);
            var after = given().get("/api/v1/statements/" + stored.getString("id")).jsonPath();
            assertThat(after.getList("targets")).containsExactly("japan");
            assertThat(after.getString("speakers[0].as")).isEqualTo("Guest");
            assertThat(after.getString("instrument")).isEqualTo("SPEECH");
            assertThat(codings(after)).containsEntry("PLOVER 2.0", "AGREE").containsEntry("DNA", "DNA Statement");
            assertThat(after.<Map<String, Object>>getList("stances")).extracting(stance -> stance.get("value")).containsExactly(-1);

            var undone = Imported.moved(grown, "UNDONE");
            assertThat(undone.getString("state")).isEqualTo("UNDONE");
            assertThat(given().get("/api/v1/statements/" + stored.getString("id")).jsonPath().getInt("stances[0].value")).isEqualTo(1);
        }
    }

    @Test
    void anotherProjectIsAnother() {
        try (var one = project(3); var other = new DnaFile(3)) {
            one.statement(1, 1, 1, 0, 27, Map.of(2, "NATO", 3, "Shared " + mark, 4, true));
            other.document(1, "Visit " + mark, REPORT + " Later.", "Staff " + mark, "Paper " + mark, DnaFile.FEBRUARY);
            other.statement(1, 1, 1, 0, 27, Map.of(2, "NATO", 3, "Shared " + mark, 4, false));

            assertThat(brought(one).getInt("new")).isEqualTo(1);
            assertThat(brought(other).getInt("new")).isEqualTo(1);
        }
    }

    private DnaFile project(int version) {
        var project = new DnaFile(version);
        // version 2 has the moment: midnight in Tokyo
        project.document(1, "Visit " + mark, REPORT, "Staff " + mark, "Paper " + mark, version == 2 ? (DnaFile.FEBRUARY - 9 * 3_600) * 1_000 : DnaFile.FEBRUARY);
        return project;
    }

    private static JsonPath brought(DnaFile project) {
        return Imported.file("project.dna", project.bytes(), "");
    }

    /** Those of this test's publisher. */
    private List<JsonPath> statements() {
        return given().queryParam("source", "paper-" + mark).get("/api/v1/items").then().statusCode(200).extract().jsonPath().<String>getList("items.id").stream()
                .map(id -> given().get("/api/v1/statements/" + id).jsonPath()).toList();
    }

    private JsonPath statement(String type, int start) {
        return statements().stream().filter(one -> type.equals(codings(one).get("DNA")) && one.getInt("renderings[0].anchors[0].start") == start).findFirst().orElseThrow();
    }

    private static JsonPath document(JsonPath statement) {
        return given().get("/api/v1/documents/" + statement.getString("renderings[0].document")).jsonPath();
    }

    private static Map<String, String> codings(JsonPath statement) {
        return statement.<Map<String, String>>getList("codings").stream().collect(java.util.stream.Collectors.toMap(coding -> coding.get("scheme"), coding -> coding.get("type")));
    }
}
