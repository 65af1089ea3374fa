package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form filled in from a page that is read elsewhere. */
@QuarkusTest
class CapturePagesTest {
    @Inject
    Revisions revisions;
    @Inject
    Kept kept;

    @Test
    void whatAPageSaysOfItselfStandsInTheFormAndNothingIsStored() {
        var speaker = kept.actor("PERSON", "Captured Speaker").name();
        long before = revisions.last();
        var url = "https://capture.specimen.example/story-" + UUID.randomUUID();
        var form = FilledForm.open(address(Map.of("url", url + "?utm_source=x#top", "title", "A captured story | Capture Daily", "site", "Capture Daily",
                "published", "2023-02-01T23:30:00+09:00", "lang", "en_GB", "quote", "\"We regret it,\" " + speaker + " said.")));
        assertThat(form.value("words")).isEqualTo("\"We regret it,\" " + speaker + " said.");
        assertThat(form.value("newDocument.title")).isEqualTo("A captured story");
        assertThat(form.value("newDocument.publisher")).isEqualTo("Capture Daily");
        assertThat(form.value("newDocument.published")).isEqualTo("2023-02-01");
        assertThat(form.value("newDocument.language")).isEqualTo("en-GB");
        assertThat(form.value("speakers[0].actor")).isEqualTo(speaker);
        assertThat(revisions.last()).isEqualTo(before);

        var saved = form.press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.header("Location")).contains("/capture/");
        var record = (StatementRecord) revisions.present(RecordKind.STATEMENT, id(saved.header("Location"))).orElseThrow().record();
        assertThat(record.date()).isEqualTo("2023-02-01");
        assertThat(record.preferred().mode()).isEqualTo("MIXED");
        var document = (DocumentRecord) revisions.present(RecordKind.DOCUMENT, record.preferred().document()).orElseThrow().record();
        assertThat(document.url()).isEqualTo(url);
        assertThat(document.language()).isEqualTo("en-GB");

        var window = given().get(saved.header("Location")).body().asString();
        assertThat(window).contains("Another from this page").contains("/statements/new?document=" + document.id());
        var next = FilledForm.open("/statements/new?document=" + document.id() + "&captured=1").type("words", "\"Again.\"").type("speakers[0].actor", speaker).press("next");
        assertThat(next.header("Location")).contains("captured=1");
    }

    @Test
    void aDocumentIsFoundByItsAddress() {
        var document = kept.document("Known already", null);
        var form = FilledForm.open(address(Map.of("url", document.url() + "/#later", "title", "Another title", "quote", "words")));
        assertThat(form.value("document")).isEqualTo(document.id().toString());
        assertThat(form.value("source")).doesNotContain("https://");
        assertThat(given().urlEncodingEnabled(false).get(address(Map.of("url", document.url(), "quote", "words"))).body().asString()).doesNotContain("A new document");
    }

    @Test
    void aPublisherIsKnownByItsHostBeforeItIsByTheNameOfItsSite() {
        var document = kept.document("First of its host", null);
        assertThat(document.url()).startsWith("https://example.org/");
        assertThat(FilledForm.open(address(Map.of("url", "https://example.org/" + UUID.randomUUID(), "site", "Nobody Calls It So"))).value("newDocument.publisher"))
                .isNotEmpty().isNotEqualTo("Nobody Calls It So");
        assertThat(FilledForm.open(address(Map.of("url", "https://nosite.specimen.example/" + UUID.randomUUID()))).value("newDocument.publisher"))
                .isEqualTo("nosite.specimen.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url       | javascript:alert(document.cookie)  | javascript:alert(document.cookie) | source-fault
            url       | data:text/html,<script>1</script>  | data:text/html,&lt;script&gt;      | source-fault
            url       | https://[broken                    | https://[broken                   | source-fault
            published | the day before yesterday's morrow  | the day before yesterday          | newDocument-published-fault
            published | 2023-02-31T00:00:00Z               | 2023-02-31                        | newDocument-published-fault
            lang      | "><script>alert(1)</script>        | &quot;&gt;&lt;script&gt;          | newDocument-language-fault
            """)
    void aValueThatIsWrongComesBackAsTextWithTheErrorBesideIt(String parameter, String value, String shown, String fault) {
        long before = revisions.last();
        var given = new java.util.LinkedHashMap<>(Map.of("url", "https://hostile.specimen.example/1", "title", "Hostile", "site", "Hostile Site", "quote", "\"words\""));
        given.put(parameter, value);
        var page = given().urlEncodingEnabled(false).get(address(given));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains(shown).contains("id=\"" + fault + "\"").doesNotContain("<script>alert").doesNotContain("href=\"javascript:").doesNotContain("Not saved");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "title", "site", "published", "lang", "quote"})
    void noValueHoweverLongOrOddIsAFailureOfTheServer(String parameter) {
        for (var value : new String[] {"", "x".repeat(6_000), "\u0001\u0007 control", "\u202Eright to left\u202C", "\uD83D\uDE00", "https://" + "a".repeat(3_000) + ".example/", "..", "9999-99-99T", "%"}) {
            assertThat(given().urlEncodingEnabled(false).get(address(Map.of(parameter, value))).statusCode()).as("%s=%s", parameter, value).isEqualTo(200);
        }
        assertThat(given().urlEncodingEnabled(false).get(address(Map.of(parameter, "x".repeat(20_000)))).statusCode()).isBetween(400, 499);
        assertThat(given().get("/capture?" + parameter + "=1&" + parameter + "=2").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoStatementHasNoPageThatSaysSaved() {
        assertThat(given().get("/capture/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(given().get("/capture/nothing").statusCode()).isEqualTo(404);
    }

    private static UUID id(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static String address(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/capture?", ""));
    }
}
