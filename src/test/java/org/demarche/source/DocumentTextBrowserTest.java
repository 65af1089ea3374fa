package org.demarche.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.browser.Visit;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a document in a real browser: pasted, read, and words of it taken into a statement by pointer, by keys and without scripts. */
@QuarkusTest
class DocumentTextBrowserTest {
    private static final String TEXT = "Head 👩🏽‍🚀 of Émile.\n\n\"First things first,\" she said. \"Second thoughts,\" he said.\n\nقالت: «لا نقبل هذا». \"Third time,\" they said; \"fourth estate.\"\n\n\"Twice.\" And \"Twice.\"";

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    Revisions revisions;

    @Test
    void anArticleIsPastedAndItsFourQuotationsVerifiedByOnePasteAndOneKey() {
        var document = kept.document("Four quotations", null);
        var said = List.of("\"First things first,\"", "\"Second thoughts,\"", "«لا نقبل هذا»", "\"fourth estate.\"").stream().map(words -> cited(document, words)).toList();
        try (var visit = Visit.withJavaScript().open(at("/statements/" + said.get(0).id()))) {
            var page = visit.page();
            page.getByText("Paste the article to check the quotation").click();
            PlaywrightAssertions.assertThat(page.locator("#text")).isFocused();
            page.keyboard().insertText(TEXT);
            PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("4 found word for word");
            visit.hasNoAccessibilityFindings();
            page.keyboard().press("Control+Enter");
            page.waitForURL(at("/documents/" + document.id()));
            PlaywrightAssertions.assertThat(page.locator(".held a.cited")).hasCount(4);
            assertThat(said).allSatisfy(statement -> assertThat(present(statement).preferred().anchors()).extracting(AnchorRecord::state).containsOnly("EXACT"));
            page.locator(".held a.cited").nth(2).click();
            page.waitForURL(at("/statements/" + said.get(2).id()));
            page.locator("details.passages > summary").click();
            page.locator("details.passages a").click();
            PlaywrightAssertions.assertThat(page.locator(".held .pointed")).hasText("«لا نقبل هذا»");
            visit.hasNoComplaints();
        }
    }

    @Test
    void withoutScriptsItTakesOnePageMore() {
        var document = kept.document("Without scripts", null);
        var said = cited(document, "\"Second thoughts,\"");
        try (var visit = Visit.withoutJavaScript().open(at("/documents/" + document.id() + "/text"))) {
            var page = visit.page();
            page.fill("#text", TEXT);
            page.getByText("Check the quotations").click();
            PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("1 found word for word");
            visit.hasNoAccessibilityFindings();
            page.getByText("Save the text").click();
            PlaywrightAssertions.assertThat(page.locator(".notice")).containsText("Saved.");
            assertThat(present(said).preferred().anchors().get(0).state()).isEqualTo("EXACT");
            page.getByText("add a statement from this paragraph").nth(2).click();
            PlaywrightAssertions.assertThat(page.locator("#words")).hasValue("قالت: «لا نقبل هذا». \"Third time,\" they said; \"fourth estate.\"");
            visit.hasNoComplaints();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"لا نقبل", "👩🏽‍🚀 of Émile", "first,\" she said. \"Second", "\"Twice.\""})
    void wordsThatAreSelectedOpenTheFormWithTheirPlace(String words) {
        var document = kept.document("Selected", TEXT);
        var state = kept.actor("STATE", "Selecting State");
        cited(document, "\"Second thoughts,\" he");
        try (var visit = Visit.withJavaScript().open(at("/documents/" + document.id()))) {
            var page = visit.page();
            select(page, words);
            PlaywrightAssertions.assertThat(page.locator("[data-selected]")).isVisible();
            visit.hasNoAccessibilityFindings();
            page.keyboard().press("a");
            page.waitForURL(url -> url.contains("/statements/new?"));
            PlaywrightAssertions.assertThat(page.locator("#words")).hasValue(words);
            page.fill("#speakers-0-actor", state.slug());
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> url.matches(".*/statements/[0-9a-f-]{36}"));
            var anchor = present(UUID.fromString(page.url().replaceFirst("^.*/", ""))).preferred().anchors().get(0);
            assertThat(anchor.state()).isEqualTo("EXACT");
            int at = document.text().lastIndexOf(words);
            assertThat(anchor.start()).isEqualTo(document.text().codePointCount(0, at));
            visit.hasNoComplaints();
        }
    }

    @Test
    void wordsAreSelectedByKeysAlone() {
        var document = kept.document("By keys", TEXT);
        try (var visit = Visit.withJavaScript().open(at("/documents/" + document.id()))) {
            var page = visit.page();
            page.keyboard().press("s");
            var field = page.locator(".selected-by-keyboard");
            PlaywrightAssertions.assertThat(field).isFocused();
            visit.hasNoAccessibilityFindings();
            page.keyboard().type("x");
            PlaywrightAssertions.assertThat(field).hasValue(TEXT);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Home");
            for (int times = 0; times < 3; times++) {
                page.keyboard().press("Control+Shift+ArrowRight");
            }
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("[data-by-keyboard]")).isFocused();
            page.keyboard().press("s");
            page.keyboard().press("Shift+End");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/statements/new?"));
            PlaywrightAssertions.assertThat(page.locator("#words")).hasValue("Head 👩🏽‍🚀 of Émile.");
            visit.hasNoComplaints();
        }
    }

    @Test
    void everybodyCanReadIt() {
        var document = kept.document("Read by everybody", TEXT);
        var said = cited(document, "\"Second thoughts,\" he said.");
        cited(document, "thoughts,\" he");
        for (var settings : List.of(Visit.withJavaScript().size(1400, 1000), Visit.withJavaScript().dark().narrow(), Visit.withoutJavaScript())) {
            for (var path : List.of("/documents/" + document.id(), "/documents/" + document.id() + "/text", "/documents/" + document.id() + "/edit", "/documents/new",
                    "/statements/" + said.id())) {
                try (var visit = settings.open(at(path))) {
                    visit.hasNoAccessibilityFindings();
                    visit.hasNoComplaints();
                }
            }
        }
        try (var narrow = Visit.withJavaScript().narrow().open(at("/documents/" + document.id()))) {
            narrow.fitsItsWidth();
        }
    }

    private static void select(Page page, String words) {
        page.evaluate("""
                words => {
                  const text = document.querySelector('[data-text]');
                  const nodes = [];
                  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, node => node.parentElement.closest('p') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
                  while (walker.nextNode()) {
                    nodes.push(walker.currentNode);
                  }
                  const whole = nodes.map(node => node.data).join('');
                  const from = whole.lastIndexOf(words);
                  const place = at => {
                    for (const node of nodes) {
                      if (at <= node.data.length) {
                        return [node, at];
                      }
                      at -= node.data.length;
                    }
                  };
                  const range = document.createRange();
                  range.setStart(...place(from));
                  range.setEnd(...place(from + words.length));
                  document.getSelection().removeAllRanges();
                  document.getSelection().addRange(range);
                }""", words);
    }

    private StatementRecord cited(DocumentRecord document, String words) {
        return kept.statement("Said: " + words, null, List.of(kept.actor("STATE", "Quoted State")), List.of(), List.of(new StatementRecord.Rendering(document.id(), null, "MIXED", words, "en", null,
                null, null, List.of(new AnchorRecord("WHOLE", null, null, words, null, null, null, null)))), List.of());
    }

    private StatementRecord present(StatementRecord statement) {
        return present(statement.id());
    }

    private StatementRecord present(UUID id) {
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, id).orElseThrow().record();
    }

    private String at(String path) {
        return server.resolve(path).toString();
    }
}
