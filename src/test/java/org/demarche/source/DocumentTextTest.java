package org.demarche.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Texts;
import org.junit.jupiter.api.Test;

/** The text of a document: pasted, looked through beforehand, kept, shown with what is cited from it, taken away. */
@QuarkusTest
class DocumentTextTest {
    private static final String TEXT = "Head 👩🏽‍🚀.\n\n\"We will not go,\" she said. \"Not today.\" <b>Never</b>.\n\n\"Twice.\" And \"Twice.\"";

    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    @Test
    void whatATextWouldDoIsSaidBeforeItIsKept() {
        var document = kept.document("Foreseen", null);
        cited(document, "\"We will not go,\"", null);
        var gone = cited(document, "\"We went.\"", null);
        cited(document, "\"Twice.\"", null);
        long before = revisions.last();
        var form = FilledForm.open("/documents/" + document.id() + "/text").type("text", TEXT.replace("\n", "\r\n"));

        var shown = form.press("check");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body().asString()).contains("3 passages are cited from it", "<b>1</b> found word for word · <b>1</b> in more than one place · <b>1</b> not found", "/statements/" + gone.id());
        assertThat(revisions.last()).isEqualTo(before);

        var saved = FilledForm.of(shown).press("save");

        assertThat(saved.header("Location")).endsWith("/documents/" + document.id());
        assertThat(saved.cookie("notice")).startsWith("saved.");
        assertThat(record(document).text()).isEqualTo(TEXT);
        assertThat(record(document).sha256()).isEqualTo(Texts.sha256(TEXT));
        assertThat(revisions.last()).as("the document, what was found, and two that were not").isEqualTo(before + 4);
    }

    @Test
    void theBlankLinesAroundAPastedTextDoNotMakeItAnotherOne() {
        var known = kept.document("Known", null);
        history.keep(new DocumentRecord(known.id(), 1, known.source(), null, known.title(), null, null, null, null, "en", Texts.sha256(TEXT + "\n"), null, null));
        var said = cited(known, null, new AnchorRecord("WHOLE", 0, 4, null, null, null, null, null));

        FilledForm.open("/documents/" + known.id() + "/text").type("text", "\n" + TEXT).press("save");

        assertThat(record(known).text()).isEqualTo(TEXT + "\n");
        assertThat(anchor(said).state()).as("a place alone is proof in just the text that it was counted in").isEqualTo("EXACT");
    }

    @Test
    void nothingIsKeptOfATextThatIsEmptyTooLongOrCanNotBeKept() {
        var document = kept.document("Refused", null);
        long before = revisions.last();
        for (var bad : List.of(" \n ", "a\u0000b", "ü".repeat(500_001))) {
            var page = FilledForm.open("/documents/" + document.id() + "/text").type("text", bad).press("save");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body().asString()).contains("id=\"text-fault\"");
        }
        var expired = FilledForm.open("/documents/" + document.id() + "/text").type("text", TEXT).withExpiredToken().press("save");
        assertThat(expired.statusCode()).isEqualTo(422);
        assertThat(FilledForm.of(expired).value("text")).isEqualTo(TEXT);
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void whoeverComesSecondIsShownWhatTheTextDoesNow() {
        var document = kept.document("Both", null);
        var late = FilledForm.open("/documents/" + document.id() + "/text").type("text", TEXT);
        FilledForm.open("/documents/" + document.id() + "/text").type("text", "Another text.").press("save");

        var shown = late.press("save");

        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(record(document).text()).isEqualTo("Another text.");
        assertThat(FilledForm.of(shown).press("save").statusCode()).isEqualTo(303);
        assertThat(record(document).text()).isEqualTo(TEXT);
    }

    @Test
    void aTextThatMayNotBeHeldIsTakenAwayAndKeepsItsHash() {
        var document = kept.document("Taken away", TEXT);
        var said = cited(document, "\"Not today.\"", null);
        assertThat(anchor(said).state()).isEqualTo("EXACT");

        assertThat(FilledForm.open("/documents/" + document.id() + "/text").press("remove").statusCode()).isEqualTo(303);

        assertThat(record(document)).extracting(DocumentRecord::text, DocumentRecord::sha256).containsExactly(null, Texts.sha256(TEXT));
        assertThat(anchor(said).state()).isEqualTo("UNVERIFIED");
        assertThat(page("/statements/" + said.id())).contains("The text of the source is not held here.", "Paste the article to check the quotation", "/documents/" + document.id() + "/text");
    }

    @Test
    void passagesAreMarkedInTheTextAndLeadBothWays() {
        var document = kept.document("Marked", TEXT);
        var long1 = cited(document, "\"We will not go,\" she said. \"Not today.\"", null);
        var short1 = cited(document, "\"Not today.\" <b>Never</b>", null);

        var page = page("/documents/" + document.id());

        // They overlap: where both stand, the shorter one is linked.
        assertThat(page).contains("<a href=\"/statements/" + long1.id() + "\" class=\"cited", "<a href=\"/statements/" + short1.id() + "\" class=\"cited", "&lt;b&gt;Never&lt;/b&gt;", "id=\"passage-1\"",
                "id=\"passage-2\"", "data-start=\"0\" data-end=\"10\"");
        assertThat(plain(page)).isEqualTo(TEXT);
        var anchor = anchor(short1);
        var place = anchor.start() + "-" + anchor.end();
        assertThat(page("/statements/" + short1.id())).contains("/documents/" + document.id() + "?at=" + place);
        assertThat(page("/documents/" + document.id() + "?at=" + place)).contains(" pointed\">\"Not today.\"".replace("\"Not today.\"", "&quot;Not today.&quot;"));
        assertThat(plain(page("/documents/" + document.id() + "?at=3-900000"))).isEqualTo(TEXT);
        for (var bad : List.of("x", "9-3", "-1-4", "1-99999999999")) {
            given().get("/documents/" + document.id() + "?at=" + bad).then().statusCode(400);
        }
    }

    @Test
    void aTextOf200KilobytesIsShownWhole() {
        var line = "\"Number %d,\" said the minister, and left the room for the press, which waited outside.\n";
        var text = new StringBuilder();
        for (int number = 0; number < 2_300; number++) {
            text.append(line.formatted(number));
        }
        var document = kept.document("Long", text.toString());
        kept.several(20, number -> cited(document, "\"Number " + number * 100 + ",\"", null));

        assertThat(plain(page("/documents/" + document.id()))).isEqualTo(text.toString());
        long begun = System.nanoTime();
        page("/documents/" + document.id());
        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(2_000);
    }

    private StatementRecord cited(DocumentRecord document, String words, AnchorRecord anchor) {
        var anchors = anchor != null ? List.of(anchor) : List.of(new AnchorRecord("WHOLE", null, null, words, null, null, null, null));
        return kept.statement("Said: " + words, null, List.of(kept.actor("STATE", "Quoted State")), List.of(),
                List.of(new StatementRecord.Rendering(document.id(), null, "MIXED", words, "en", null, null, null, anchors)), List.of());
    }

    private AnchorRecord anchor(StatementRecord statement) {
        return ((StatementRecord) revisions.present(RecordKind.STATEMENT, statement.id()).orElseThrow().record()).preferred().anchors().get(0);
    }

    private DocumentRecord record(DocumentRecord document) {
        return (DocumentRecord) revisions.present(RecordKind.DOCUMENT, document.id()).orElseThrow().record();
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    /** The text as a reader of the page sees it. */
    private static String plain(String page) {
        var lines = java.util.regex.Pattern.compile("<p dir=\"auto\" data-start=\"\\d+\" data-end=\"\\d+\">(.*?)</p>").matcher(page).results()
                .map(line -> line.group(1).replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")).toList();
        return String.join("\n", lines);
    }
}
